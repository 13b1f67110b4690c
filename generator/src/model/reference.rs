//! References: from a `$ref` to what it means.

use indexmap::IndexMap;
use openapiv3::ReferenceOr;
use percent_encoding::percent_decode_str;

use super::reader::Reader;
use crate::diagnostic::{Code, Place, nearest};
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// The place in this document that `reference`, written at `at`, leads to; anything else is reported.
    pub(super) fn target(&mut self, reference: &str, at: &Pointer) -> Option<Pointer> {
        let place = Place::Value(at.member("$ref"));
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        if !file.is_empty() && file.strip_prefix("./").unwrap_or(file) != self.document.file_name() {
            self.report_with_help(
                Code::ForeignReference,
                place,
                format!("the reference `{reference}` leads out of the document"),
                "references to other files are not supported yet; put what it means under `components`",
            );
            return None;
        }
        let pointer = meant(fragment);
        let found = pointer.clone().filter(|pointer| pointer.of(self.document.tree).is_some());
        if found.is_none() {
            let near = pointer.as_ref().and_then(|pointer| self.near(pointer));
            let message = format!("the reference `{reference}` leads nowhere");
            let help = near.map_or_else(
                || "declare what it means, under that name".to_owned(),
                |near| format!("did you mean `#{near}`?"),
            );
            self.report_with_help(Code::DanglingReference, place, message, help);
        }
        found
    }

    /// The place in this document that `reference` leads to, if it is there.
    pub(super) fn leads_to(&self, reference: &str) -> Option<Pointer> {
        let (_, fragment) = reference.split_once('#')?;
        meant(fragment).filter(|pointer| pointer.of(self.document.tree).is_some())
    }

    /// What is called much like what `pointer` names, and stands beside where that would.
    fn near(&self, pointer: &Pointer) -> Option<Pointer> {
        let (parent, name) = (pointer.parent()?, pointer.tokens().last()?);
        let there = parent.of(self.document.tree)?.as_object()?;
        nearest(&name, there.keys().map(String::as_str)).map(|near| parent.member(near))
    }

    /// The object itself, and where it stands, behind any number of references into `components`.
    pub(super) fn resolve<T>(
        &mut self,
        item: &'d ReferenceOr<T>,
        components: Option<&'d IndexMap<String, ReferenceOr<T>>>,
        section: &str,
        at: Pointer,
    ) -> Option<(&'d T, Pointer)> {
        let (mut item, mut at, mut seen) = (item, at, Vec::new());
        let parent = Pointer::root().member("components").member(section);
        loop {
            let reference = match item {
                ReferenceOr::Item(object) => return Some((object, at)),
                ReferenceOr::Reference { reference } => reference,
            };
            let target = self.target(reference, &at)?;
            if seen.contains(&target) {
                self.reference_loop(&at, reference);
                return None;
            }
            let name = target.tokens().last().map(std::borrow::Cow::into_owned).unwrap_or_default();
            let found = components
                .filter(|_| target.parent().as_ref() == Some(&parent))
                .and_then(|map| map.get(&name));
            let Some(found) = found else {
                let place = Place::Value(at.member("$ref"));
                self.unsupported(
                    place,
                    &format!("a reference to anything but `#/components/{section}/…` here"),
                    "put what it means there",
                );
                return None;
            };
            seen.push(target.clone());
            (item, at) = (found, target);
        }
    }

    /// Reports that `reference`, written at `at`, leads back to itself.
    pub(super) fn reference_loop(&mut self, at: &Pointer, reference: &str) {
        let place = Place::Value(at.member("$ref"));
        self.report(Code::ReferenceLoop, place, format!("the reference `{reference}` leads back to itself"));
    }
}

/// The pointer that a fragment is (RFC 6901, 6).
fn meant(fragment: &str) -> Option<Pointer> {
    let decoded = percent_decode_str(fragment).decode_utf8().ok()?;
    Pointer::parse(&decoded)
}
