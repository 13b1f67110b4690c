//! How parameters are written (OpenAPI, Parameter Object, `style`, `explode` and `content`).

use openapiv3::ParameterSchemaOrContent;

use super::parameter::Found;
use super::reader::Reader;
use super::types::{Kind, Rest, Type};
use crate::diagnostic::Place;
use crate::source::Pointer;

/// How a parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serialization {
    /// As one text: a scalar in the default style of its place.
    Text,
    /// In a style that says more than that.
    Styled {
        /// Its style.
        style: Style,
        /// Whether it is exploded.
        explode: bool,
        /// Whether it is an object, whose members are sent as text.
        object: bool,
    },
    /// As JSON.
    Json,
}

/// The styles (OpenAPI, "Style Values").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `simple`
    Simple,
    /// `label`
    Label,
    /// `matrix`
    Matrix,
    /// `form`
    Form,
    /// `spaceDelimited`
    SpaceDelimited,
    /// `pipeDelimited`
    PipeDelimited,
    /// `deepObject`
    DeepObject,
    /// `cookie`
    Cookie,
}

/// What says how a parameter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Its style.
    Style,
    /// The media type of its content: JSON.
    Json,
    /// The media type of its content: plain text.
    Text,
    /// The media type of its content: `application/x-www-form-urlencoded`.
    Urlencoded,
}

/// What a parameter is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Makeup {
    Scalar,
    List,
    /// A scalar or an array of them.
    OneOrSeveral,
    Object {
        /// Whether every member matters, also those that it does not name.
        every: bool,
    },
    /// An object whose members have any names.
    Map,
}

impl Style {
    /// The style that is `written`, or else the default of the `place`. The table lets each place have its own alone.
    pub(super) fn of(written: Option<&str>, place: &str) -> Self {
        match written {
            Some("matrix") => Self::Matrix,
            Some("label") => Self::Label,
            Some("simple") => Self::Simple,
            Some("spaceDelimited") => Self::SpaceDelimited,
            Some("pipeDelimited") => Self::PipeDelimited,
            Some("deepObject") => Self::DeepObject,
            Some("form") => Self::Form,
            Some("cookie") => Self::Cookie,
            _ if matches!(place, "path" | "header") => Self::Simple,
            _ => Self::Form,
        }
    }
}

impl<'d> Reader<'d> {
    /// What says how the parameter is written, and where its schema stands; `None` where its `content` is refused.
    pub(super) fn parameter_schema(&mut self, found: &Found<'d>) -> Option<(Form, Pointer)> {
        let ParameterSchemaOrContent::Content(content) = &found.data.format else {
            return Some((Form::Style, found.at.member("schema")));
        };
        // The table wants exactly one.
        let (name, media_type) = content.first()?;
        let at = found.at.member("content").member(name);
        let essence = name.split(';').next().unwrap_or_default().trim_ascii().to_ascii_lowercase();
        let whole = found.place == "querystring";
        let form = match essence.as_str() {
            "application/json" => Form::Json,
            json if json.ends_with("+json") => Form::Json,
            "text/plain" if !whole => Form::Text,
            "application/x-www-form-urlencoded" if whole => Form::Urlencoded,
            _ => {
                let other = if whole { "application/x-www-form-urlencoded" } else { "text/plain" };
                let instead = format!("use `application/json` or `{other}`");
                self.unsupported(
                    Place::Key(at),
                    &format!("the media type `{name}` of a parameter"),
                    &instead,
                );
                return None;
            }
        };
        let place = Place::Key(at.clone());
        let at = self.media_type_at(at)?;
        self.no_sequence(&at)?;
        if media_type.schema.is_none() {
            self.unsupported(place, "a representation without a schema", "give it a `schema`");
            return None;
        }
        Some((form, at.member("schema")))
    }

    /// How the parameter is written, and what it is in Rust, whose type as JSON would be `ty`; `None` where that has no meaning, which
    /// is reported.
    pub(super) fn serialization(
        &mut self,
        found: &Found<'d>,
        form: Form,
        ty: Type,
    ) -> Option<(Serialization, Type)> {
        if form == Form::Json {
            self.types.used_in_requests(&ty);
            return Some((Serialization::Json, ty));
        }
        let ty = self.without_null(&ty);
        let Some(makeup) = self.makeup(&ty) else {
            self.unsupported(
                Place::Value(found.at.member("schema")),
                "a parameter that holds more than scalars",
                "describe it by `content`, as `application/json`",
            );
            return None;
        };
        match (form, makeup) {
            (Form::Style | Form::Json, _) => self.styled(found, makeup, ty),
            (Form::Text, Makeup::Scalar) => {
                self.types.used_in_text(&ty);
                Some((Serialization::Text, ty))
            }
            (Form::Urlencoded, Makeup::Object { .. }) => {
                self.types.used_in_forms(&ty);
                Some((Serialization::Styled { style: Style::Form, explode: true, object: true }, ty))
            }
            (Form::Urlencoded, Makeup::Map) => {
                self.types.used_in_text(&ty);
                Some((Serialization::Styled { style: Style::Form, explode: true, object: false }, ty))
            }
            (Form::Text | Form::Urlencoded, _) => {
                let (what, instead) = match form {
                    Form::Text => ("plain text that is no scalar", "give it the type `string`"),
                    _ => ("a form that is no object", "give it the type `object`"),
                };
                self.unsupported(Place::Key(found.at.member("content")), what, instead);
                None
            }
        }
    }

    fn styled(&mut self, found: &Found<'d>, makeup: Makeup, ty: Type) -> Option<(Serialization, Type)> {
        let style = found.style;
        let explode =
            found.data.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject | Style::Cookie));
        self.has_a_meaning(found, makeup, explode)?;
        match makeup {
            Makeup::Object { .. } => self.types.used_in_forms(&ty),
            Makeup::Scalar | Makeup::List | Makeup::OneOrSeveral | Makeup::Map => {
                self.types.used_in_text(&ty)
            }
        }
        let serialization = match (makeup, style) {
            // `explode` makes no difference to a scalar in these styles (OpenAPI, "Style Values").
            (Makeup::Scalar, Style::Simple | Style::Form | Style::Cookie) => Serialization::Text,
            _ => Serialization::Styled { style, explode, object: matches!(makeup, Makeup::Object { .. }) },
        };
        Some((serialization, ty))
    }

    /// `ty` as text can have it: text has no `null`, and what is not sent is not there.
    fn without_null(&self, ty: &Type) -> Type {
        match self.types.meaning(ty) {
            Type::Nullable(inner) => self.without_null(inner),
            Type::List(item, length) if matches!(self.types.meaning(item), Type::Nullable(_)) => {
                Type::List(Box::new(self.without_null(item)), *length)
            }
            _ => ty.clone(),
        }
    }

    /// Whether OpenAPI says how a parameter of this `makeup` is written in its style.
    fn has_a_meaning(&mut self, found: &Found<'d>, makeup: Makeup, explode: bool) -> Option<()> {
        let explode_at = || match found.data.explode {
            Some(_) => Place::Key(found.at.member("explode")),
            None => Place::Value(found.at.member("in")),
        };
        let style_at = || Place::Value(found.at.member("style"));
        let (place, what, instead) = match (makeup, found.style) {
            (Makeup::Scalar, Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject) => {
                (style_at(), "this style of a parameter that is no array and no object", "leave `style` out")
            }
            (Makeup::List | Makeup::OneOrSeveral, Style::DeepObject) => {
                (style_at(), "this style of a parameter that is no object", "leave `style` out")
            }
            (
                Makeup::List | Makeup::OneOrSeveral | Makeup::Object { .. } | Makeup::Map,
                Style::SpaceDelimited | Style::PipeDelimited,
            ) if explode => {
                (explode_at(), "this style, exploded,", "leave `explode` out, or use the style `form`")
            }
            (Makeup::Object { every: true } | Makeup::Map, Style::Form)
                if found.place == "query" && explode =>
            {
                (
                    Place::Value(found.at.member("schema")),
                    "an object with `additionalProperties` whose members are parameters of their own",
                    "leave `additionalProperties` out, or use the style `deepObject`",
                )
            }
            (Makeup::List | Makeup::OneOrSeveral | Makeup::Object { .. } | Makeup::Map, Style::Form)
                if found.place == "cookie" && explode =>
            {
                (
                    explode_at(),
                    "an array or an object in a cookie, exploded in the style `form`,",
                    "write `explode: false`, or, since OpenAPI 3.2, `style: cookie`",
                )
            }
            (Makeup::Object { every: true } | Makeup::Map, Style::Cookie) if explode => (
                Place::Value(found.at.member("schema")),
                "an object with `additionalProperties` whose members are cookies of their own",
                "leave `additionalProperties` out, or write `explode: false`",
            ),
            _ => return Some(()),
        };
        self.unsupported(place, what, instead);
        None
    }

    fn makeup(&self, ty: &Type) -> Option<Makeup> {
        if self.types.is_scalar(ty) {
            return Some(Makeup::Scalar);
        }
        match self.types.meaning(ty) {
            Type::List(item, _) => self.types.is_scalar(item).then_some(Makeup::List),
            Type::Map(value, _) => self.types.is_scalar(value).then_some(Makeup::Map),
            Type::Named(id) => match &self.types.item(*id)?.kind {
                Kind::Union(union) => {
                    let is_text = |ty: &Type| match self.types.meaning(ty) {
                        Type::Checked(inner, _) => self.is_text_or_texts(inner),
                        other => self.is_text_or_texts(other),
                    };
                    let all =
                        union.tag.is_none() && union.variants.iter().all(|variant| is_text(&variant.ty));
                    all.then_some(Makeup::OneOrSeveral)
                }
                Kind::Struct { fields, rest, .. } => {
                    let is_text = |ty: &Type| match self.types.meaning(ty) {
                        Type::Nullable(inner) => self.types.is_scalar(inner),
                        scalar => self.types.is_scalar(scalar),
                    };
                    let of_rest = match rest {
                        Rest::Kept(_, ty) => Some(ty),
                        Rest::Ignored | Rest::Refused => None,
                    };
                    let all = fields.iter().map(|field| &field.ty).chain(of_rest).all(is_text);
                    all.then_some(Makeup::Object { every: !matches!(rest, Rest::Ignored) })
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn is_text_or_texts(&self, ty: &Type) -> bool {
        match self.types.meaning(ty) {
            Type::List(item, _) => self.types.is_scalar(item),
            other => self.types.is_scalar(other),
        }
    }
}
