//! How parameters are written (OpenAPI, Parameter Object, `style`, `explode` and `content`).

use openapiv3::{HeaderStyle, ParameterSchemaOrContent, PathStyle, QueryStyle};

use super::media_type::MediaType;
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
}

/// What a parameter is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Makeup {
    Scalar,
    List,
    Object { closed: bool },
}

impl Style {
    pub(super) fn of(parameter: &openapiv3::Parameter) -> Self {
        match parameter {
            openapiv3::Parameter::Query { style, .. } => match style {
                QueryStyle::Form => Self::Form,
                QueryStyle::SpaceDelimited => Self::SpaceDelimited,
                QueryStyle::PipeDelimited => Self::PipeDelimited,
                QueryStyle::DeepObject => Self::DeepObject,
            },
            openapiv3::Parameter::Path { style, .. } => match style {
                PathStyle::Matrix => Self::Matrix,
                PathStyle::Label => Self::Label,
                PathStyle::Simple => Self::Simple,
            },
            openapiv3::Parameter::Header { style: HeaderStyle::Simple, .. } => Self::Simple,
            openapiv3::Parameter::Cookie { .. } => Self::Form,
        }
    }
}

impl<'d> Reader<'d> {
    /// Where the schema of the parameter stands; `None` where its `content` is refused.
    pub(super) fn parameter_schema(&mut self, found: &Found<'d>) -> Option<Pointer> {
        match &found.data.format {
            ParameterSchemaOrContent::Schema(_) => Some(found.at.member("schema")),
            ParameterSchemaOrContent::Content(content) => {
                let at = found.at.member("content");
                self.representation(content, &at, &[MediaType::Json])?.map(|(_, schema)| schema)
            }
        }
    }

    /// How the parameter is written, whose type is `ty`; `None` where its style gives that no meaning, which is reported.
    pub(super) fn serialization(&mut self, found: &Found<'d>, ty: &Type) -> Option<Serialization> {
        if matches!(found.data.format, ParameterSchemaOrContent::Content(_)) {
            self.types.used_in_requests(ty);
            return Some(Serialization::Json);
        }
        let Some(makeup) = self.makeup(ty) else {
            self.unsupported(
                Place::Value(found.at.member("schema")),
                "a parameter that may be null, or holds more than scalars,",
                "describe it by `content`, as `application/json`",
            );
            return None;
        };
        let style = found.style;
        let explode = found.data.explode.unwrap_or(matches!(style, Style::Form | Style::DeepObject));
        self.has_a_meaning(found, makeup, explode)?;
        match makeup {
            Makeup::Object { .. } => self.types.used_in_forms(ty),
            Makeup::Scalar | Makeup::List => self.types.used_in_text(ty),
        }
        Some(match (makeup, style) {
            // `explode` makes no difference to a scalar in these styles (OpenAPI, "Style Values").
            (Makeup::Scalar, Style::Simple | Style::Form) => Serialization::Text,
            _ => Serialization::Styled { style, explode, object: matches!(makeup, Makeup::Object { .. }) },
        })
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
            (Makeup::List, Style::DeepObject) => {
                (style_at(), "this style of a parameter that is no object", "leave `style` out")
            }
            (Makeup::List | Makeup::Object { .. }, Style::SpaceDelimited | Style::PipeDelimited)
                if explode =>
            {
                (explode_at(), "this style, exploded,", "leave `explode` out, or use the style `form`")
            }
            (Makeup::List | Makeup::Object { .. }, _) if found.place == "cookie" && explode => {
                (explode_at(), "an array or an object in a cookie, exploded,", "write `explode: false`")
            }
            (Makeup::Object { closed: true }, Style::Form) if found.place == "query" && explode => (
                Place::Value(found.at.member("schema")),
                "a closed object whose members are parameters of their own",
                "leave `additionalProperties` out, or use the style `deepObject`",
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
            Type::Named(id) => match &self.types.item(*id)?.kind {
                Kind::Struct { fields, rest, .. } => {
                    let is_text = |ty: &Type| match self.types.meaning(ty) {
                        Type::Nullable(inner) => self.types.is_scalar(inner),
                        scalar => self.types.is_scalar(scalar),
                    };
                    let all = fields.iter().all(|field| is_text(&field.ty));
                    // Members are read as the fields of a form, which know nothing of others and of the whole.
                    let plain = !matches!(rest, Rest::Kept(..)) && self.types.item(*id)?.check.is_none();
                    (all && plain).then_some(Makeup::Object { closed: matches!(rest, Rest::Refused) })
                }
                _ => None,
            },
            _ => None,
        }
    }
}
