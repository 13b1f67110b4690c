//! Rules in sentences.

use std::fmt::{self, Display, Formatter};

use super::super::table::{Rule, Versions};

impl Display for Rule {
    fn fmt(&self, line: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exclusive(one, other) => write!(line, "`{one}` and `{other}` exclude each other."),
            Self::AtLeastOne(versions, keys) => {
                write!(line, "At least one of `{}` is required{}.", keys.join("`, `"), within(*versions))
            }
            Self::Needed { key, with: (beside, value), versions } => {
                write!(line, "`{key}` must be there where `{beside}` is `{value}`{}.", within(*versions))
            }
            Self::True { key, with: (beside, value) } => {
                write!(line, "`{key}` must be true where `{beside}` is `{value}`.")
            }
            Self::ReferenceAlone => line.write_str(
                "Beside `$ref` there is nothing but `summary` and `description`: the specification leaves open what more would mean.",
            ),
            Self::WholeQuery => line.write_str("Where `in` is `querystring`, there is `content` and no `schema`."),
            Self::StyleOfPlace => line.write_str(
                "Each place has its styles: `path` has `simple`, `label` and `matrix`; `query` has `form`, `spaceDelimited`, \
                 `pipeDelimited` and `deepObject`; `header` has `simple`; `cookie` has `form` and, since 3.2, `cookie`.",
            ),
            Self::HeaderName => line.write_str("Where `in` is `header` or `cookie`, `name` is a token."),
            Self::IgnoredParameter => line.write_str(
                "Header parameters named `Accept`, `Authorization` or `Content-Type` have no effect: a warning.",
            ),
            Self::IgnoredHeader => line.write_str("A header named `Content-Type` has no effect: a warning."),
            Self::SomeStatus => line.write_str("At least one status is required."),
            Self::Answers => line.write_str("An operation without `responses` is refused: it could not answer."),
            Self::ContentOfStatus => {
                line.write_str("`content` has no effect for the statuses 1xx, 204, 205 and 304: a warning.")
            }
            Self::EncodingOfForms => {
                line.write_str("`encoding` has no effect beside a media type that is no form: a warning.")
            }
            Self::NullableType => line.write_str("`nullable` has no effect without `type`, or an `allOf` of one schema: a warning."),
            Self::DefaultAmongEnum => line.write_str("`default` is one of the `enum` since 3.1."),
        }
    }
}

fn within(versions: Versions) -> &'static str {
    match versions {
        Versions::All => "",
        Versions::Only3_0 => " in 3.0",
        Versions::Until3_1 => " until 3.1",
        Versions::Since3_1 => " since 3.1",
        Versions::Since3_2 => " since 3.2",
    }
}
