//! What is refused when a server is generated, and what is decided otherwise.

use specwright_runtime::json::Json;

/// Schemas of draft 2020-12 that are refused, and why.
pub(crate) const REFUSED_3_1: &[(&str, &str)] = &[];

/// Schemas of draft 4 that are refused, though OpenAPI 3.0 has all of their keywords, and why.
pub(crate) const REFUSED_3_0: &[(&str, &str)] = &[];

/// Values that the suite takes and we do not, and why.
pub(crate) const OTHERWISE: &[(&str, &str)] = &[
    ("format: ", "formats are asserted"),
    ("content: validation of binary string-encoding", "encodings are asserted"),
    ("content: validation of binary-encoded media type documents", "encodings are asserted"),
];

/// Keywords of draft 4 that OpenAPI 3.0 has not (Schema Object).
const UNKNOWN: &[&str] =
    &["$schema", "additionalItems", "definitions", "dependencies", "id", "patternProperties"];

/// Whether a schema has a keyword that is not in OpenAPI 3.0, a list of types or of items, or the type `null`.
pub(crate) fn is_unknown_to_3_0(schema: &Json) -> bool {
    let is_list = |key| matches!(schema.get(key), Some(Json::Array(_)));
    let inside = || schema.members().iter().map(|(_, value)| value).chain(schema.items());
    UNKNOWN.iter().any(|key| schema.get(key).is_some())
        || is_list("type")
        || is_list("items")
        || schema.get("type").and_then(Json::as_str) == Some("null")
        || inside().any(is_unknown_to_3_0)
}
