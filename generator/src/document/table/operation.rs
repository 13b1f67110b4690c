//! Operations, and the links to documentation that many objects have.

use super::*;

pub(crate) static OPERATION: Object = Object::new(
    "Operation Object",
    &[
        key("tags", list(&TAG_NAMES)),
        key("summary", STRING).annotation(),
        key("description", STRING).annotation(),
        key("externalDocs", object(&EXTERNAL_DOCUMENTATION)).annotation(),
        key("operationId", NAME),
        key("parameters", list(&PARAMETERS)),
        key("requestBody", reference(&REQUEST_BODY)),
        key("responses", object(&RESPONSES)).required_in_3_0(),
        key("callbacks", map(&CALLBACKS)).documentation(),
        key("deprecated", BOOLEAN),
        key("security", list(&SECURITY_REQUIREMENTS)).instead(PUBLIC),
        key("servers", list(&SERVERS)).annotation(),
    ],
)
.named_by_key()
.rules(&[Rule::Answers])
.strays(&[
    ("consumes", "Swagger 2.0 had it; `requestBody` names its media types"),
    ("produces", "Swagger 2.0 had it; each response names its media types"),
    ("schemes", "Swagger 2.0 had it; write `servers`"),
    ("body", "write `requestBody`"),
    ("response", "write `responses`"),
]);

static TAG_NAMES: List = List::of(STRING);

pub(crate) static EXTERNAL_DOCUMENTATION: Object = Object::new(
    "External Documentation Object",
    &[key("description", STRING).annotation(), key("url", URI).required().annotation()],
);
