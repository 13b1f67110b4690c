//! Parameters that are more than one text: arrays, objects, JSON, and whatever a style marks ([OpenAPI, Style Values]).
//!
//! A [`Parameter`] says where a parameter is sent and how it is written there, in the words of the document; a
//! [`ParameterRule`] says what it has to be like. What is sent is split first and decoded then, so that an encoded
//! separator is part of a value. Scalars in the default style of their place need none of this:
//! [`Input`](crate::Input) finds them at once.
//!
//! | style | array | object | the same, exploded |
//! | --- | --- | --- | --- |
//! | `simple` | `a,b` | `x,1,y,2` | `a,b` and `x=1,y=2` |
//! | `label` | `.a,b` | `.x,1,y,2` | `.a.b` and `.x=1.y=2` |
//! | `matrix` | `;p=a,b` | `;p=x,1,y,2` | `;p=a;p=b` and `;x=1;y=2` |
//! | `form` | `p=a,b` | `p=x,1,y,2` | `p=a&p=b` and `x=1&y=2` |
//! | `cookie` | `p=a,b` | `p=x,1,y,2` | `p=a; p=b` and `x=1; y=2` |
//! | `spaceDelimited` | `p=a%20b` | `p=x%201%20y%202` | |
//! | `pipeDelimited` | `p=a%7Cb` | `p=x%7C1%7Cy%7C2` | |
//! | `deepObject` | | `p[x]=1&p[y]=2` | |
//!
//! An array in a header may be spread over several fields (RFC 9110, section 5.3).
//!
//! [OpenAPI, Style Values]: https://spec.openapis.org/oas/v3.1.2.html#style-values

mod either;
mod members;
mod rule;
mod sent;
pub(crate) mod split;

#[cfg(test)]
mod tests;

pub use either::{OneOrSeveralRule, one_or_several};
pub use rule::{JsonRule, ObjectRule, ParameterRule, json, object};
pub use sent::Sent;

/// Where a parameter is sent, and how it is written there: `name`, `in`, `style` and `explode` of a Parameter Object.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    place: Place,
    name: &'static str,
    style: Style,
    explode: bool,
    allow_empty: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The segment with this index in the document's path, counted from 0.
    Path(usize),
    Query,
    /// The query as a whole: `in: querystring`.
    QueryString,
    Header,
    Cookie,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

impl Parameter {
    /// A parameter that fills a segment of the path, in the style `simple`; `index` is that of the segment in the document's
    /// path, counted from 0.
    pub const fn path(name: &'static str, index: usize) -> Self {
        Self { place: Place::Path(index), name, style: Style::Simple, explode: false, allow_empty: false }
    }

    /// A parameter in the query, in the style `form`, exploded.
    pub const fn query(name: &'static str) -> Self {
        Self { place: Place::Query, name, style: Style::Form, explode: true, allow_empty: false }
    }

    /// The query as a whole (`in: querystring`): a form, or JSON that is percent-encoded.
    pub const fn query_string(name: &'static str) -> Self {
        Self { place: Place::QueryString, name, style: Style::Form, explode: true, allow_empty: false }
    }

    /// A parameter in a header field, in the style `simple`.
    pub const fn header(name: &'static str) -> Self {
        Self { place: Place::Header, name, style: Style::Simple, explode: false, allow_empty: false }
    }

    /// A parameter in a cookie, not exploded. The styles `form` and `cookie` are read alike: cookies are not percent-decoded. Exploded,
    /// each item or member is a cookie of its own.
    pub const fn cookie(name: &'static str) -> Self {
        Self { place: Place::Cookie, name, style: Style::Form, explode: false, allow_empty: false }
    }

    /// `style: label`, not exploded
    pub const fn label(self) -> Self {
        Self { style: Style::Label, explode: false, ..self }
    }

    /// `style: matrix`, not exploded
    pub const fn matrix(self) -> Self {
        Self { style: Style::Matrix, explode: false, ..self }
    }

    /// `style: spaceDelimited`, not exploded
    pub const fn space_delimited(self) -> Self {
        Self { style: Style::SpaceDelimited, explode: false, ..self }
    }

    /// `style: pipeDelimited`, not exploded
    pub const fn pipe_delimited(self) -> Self {
        Self { style: Style::PipeDelimited, explode: false, ..self }
    }

    /// `style: deepObject`
    pub const fn deep_object(self) -> Self {
        Self { style: Style::DeepObject, explode: true, ..self }
    }

    /// `explode`
    pub const fn explode(self, explode: bool) -> Self {
        Self { explode, ..self }
    }

    /// `allowEmptyValue`: an empty value counts as not sent
    pub const fn allow_empty_value(self) -> Self {
        Self { allow_empty: true, ..self }
    }

    /// The first step of the way to its problems.
    pub(crate) const fn place(&self) -> &'static str {
        match self.place {
            Place::Path(_) => "path",
            Place::Query | Place::QueryString => "query",
            Place::Header => "header",
            Place::Cookie => "cookie",
        }
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }
}
