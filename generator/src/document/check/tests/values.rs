use super::{NOTHING, document, in_operation, in_parameter, in_schema, in_scheme, outlines, words};

#[test]
fn a_value_of_the_wrong_type_is_reported_with_both_types() {
    let parameter =
        "paths: {}\ncomponents: {parameters: {A: {name: q, in: query, required: 'yes', schema: {}}}}";
    assert_eq!(
        words(&document("3.0.3", parameter)).0,
        "`required` in the Parameter Object must be a boolean, not a string"
    );
}

#[test]
fn objects_maps_and_lists_are_told_apart() {
    assert_eq!(outlines(&document("3.0.3", "paths: []")), ["wrong-type value /paths"]);
    assert_eq!(outlines(&document("3.0.3", "paths: {}\ntags: {}")), ["wrong-type value /tags"]);
    assert_eq!(in_schema("3.0.3", "{properties: []}"), ["wrong-type value /properties"]);
    assert_eq!(in_schema("3.0.3", "{type: array, items: [{}]}"), ["wrong-type value /items"]);
    assert_eq!(in_operation("3.0.3", "{responses: [{description: ok}]}"), ["wrong-type value /responses"]);
}

#[test]
fn an_empty_security_does_not_mean_public() {
    let (message, help) = words(&document("3.0.3", "paths: {}\nsecurity:"));
    assert_eq!(
        message,
        "`security` in the OpenAPI Object must be a list of Security Requirement Objects, not null"
    );
    let help = help.unwrap();
    assert!(help.contains("public"), "{help}");
}

#[test]
fn a_security_requirement_lists_its_scopes() {
    assert_eq!(
        outlines(&document("3.0.3", "paths: {}\nsecurity: [{k: }]")),
        ["wrong-type value /security/0/k"]
    );
    assert_eq!(outlines(&document("3.0.3", "paths: {}\nsecurity: [k]")), ["wrong-type value /security/0"]);
    assert_eq!(outlines(&document("3.0.3", "paths: {}\nsecurity: [{}, {k: []}]")), NOTHING);
}

#[test]
fn null_is_no_text() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1', description: null}\npaths: {}";
    assert_eq!(outlines(text), ["wrong-type value /info/description"]);
}

#[test]
fn a_version_without_quotes_is_a_number() {
    let (_, help) = words("openapi: 3.0.3\ninfo: {title: T, version: 1.0}\npaths: {}");
    assert_eq!(help.as_deref(), Some("put it in quotes"));
}

#[test]
fn examples_and_extensions_hold_anything() {
    assert_eq!(in_schema("3.0.3", "{example: {type: 5, $ref: 5}, x-a: {$ref: 5}}"), NOTHING);
    assert_eq!(in_parameter("3.0.3", "{name: q, in: query, schema: {}, example: null}"), NOTHING);
}

#[test]
fn only_the_listed_strings_are_allowed() {
    let parameter = "paths: {}\ncomponents: {parameters: {A: {name: q, in: Header, schema: {}}}}";
    let (message, help) = words(&document("3.0.3", parameter));
    assert_eq!(
        message,
        "`in` in the Parameter Object must be `query`, `header`, `path` or `cookie`, not `Header`"
    );
    assert_eq!(help.as_deref(), Some("did you mean `header`?"));
    assert_eq!(
        in_parameter("3.0.3", "{name: q, in: query, schema: {}, style: deep}"),
        ["wrong-value value /style"]
    );
    assert_eq!(in_scheme("3.0.3", "{type: basic}"), ["wrong-value value /type"]);
}

#[test]
fn a_value_of_a_later_version_is_known_for_what_it_is() {
    let scheme = "paths: {}\ncomponents: {securitySchemes: {A: {type: mutualTLS}}}";
    let (message, _) = words(&document("3.0.3", scheme));
    assert_eq!(
        message,
        "`type` in the Security Scheme Object is `mutualTLS`, which exists since OpenAPI 3.1"
    );
}

#[test]
fn a_name_is_not_empty() {
    assert_eq!(in_parameter("3.0.3", "{name: '', in: query, schema: {}}"), ["wrong-value value /name"]);
    let found = in_operation("3.0.3", "{operationId: '', responses: {'200': {description: ok}}}");
    assert_eq!(found, ["wrong-value value /operationId"]);
}

#[test]
fn an_authentication_scheme_is_a_token() {
    assert_eq!(in_scheme("3.0.3", "{type: http, scheme: foo bar}"), ["wrong-value value /scheme"]);
    assert_eq!(in_scheme("3.0.3", "{type: http, scheme: Bearer}"), NOTHING);
}

#[test]
fn a_url_has_no_spaces() {
    let url =
        |url: &str| outlines(&document("3.0.3", &format!("paths: {{}}\nexternalDocs: {{url: '{url}'}}")));
    assert_eq!(url("https://example.com/a b"), ["wrong-value value /externalDocs/url"]);
    assert_eq!(url("..\\secret"), ["wrong-value value /externalDocs/url"]);
    for good in ["", "../a", "#/paths/~1a~1{id}", "https://example.com/ü?a=%20"] {
        assert_eq!(url(good), NOTHING, "{good}");
    }
}

#[test]
fn a_token_url_may_be_relative_and_not_empty() {
    let flow = |url: &str| {
        in_scheme(
            "3.0.3",
            &format!("{{type: oauth2, flows: {{password: {{tokenUrl: {url}, scopes: {{}}}}}}}}"),
        )
    };
    assert_eq!(flow("token"), NOTHING);
    assert_eq!(flow("''"), ["wrong-value value /flows/password/tokenUrl"]);
}

#[test]
fn the_name_of_a_tag_is_unique() {
    let found = outlines(&document("3.0.3", "paths: {}\ntags: [{name: a}, {name: b}, {name: a}]"));
    assert_eq!(found, ["wrong-value value /tags/2/name"]);
}

#[test]
fn a_parameter_has_one_media_type() {
    let parameter = "{name: q, in: query, content: {}}";
    assert!(in_parameter("3.0.3", parameter).contains(&"wrong-value value /content".to_owned()));
}
