//! What is refused when a server is generated, and what is decided otherwise.

use specwright_runtime::json::Json;

/// Schemas of draft 2020-12 that are refused, and why.
pub(crate) const REFUSED_3_1: &[(&str, &str)] = &[
    // a default that its schema refuses is an error
    ("default: the default keyword does not do anything if the property is missing", "default-mismatch"),
    // schemas refer to nothing outside of the document
    ("defs: validate definition against metaschema", "foreign-reference"),
    // an enum that admits nothing is a mistake
    ("enum: empty enum", "wrong-value"),
    ("ref: remote ref, containing refs itself", "foreign-reference"),
    // a document that is found elsewhere than its `$id` says
    ("refRemote: remote HTTP ref with different $id", "foreign-reference"),
    ("refRemote: remote HTTP ref with different URN $id", "foreign-reference"),
    // other dialects are other languages
    ("vocabulary: schema that uses custom metaschema with with no validation vocabulary", "unsupported"),
    ("vocabulary: ignore unrecognized optional vocabulary", "unsupported"),
];

/// Schemas of draft 4 that are refused, though OpenAPI 3.0 has all of their keywords, and why.
pub(crate) const REFUSED_3_0: &[(&str, &str)] = &[
    // a default that its schema refuses is an error
    ("default: the default keyword does not do anything if the property is missing", "default-mismatch"),
    ("definitions: validate definition against metaschema", "foreign-reference"),
    // they have a `$comment`
    ("enum: characters with the same visual representation but different codepoint", "key-of-other-version"),
    (
        "enum: characters with the same visual representation, but different number of codepoints",
        "key-of-other-version",
    ),
    // schemas refer to nothing outside of the document
    ("ref: remote ref, containing refs itself", "foreign-reference"),
    ("refRemote: remote ref", "foreign-reference"),
    ("refRemote: fragment within remote ref", "foreign-reference"),
    ("refRemote: ref within remote ref", "foreign-reference"),
    ("refRemote: Location-independent identifier in remote ref", "foreign-reference"),
    // an array has `items`
    ("type: array type matches arrays", "missing-key"),
];

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
