//! Responses, and the headers that they have.

use super::*;

pub(crate) static RESPONSES: Object = Object::new(
    "Responses Object",
    &[
        key("default", reference(&RESPONSE)).refused("list each status"),
        keys(Names::Status, reference(&RESPONSE)),
        keys(Names::StatusRange, reference(&RESPONSE)).refused("list each status"),
    ],
)
.rules(&[Rule::SomeStatus]);

pub(crate) static RESPONSE: Object = Object::new(
    "Response Object",
    &[
        key("summary", STRING).since_3_2().annotation(),
        key("description", STRING).required_until_3_1().annotation(),
        key("headers", map(&HEADERS)),
        key("content", map(&CONTENT)),
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
        key("explode", BOOLEAN).note(DEFAULT_ALONE),
        key("allowReserved", BOOLEAN).only_3_0().no_effect("only query parameters have it"),
        key("schema", SCHEMA),
        key("content", map(&ONE_MEDIA_TYPE)).refused("describe it by a `schema`"),
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
