use super::{document, in_operation, outlines};

#[test]
fn a_missing_key_is_reported_at_its_object() {
    assert_eq!(outlines("openapi: 3.0.3\npaths: {}"), ["missing-key value "]);
    assert_eq!(outlines("openapi: 3.0.3\ninfo: {title: T}\npaths: {}"), ["missing-key value /info"]);
    assert_eq!(
        in_operation("3.0.3", "{requestBody: {}, responses: {'200': {}}}"),
        ["missing-key value /requestBody", "missing-key value /responses/200",]
    );
}

#[test]
fn a_key_that_an_operation_misses_is_reported_at_its_method() {
    assert_eq!(in_operation("3.0.3", "{}"), ["missing-key key "]);
    assert_eq!(in_operation("3.1.0", "{}"), ["unsupported key "]);
}

#[test]
fn an_openapi_3_1_document_has_at_least_one_part() {
    assert_eq!(outlines(&document("3.1.0", "")), ["missing-key value "]);
    assert!(outlines(&document("3.1.0", "components: {}")).is_empty());
    assert_eq!(outlines(&document("3.0.3", "components: {}")), ["missing-key value "]);
}

#[test]
fn nothing_under_a_key_is_reported_at_the_key() {
    assert_eq!(outlines(&document("3.0.3", "paths:")), ["wrong-type key /paths"]);
    assert_eq!(outlines(&document("3.0.3", "paths: {/a: {get: }}")), ["wrong-type key /paths/~1a/get"]);
}

#[test]
fn all_problems_are_reported_at_once() {
    let text = "openapi: 3.0.3\ninfo: {titel: T}\npaths: {/a: {get: {operationid: a}}, b: {}}";
    assert_eq!(
        outlines(text),
        [
            "unknown-key key /info/titel",
            "missing-key value /info",
            "missing-key value /info",
            "unknown-key key /paths/~1a/get/operationid",
            "missing-key key /paths/~1a/get",
            "unknown-key key /paths/b",
        ]
    );
}
