//! References, where OpenAPI rather than JSON Schema defines them.

use super::*;

pub(crate) static REFERENCE: Object = Object::new(
    "Reference Object",
    &[
        key("$ref", LOCATION).required(),
        key("summary", STRING).since_3_1().annotation(),
        key("description", STRING).since_3_1().annotation(),
    ],
)
.closed();
