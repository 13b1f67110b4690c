//! Objects for documentation: callbacks, examples, links, tags.

use super::*;

pub(crate) static CALLBACKS: Map = Map::of(reference(&CALLBACK));

pub(crate) static CALLBACK: Object = Object::new("Callback Object", &[keys(Names::Any, object(&PATH_ITEM))]);

pub(crate) static EXAMPLES: Map = Map::of(reference(&EXAMPLE));

pub(crate) static EXAMPLE: Object = Object::new(
    "Example Object",
    &[
        key("summary", STRING).annotation(),
        key("description", STRING).annotation(),
        key("dataValue", ANY).since_3_2().annotation(),
        key("serializedValue", STRING).since_3_2().annotation(),
        key("value", ANY).annotation(),
        key("externalValue", URI).annotation(),
    ],
)
.rules(&[
    Rule::Exclusive("value", "dataValue"),
    Rule::Exclusive("value", "serializedValue"),
    Rule::Exclusive("value", "externalValue"),
    Rule::Exclusive("serializedValue", "externalValue"),
]);

pub(crate) static LINKS: Map = Map::of(reference(&LINK));

pub(crate) static LINK: Object = Object::new(
    "Link Object",
    &[
        key("operationRef", URI).annotation(),
        key("operationId", NAME).annotation(),
        key("parameters", map(&LINK_PARAMETERS)).annotation(),
        key("requestBody", ANY).annotation(),
        key("description", STRING).annotation(),
        key("server", object(&SERVER)).annotation(),
    ],
)
.rules(&[
    Rule::Exclusive("operationRef", "operationId"),
    Rule::AtLeastOne(Versions::All, &["operationRef", "operationId"]),
]);

static LINK_PARAMETERS: Map = Map::of(ANY);

pub(crate) static TAGS: List = List::of(object(&TAG)).unique_by("name");

pub(crate) static TAG: Object = Object::new(
    "Tag Object",
    &[
        key("name", STRING).required().annotation(),
        key("summary", STRING).since_3_2().annotation(),
        key("description", STRING).annotation(),
        key("externalDocs", object(&EXTERNAL_DOCUMENTATION)).annotation(),
        key("parent", STRING).since_3_2().annotation(),
        key("kind", STRING).since_3_2().annotation(),
    ],
);
