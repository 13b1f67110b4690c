//! Responses, and the headers that they have.

use super::*;

pub(crate) static RESPONSES: Object = Object::new(
    "Responses Object",
    &[
        key("default", reference(&RESPONSE)).note(OPEN),
        keys(Names::Status, reference(&RESPONSE)),
        keys(Names::StatusRange, reference(&RESPONSE)).note(OPEN),
    ],
)
.rules(&[Rule::SomeStatus]);

const OPEN: &str = "the handler gives the status, one that is not declared by itself";

const REPRESENTATIONS: &str = "JSON, `+json`, `application/jsonl`, `application/x-ndjson`, `application/json-seq` and `text/event-stream` by their schemas, the last \
     four as streams whose `itemSchema`, `schema` or the `items` of it is that of one item; other `text/*` in UTF-8 as text; XML, images, ranges \
     such as `image/*` and all others as bytes, files or streams, whose schema is documentation";

pub(crate) static RESPONSE: Object = Object::new(
    "Response Object",
    &[
        key("summary", STRING).since_3_2().annotation(),
        key("description", STRING).required_until_3_1().annotation(),
        key("headers", map(&HEADERS)),
        key("content", map(&CONTENT)).note(REPRESENTATIONS),
        key("links", map(&LINKS)).documentation(),
    ],
)
.rules(&[Rule::ContentOfStatus, Rule::IgnoredHeader])
.strays(&[
    ("schema", "it belongs in `content`, under a media type"),
    ("examples", "it belongs in `content`, under a media type"),
]);

pub(crate) static HEADERS: Map = Map::named(Names::Header, reference(&HEADER));

pub(crate) static HEADER: Object = Object::new(
    "Header Object",
    &[
        key("description", STRING).annotation(),
        key("required", BOOLEAN),
        key("deprecated", BOOLEAN).annotation(),
        key("allowEmptyValue", BOOLEAN).only_3_0().no_effect("only query parameters have it"),
        key("style", one_of(&[choice("simple")])),
        key("explode", BOOLEAN),
        key("allowReserved", BOOLEAN).only_3_0().no_effect("only query parameters have it"),
        key("schema", SCHEMA).note(
            "a scalar, an array of scalars, or an object of them; an array of `Set-Cookie` is a line for each item",
        ),
        key("content", map(&ONE_MEDIA_TYPE)).note("`application/json`"),
        key("example", ANY).annotation(),
        key("examples", map(&EXAMPLES)).annotation(),
    ],
)
.rules(&[
    Rule::Exclusive("schema", "content"),
    Rule::AtLeastOne(Versions::All, &["schema", "content"]),
    Rule::Exclusive("example", "examples"),
])
.strays(IN_THE_SCHEMA);
