//! One of several schemas: `oneOf`, `anyOf` and `discriminator`.

use serde_json::Value;

use super::doc::Doc;
use super::name::{Name, Scope};
use super::reader::Reader;
use super::schema::Shape;
use super::types::{Bounds, Kind, Tag, Text, Type, Union, Variant, Width};
use crate::diagnostic::{Code, Place};
use crate::document::Schema;
use crate::source::Pointer;

impl<'d> Reader<'d> {
    /// The one schema under `key` beside `null`, or the only one; `None` where there are more, or where something else is said.
    pub(super) fn either(&self, schema: &Schema<'d>, key: &str) -> Option<Shape> {
        let branches = schema.members_of(key);
        if schema.says_more_than(&["oneOf", "anyOf"]) || branches.len() > 2 {
            return None;
        }
        let others: Vec<&Pointer> = branches.iter().filter(|at| !self.is_null(at)).collect();
        let [other] = others.as_slice() else { return None };
        if branches.len() == 1 {
            return Some(Shape::Member((*other).clone()));
        }
        // Of two schemas that both admit null, `oneOf` admits it in neither.
        let ambiguous = key == "oneOf" && self.may_be_null(other, 0);
        (!ambiguous).then(|| Shape::OrNull((*other).clone()))
    }

    /// One of several schemas.
    pub(super) fn union(&mut self, schema: &Schema<'d>, key: &'static str, name: &Name) -> Option<Kind> {
        let (mut names, mut variants, mut good) = (Scope::default(), Vec::new(), true);
        let branches = schema.members_of(key).into_iter().enumerate();
        let branches: Vec<_> = branches.filter(|(_, at)| !self.is_null(at)).collect();
        for (branch, at) in branches {
            let label = names.take(&self.label(&at, branch));
            let Some(ty) = self.read_type(at.clone(), &name.with(label.as_str())) else {
                good = false;
                continue;
            };
            let own = self.schema(at).filter(|own| own.reference().is_none());
            let doc = own.map(|own| Doc::of([own.description()])).unwrap_or_default();
            variants.push(Variant { name: label, doc, branch, ty });
        }
        if !good {
            return None;
        }
        if let Some(plain) = all_alike(&variants) {
            let checked = self.checked(plain, &schema.pointer, name);
            return Some(self.newtype(checked, &schema.pointer));
        }
        let tag = if schema.has("discriminator") { Some(self.tag(schema, key, &variants)?) } else { None };
        Some(Kind::Union(Union { variants, tag }))
    }

    /// What the branch at `at` is called: as the component that it refers to, by its title, by its type.
    fn label(&self, at: &Pointer, branch: usize) -> Name {
        let numbered = || Name::spelt(&format!("Variant{}", branch + 1));
        let Some(schema) = self.schema(at.clone()) else { return numbered() };
        if let Some(reference) = schema.reference() {
            let target = self.leads_to(reference, &schema.pointer);
            let last = target.and_then(|target| target.tokens().last().map(std::borrow::Cow::into_owned));
            return last.and_then(|last| Name::camel(&last)).unwrap_or_else(numbered);
        }
        let titled = schema.string("title").and_then(Name::camel);
        let constant = || schema.constant().and_then(Value::as_str).and_then(Name::camel);
        let typed = || match schema.types().as_slice() {
            [only] => Name::camel(schema.format().filter(|_| *only == "string").unwrap_or(only)),
            _ => None,
        };
        titled.or_else(constant).or_else(typed).unwrap_or_else(numbered)
    }

    fn tag(&mut self, schema: &Schema<'d>, key: &str, variants: &[Variant]) -> Option<Tag> {
        let at = schema.member("discriminator");
        let said = at.of(self.document.tree)?.as_object()?;
        let property = said.get("propertyName")?.as_str()?.to_owned();
        let mut targets = Vec::new();
        for (index, variant) in variants.iter().enumerate() {
            let branch = schema.member(key).item(variant.branch);
            let reference = self.schema(branch.clone()).and_then(|branch| branch.reference());
            let Some(target) = reference.and_then(|reference| self.leads_to(reference, &branch)) else {
                let what = "a schema without a name of its own beside a `discriminator`";
                self.unsupported(Place::Value(branch), what, "put it under `components/schemas`");
                return None;
            };
            targets.push((index, target));
        }
        self.declare_the_tag(&at, &property, &targets);
        let mut values = self.mapping(&at, said.get("mapping").and_then(Value::as_object), &targets)?;
        for (index, target) in &targets {
            if !values.iter().any(|(_, known)| known == index) {
                values.push((target.tokens().last()?.into_owned(), *index));
            }
        }
        values.sort_by_key(|(_, index)| *index);
        Some(Tag { property, values })
    }

    /// Warns of schemas among the `targets` that do not have the `property` of the `discriminator` at `at`.
    fn declare_the_tag(&mut self, at: &Pointer, property: &str, targets: &[(usize, Pointer)]) {
        for (_, target) in targets {
            let Some(schema) = self.schema(target.clone()) else { continue };
            let name = target.tokens().last().map(std::borrow::Cow::into_owned).unwrap_or_default();
            if !self.says_of(&schema, property) {
                let message = format!(
                    "`{name}` does not have the property `{property}`, which tells it from the others"
                );
                let place = Place::Value(at.member("propertyName"));
                let help = format!("declare `{property}` in `{name}`, and require it");
                self.report_with_help(Code::Discriminator, place, message, help);
            }
        }
    }

    fn mapping(
        &mut self,
        at: &Pointer,
        mapping: Option<&serde_json::Map<String, Value>>,
        targets: &[(usize, Pointer)],
    ) -> Option<Vec<(String, usize)>> {
        let mut values = Vec::new();
        for (value, target) in mapping.into_iter().flatten() {
            let place = at.member("mapping").member(value);
            let named = Pointer::root().member("components").member("schemas").member(target.as_str()?);
            let meant = match named.of(self.document.tree) {
                Some(_) => Some(named),
                None => self.leads_to(target.as_str()?, at),
            };
            let index =
                targets.iter().find(|(_, target)| Some(target) == meant.as_ref()).map(|(index, _)| *index);
            let Some(index) = index else {
                let message =
                    format!("the value `{value}` leads to none of the schemas beside the `discriminator`");
                self.report(Code::DanglingReference, Place::Value(place), message);
                return None;
            };
            values.push((value.clone(), index));
        }
        Some(values)
    }
}

/// The type of all variants, where there is but one of them.
fn all_alike(variants: &[Variant]) -> Option<Type> {
    let all = |is: fn(&Type) -> bool| {
        !variants.is_empty() && variants.iter().all(|variant| is(unchecked(&variant.ty)))
    };
    if all(|ty| matches!(ty, Type::String(_))) {
        Some(Type::String(Text::default()))
    } else if all(|ty| matches!(ty, Type::Integer { .. })) {
        Some(Type::Integer { width: Width::Unsaid, bounds: Bounds::default(), multiple: None })
    } else if all(|ty| matches!(ty, Type::Integer { .. } | Type::Number { .. })) {
        Some(Type::Number { single: false, bounds: Bounds::default(), multiple: None })
    } else if variants.iter().any(|variant| matches!(unchecked(&variant.ty), Type::Json))
        || variants.is_empty()
    {
        Some(Type::Json)
    } else {
        None
    }
}

fn unchecked(ty: &Type) -> &Type {
    match ty {
        Type::Checked(inner, _) => unchecked(inner),
        other => other,
    }
}
