//! Paths and path items.

use super::*;

pub(crate) static PATHS: Object = Object::new("Paths Object", &[keys(Names::Path, object(&PATH_ITEM))]);

pub(crate) static PATH_ITEM: Object = Object::new(
    "Path Item Object",
    &[
        key("$ref", LOCATION),
        key("summary", STRING).annotation(),
        key("description", STRING).annotation(),
        key("get", object(&OPERATION)),
        key("put", object(&OPERATION)),
        key("post", object(&OPERATION)),
        key("delete", object(&OPERATION)),
        key("options", object(&OPERATION)),
        key("head", object(&OPERATION)),
        key("patch", object(&OPERATION)),
        key("trace", object(&OPERATION)),
        key("query", object(&OPERATION)).since_3_2(),
        key("additionalOperations", map(&ADDITIONAL_OPERATIONS)).since_3_2(),
        key("servers", list(&SERVERS)).annotation(),
        key("parameters", list(&PARAMETERS)),
    ],
)
.rules(&[Rule::ReferenceAlone])
.strays(&[
    ("security", "it belongs in each operation, or at the top of the document for all of them"),
    ("tags", "it belongs in each operation"),
    ("operationId", "it belongs in an operation, such as `get`"),
    ("responses", "it belongs in an operation, such as `get`"),
    ("requestBody", "it belongs in an operation, such as `post`"),
    ("connect", "OpenAPI has no CONNECT"),
]);

static ADDITIONAL_OPERATIONS: Map = Map::named(Names::Method, object(&OPERATION));
