//! Parameters.

use super::*;

pub(crate) static PARAMETERS: List = List::of(reference(&PARAMETER));

pub(crate) static PARAMETER: Object = Object::new(
    "Parameter Object",
    &[
        key("name", NAME).required(),
        key("in", one_of(PLACES)).required().strays(OLD_PLACES),
        key("description", STRING).annotation(),
        key("required", BOOLEAN),
        key("deprecated", BOOLEAN).annotation(),
        key("allowEmptyValue", BOOLEAN)
            .with("in", "query")
            .note("an empty value in the query counts as not sent, where the parameter is not required"),
        key("style", one_of(STYLES)).note(
            "of arrays and objects whose items and members are scalars; where OpenAPI says nothing of a style and a type, both \
             together are refused",
        ),
        key("explode", BOOLEAN).note(
            "in a cookie, `style: cookie` makes each item or member a cookie of its own, and `form` is refused: it would put `&` between \
             them; an object with `additionalProperties` whose members are parameters of their own is refused, too",
        ),
        key("allowReserved", BOOLEAN).note("either way of writing is read"),
        key("schema", SCHEMA),
        key("content", map(&ONE_MEDIA_TYPE)).note(
            "`application/json` and the like, or `text/plain`; of the whole query, `application/x-www-form-urlencoded` or JSON",
        ),
        key("example", ANY).annotation(),
        key("examples", map(&EXAMPLES)).annotation(),
    ],
)
.rules(&[
    Rule::Exclusive("schema", "content"),
    Rule::AtLeastOne(Versions::All, &["schema", "content"]),
    Rule::Exclusive("example", "examples"),
    Rule::Needed { key: "required", with: ("in", "path"), versions: Versions::All },
    Rule::True { key: "required", with: ("in", "path") },
    Rule::WholeQuery,
    Rule::StyleOfPlace,
    Rule::HeaderName,
    Rule::IgnoredParameter,
])
.strays(IN_THE_SCHEMA);

static PLACES: &[Choice] =
    &[choice("query"), choice("querystring").since_3_2(), choice("header"), choice("path"), choice("cookie")];

static OLD_PLACES: &[(&str, &str)] = &[
    ("body", "Swagger 2.0 had it; write the operation's `requestBody`"),
    ("formData", "Swagger 2.0 had it; write the operation's `requestBody`"),
];

static STYLES: &[Choice] = &[
    choice("matrix"),
    choice("label"),
    choice("simple"),
    choice("form"),
    choice("spaceDelimited"),
    choice("pipeDelimited"),
    choice("deepObject"),
    choice("cookie").since_3_2(),
];

/// What Swagger 2.0 wrote in parameters and headers themselves.
pub(crate) static IN_THE_SCHEMA: &[(&str, &str)] = &[
    ("type", "it belongs in the `schema`"),
    ("format", "it belongs in the `schema`"),
    ("items", "it belongs in the `schema`"),
    ("enum", "it belongs in the `schema`"),
    ("default", "it belongs in the `schema`"),
    ("pattern", "it belongs in the `schema`"),
    ("minimum", "it belongs in the `schema`"),
    ("maximum", "it belongs in the `schema`"),
    ("minLength", "it belongs in the `schema`"),
    ("maxLength", "it belongs in the `schema`"),
    ("nullable", "it belongs in the `schema`"),
    ("collectionFormat", "Swagger 2.0 had it; write `style` and `explode`"),
];
