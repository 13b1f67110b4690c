use super::{NOTHING, document, in_components, in_operation, in_response, in_schema, outlines, words};

#[test]
fn a_misspelt_key_is_reported_with_the_nearest_one() {
    let text = document("3.0.3", "paths: {/a: {get: {securtiy: [], responses: {'200': {description: ok}}}}}");
    let (message, help) = words(&text);
    assert_eq!(message, "unknown key `securtiy` in the Operation Object");
    assert_eq!(help.as_deref(), Some("did you mean `security`?"));
}

#[test]
fn a_key_of_another_object_is_led_to_where_it_belongs() {
    let (message, help) = words(&document("3.0.3", "paths: {/a: {security: []}}"));
    assert_eq!(message, "unknown key `security` in the Path Item Object");
    assert_eq!(
        help.as_deref(),
        Some("it belongs in each operation, or at the top of the document for all of them")
    );
}

#[test]
fn a_key_of_a_later_version_is_known_for_what_it_is() {
    let (message, _) = words(&document("3.0.3", "paths: {}\nwebhooks: {}"));
    assert_eq!(message, "`webhooks` in the OpenAPI Object exists since OpenAPI 3.1");
    let (message, _) = words(&document("3.1.0", "paths: {/a: {query: {}}}"));
    assert_eq!(message, "`query` in the Path Item Object exists since OpenAPI 3.2");
}

#[test]
fn a_key_of_an_earlier_version_is_reported_with_what_to_write() {
    let schema = "paths: {}\ncomponents: {schemas: {A: {type: string, nullable: true}}}";
    let (message, help) = words(&document("3.1.0", schema));
    assert_eq!(message, "`nullable` in the Schema Object exists only in OpenAPI 3.0");
    assert_eq!(help.as_deref(), Some("add `\"null\"` to the list of types"));
}

#[test]
fn extensions_may_stand_where_the_specification_lets_them() {
    assert_eq!(outlines(&document("3.0.3", "x-a: null\npaths: {x-b: 1, /a: {x-c: []}}")), NOTHING);
    assert_eq!(
        in_operation("3.0.3", "{x-a: 1, responses: {x-b: 1, '200': {description: ok, x-c: 1}}}"),
        NOTHING
    );
    assert_eq!(in_components("3.0.3", "{x-a: 1}"), NOTHING);
}

#[test]
fn a_discriminator_has_extensions_since_3_1() {
    let schema = "{oneOf: [{}], discriminator: {propertyName: a, x-b: 1}}";
    let unknown = "unknown-key key /discriminator/x-b".to_owned();
    assert!(in_schema("3.0.3", schema).contains(&unknown));
    assert!(!in_schema("3.1.0", schema).contains(&unknown));
}

#[test]
fn in_a_map_every_key_is_a_name() {
    assert_eq!(in_schema("3.0.3", "{properties: {x-a: {type: string}, type: {type: string}}}"), NOTHING);
    assert_eq!(in_schema("3.0.3", "{properties: {x-a: string}}"), ["wrong-type value /properties/x-a"]);
    assert_eq!(outlines(&document("3.0.3", "paths: {}\nsecurity: [{x-a: []}]")), NOTHING);
}

#[test]
fn component_names_are_checked() {
    assert_eq!(in_components("3.0.3", "{schemas: {A B: {}}}"), ["wrong-value key /components/schemas/A B"]);
}

#[test]
fn a_map_cannot_be_a_reference() {
    let found = in_components("3.0.3", "{schemas: {$ref: other.yaml}}");
    assert_eq!(
        found,
        ["wrong-value key /components/schemas/$ref", "wrong-type value /components/schemas/$ref"]
    );
    assert_eq!(
        in_operation("3.0.3", "{responses: {$ref: x, '200': {description: ok}}}"),
        ["unknown-key key /responses/$ref"]
    );
}

#[test]
fn a_path_begins_with_a_slash() {
    assert_eq!(outlines(&document("3.0.3", "paths: {a: {}}")), ["unknown-key key /paths/a"]);
}

#[test]
fn a_status_that_cannot_be_is_reported() {
    let (message, help) =
        words(&document("3.0.3", "paths: {/a: {get: {responses: {2xx: {description: x}}}}}"));
    assert_eq!(message, "`2xx` in the Responses Object is no status code");
    assert_eq!(help.as_deref(), Some("did you mean `2XX`?"));
    assert_eq!(
        in_operation("3.0.3", "{responses: {'999': {description: x}}}"),
        ["unknown-key key /responses/999"]
    );
}

#[test]
fn a_media_type_has_a_subtype() {
    assert_eq!(
        in_response("3.0.3", "{description: x, content: {json: {}}}"),
        ["wrong-value key /content/json"]
    );
}

#[test]
fn media_types_and_headers_are_one_in_any_case() {
    let found = in_response("3.0.3", "{description: x, content: {text/plain: {}, Text/Plain: {}}}");
    assert_eq!(found, ["duplicate-key key /content/Text~1Plain"]);
    let found = in_response("3.0.3", "{description: x, headers: {X-A: {schema: {}}, x-a: {schema: {}}}}");
    assert_eq!(found, ["duplicate-key key /headers/x-a"]);
}

#[test]
fn words_of_the_document_cannot_break_the_message() {
    let (message, _) = words(&document("3.0.3", "paths: {}\n\"a\\nb\\u202E\": 1"));
    assert_eq!(message, "unknown key `a\\u{a}b\\u{202e}` in the OpenAPI Object");
    let long = "y".repeat(1_000);
    assert!(words(&document("3.0.3", &format!("paths: {{}}\n{long}: 1"))).0.len() < 120);
}

#[test]
fn keys_that_begin_like_our_own_are_ours() {
    for (key, help) in [
        ("x-specwright-alow", "did you mean `x-specwright-allow`?"),
        ("x-Specwright-Allow", "did you mean `x-specwright-allow`?"),
        ("x-specwirght-allow", "did you mean `x-specwright-allow`?"),
        (
            "x-specwright-ignore-everything",
            "keys that begin with `x-specwright` are the generator's own: there is `x-specwright-allow`",
        ),
        ("x-specwright", "did you mean `x-specwright-allow`?"),
    ] {
        let (message, found) = words(&document("3.0.3", &format!("paths: {{}}\n{key}: [no-effect]")));
        assert_eq!(message, format!("unknown key `{key}` in the OpenAPI Object"));
        assert_eq!(found.as_deref(), Some(help));
    }
}

#[test]
fn keys_of_others_are_not_ours() {
    for key in ["x-spectral-allow", "x-playwright-allow", "x-allow", "x-amazon-apigateway-integration", "x-"]
    {
        assert_eq!(outlines(&document("3.0.3", &format!("paths: {{}}\n{key}: 1"))), NOTHING, "{key}");
    }
}

#[test]
fn our_own_key_may_stand_where_extensions_may_and_beside_references() {
    let allow = "x-specwright-allow: [no-effect]";
    assert_eq!(in_schema("3.0.3", &format!("{{type: string, {allow}}}")), NOTHING);
    assert_eq!(in_schema("3.0.3", &format!("{{$ref: '#/a', {allow}}}")), NOTHING);
    assert_eq!(in_schema("3.1.0", &format!("{{$ref: '#/a', {allow}}}")), NOTHING);
    assert_eq!(in_response("3.0.3", &format!("{{$ref: '#/a', {allow}}}")), NOTHING);
    assert_eq!(
        in_operation("3.0.3", &format!("{{{allow}, responses: {{{allow}, '200': {{description: ok}}}}}}")),
        NOTHING
    );
}

#[test]
fn in_a_requirement_it_is_the_name_of_a_scheme() {
    let found = outlines(&document("3.0.3", "paths: {}\nsecurity: [{x-specwright-allow: [admin]}]"));
    assert_eq!(found, NOTHING);
}
