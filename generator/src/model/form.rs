//! Forms: objects whose properties are sent as fields or as parts (OpenAPI, Encoding Object).

use super::encoding::Encoding;
use super::reader::Reader;
use super::types::{Field, Kind, Length, Rest, Type, TypeId};
use crate::diagnostic::{Code, Place};
use crate::document::Version;
use crate::source::Pointer;

/// How a form is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/form-data`
    Multipart,
}

/// What the value of a property is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Makeup {
    /// One text.
    Scalar,
    /// A file.
    File(Length),
    /// Any number of values.
    List(Box<Makeup>),
    /// JSON, unless something else is said.
    Json,
}

impl Makeup {
    /// Whether it is a file, or several.
    fn is_file(&self) -> bool {
        match self {
            Self::File(_) => true,
            Self::List(of) => of.is_file(),
            Self::Scalar | Self::Json => false,
        }
    }
}

impl<'d> Reader<'d> {
    /// Notes that forms hold `ty`, whose Media Type Object stands at `at`; `None` where a form cannot.
    pub(super) fn form(&mut self, at: &Pointer, ty: &Type, source: Source) -> Option<()> {
        let schema = at.member("schema");
        let place = || Place::Value(schema.clone());
        let Some((id, fields)) = self.form_fields(ty) else {
            self.unsupported(place(), "a form that is no object", "list its fields as `properties`");
            return None;
        };
        let item = self.types.item(id)?;
        let item_is_checked = item.check.is_some();
        if matches!(&item.kind, Kind::Struct { rest: Rest::Kept(..), .. }) {
            let what = "a form that keeps the fields that are not among its `properties`";
            self.unsupported(place(), what, "leave `additionalProperties` out, or write `false`");
            return None;
        }
        let mut good = self.encodings_are_declared(at, &fields);
        if item_is_checked && fields.iter().any(|field| self.is_file_in(field, source)) {
            let what = "a form with files whose schema says more than its `properties`";
            self.unsupported(place(), what, "leave that out");
            good = false;
        }
        for (index, field) in fields.iter().enumerate() {
            let encoding = self.form_field(at, field, source);
            good &= encoding.is_some_and(|(makeup, encoding)| self.sent_as(id, index, &makeup, encoding, at));
        }
        self.types.used_in_forms(ty);
        good.then_some(())
    }

    /// What `field` is made of and how it is sent; `None` where a form cannot have it.
    fn form_field(&mut self, at: &Pointer, field: &Field, source: Source) -> Option<(Makeup, Encoding)> {
        let place = || Place::Value(field.pointer.clone());
        let Some(makeup) = self.makeup_in_form(&field.ty, &field.pointer, source) else {
            let what = "a file whose schema says more than its length, or one in a form without parts,";
            self.unsupported(place(), what, "leave that out, or send it as JSON");
            return None;
        };
        if makeup.is_file() && self.default_of(&field.pointer).is_some() {
            self.unsupported(place(), "the default of a file", "say it in the description");
            return None;
        }
        let encoding = self.encoding(at, field, &makeup, source)?;
        if !self.is_checked_as_text(&field.ty, &makeup, &encoding) {
            let what = "a keyword of a whole array, such as `uniqueItems`, whose items are no plain fields,";
            self.unsupported(place(), what, "leave it out, or send it as JSON");
            return None;
        }
        Some((makeup, encoding))
    }

    fn is_file_in(&self, field: &Field, source: Source) -> bool {
        self.makeup_in_form(&field.ty, &field.pointer, source).is_some_and(|makeup| makeup.is_file())
    }

    fn form_fields(&self, ty: &Type) -> Option<(TypeId, Vec<Field>)> {
        let Type::Named(id) = self.types.meaning(ty) else { return None };
        match &self.types.item(*id)?.kind {
            Kind::Struct { fields, .. } => Some((*id, fields.clone())),
            _ => None,
        }
    }

    /// What `ty` is made of, whose schema stands at `pointer`. No field is `null`.
    fn makeup_in_form(&self, ty: &Type, pointer: &Pointer, source: Source) -> Option<Makeup> {
        let is_file = source == Source::Multipart;
        match self.types.meaning(ty) {
            Type::Nullable(inner) => self.makeup_in_form(inner, pointer, source),
            Type::File(length) => is_file.then_some(Makeup::File(*length)),
            Type::Binary if is_file => Some(Makeup::File(Length::default())),
            // A schema without a type is one of bytes (OpenAPI 3.1, "Working with Binary Data").
            Type::Json if is_file && self.says_nothing(pointer) => Some(Makeup::File(Length::default())),
            Type::Checked(inner, _) => match self.makeup_in_form(inner, pointer, source)? {
                Makeup::File(_) => self.length_of_file(pointer).map(Makeup::File),
                other => Some(other),
            },
            Type::List(item, _) => {
                let item = self.makeup_in_form(item, &pointer.member("items"), source)?;
                Some(Makeup::List(Box::new(match item {
                    Makeup::List(_) => Makeup::Json,
                    other => other,
                })))
            }
            other if self.types.is_scalar(other) => Some(Makeup::Scalar),
            _ => Some(Makeup::Json),
        }
    }

    /// Whether what is asked of an array as a whole can be asked of its fields: those are texts.
    fn is_checked_as_text(&self, ty: &Type, makeup: &Makeup, encoding: &Encoding) -> bool {
        let Makeup::List(of) = makeup else { return true };
        let plain = **of == Makeup::Scalar && *encoding == Encoding::default();
        match self.types.meaning(ty) {
            Type::Nullable(inner) => self.is_checked_as_text(inner, makeup, encoding),
            Type::Checked(..) => plain,
            Type::List(_, items) => plain || !items.unique,
            _ => true,
        }
    }

    fn says_nothing(&self, pointer: &Pointer) -> bool {
        let refers = |at| self.schema(at).is_some_and(|schema| schema.reference().is_some());
        self.document.version >= Version::V3_1
            && match self.schema(pointer.clone()) {
                Some(schema) => !schema.says_more_than(&[]),
                None => !pointer.parent().is_some_and(refers),
            }
    }

    /// `minLength` and `maxLength` of a file, where its schema says nothing more.
    fn length_of_file(&self, pointer: &Pointer) -> Option<Length> {
        const KNOWN: &[&str] = &["contentMediaType", "format", "maxLength", "minLength", "type"];
        let schema = self.schema(pointer.clone()).filter(|schema| !schema.says_more_than(KNOWN))?;
        Some(Length { min: schema.count("minLength").unwrap_or(0), max: schema.count("maxLength") })
    }

    /// Writes down how a field is sent. It has one way, however many forms it is in.
    fn sent_as(
        &mut self,
        id: TypeId,
        index: usize,
        makeup: &Makeup,
        encoding: Encoding,
        at: &Pointer,
    ) -> bool {
        let Some(ty) = self.types.field(id, index).map(|field| field.ty.clone()) else { return false };
        let ty = self.with_files(&ty, makeup);
        let Some(field) = self.types.field(id, index) else { return false };
        let conflicts = field.encoding.as_ref().is_some_and(|other| *other != encoding);
        if !conflicts {
            field.encoding = Some(encoding);
            field.ty = ty;
            return true;
        }
        let what = format!("`{}`, which is sent in another way in another form,", field.wire);
        self.unsupported(Place::Key(at.clone()), &what, "give each form a schema of its own");
        false
    }

    /// `ty`, with files where its `makeup` has them.
    fn with_files(&self, ty: &Type, makeup: &Makeup) -> Type {
        match (self.types.meaning(ty), makeup) {
            _ if !makeup.is_file() => ty.clone(),
            (Type::Nullable(inner), _) => Type::Nullable(Box::new(self.with_files(inner, makeup))),
            (Type::List(item, items), Makeup::List(of)) => {
                Type::List(Box::new(self.with_files(item, of)), *items)
            }
            (_, Makeup::File(length)) => Type::File(*length),
            _ => ty.clone(),
        }
    }

    fn encodings_are_declared(&mut self, at: &Pointer, fields: &[Field]) -> bool {
        let encodings = at.member("encoding");
        let names = encodings.of(self.document.tree).and_then(serde_json::Value::as_object);
        let strange: Vec<&String> = names
            .into_iter()
            .flat_map(|names| names.keys())
            .filter(|name| !fields.iter().any(|field| field.wire == **name))
            .collect();
        for name in &strange {
            let message = format!("the form has no property `{name}`, so it has no encoding");
            let help = "declare it among the `properties`, or leave it out";
            self.report_with_help(Code::WrongValue, Place::Key(encodings.member(name)), message, help);
        }
        strange.is_empty()
    }
}
