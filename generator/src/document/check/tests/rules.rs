use super::{NOTHING, document, in_components, in_operation, in_parameter, in_response, in_scheme, outlines};

#[test]
fn a_style_is_one_of_its_place() {
    let style = |version, place, style| {
        in_parameter(
            version,
            &format!("{{name: q, in: {place}, required: true, style: {style}, schema: {{}}}}"),
        )
    };
    for (place, good) in [
        ("path", ["simple", "label", "matrix"].as_slice()),
        ("query", &["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ("header", &["simple"]),
        ("cookie", &["form", "cookie"]),
    ] {
        for style_name in
            ["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"]
        {
            let wanted =
                if good.contains(&style_name) { vec![] } else { vec!["wrong-value value /style".to_owned()] };
            assert_eq!(style("3.2.0", place, style_name), wanted, "{place} {style_name}");
        }
    }
    assert_eq!(style("3.1.0", "cookie", "cookie"), ["wrong-value value /style"]);
}

#[test]
fn the_whole_query_has_content_alone() {
    let whole = |rest| in_parameter("3.2.0", &format!("{{name: q, in: querystring, {rest}}}"));
    assert_eq!(whole("content: {application/json: {}}"), NOTHING);
    assert_eq!(whole("schema: {}"), ["wrong-value key /schema"]);
    assert_eq!(whole("style: form, content: {application/json: {}}"), ["wrong-value key /style"]);
}

#[test]
fn a_device_flow_has_its_addresses_and_scopes() {
    let flow =
        |flow: &str| in_scheme("3.2.0", &format!("{{type: oauth2, flows: {{deviceAuthorization: {flow}}}}}"));
    assert_eq!(flow("{deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {}}"), NOTHING);
    assert_eq!(flow("{}").len(), 3);
}

#[test]
fn an_example_is_written_in_one_way() {
    let example = |example: &str| in_components("3.2.0", &format!("{{examples: {{A: {example}}}}}")).len();
    assert_eq!(example("{dataValue: 1, serializedValue: '1'}"), 0);
    assert_eq!(example("{dataValue: 1, value: 1}"), 1);
    assert_eq!(example("{serializedValue: '1', externalValue: /e}"), 1);
}

#[test]
fn a_parameter_has_a_schema_or_content_and_not_both() {
    assert_eq!(in_parameter("3.0.3", "{name: q, in: query}"), ["missing-key value "]);
    let both = in_parameter("3.0.3", "{name: q, in: query, content: {text/plain: {}}, schema: {}}");
    assert!(both.contains(&"exclusive key /schema".to_owned()), "{both:?}");
}

#[test]
fn a_header_has_a_schema_or_content() {
    assert_eq!(in_components("3.0.3", "{headers: {A: {}}}"), ["missing-key value /components/headers/A"]);
}

#[test]
fn example_and_examples_exclude_each_other() {
    let parameter = "{name: q, in: query, schema: {}, examples: {}, example: 1}";
    assert_eq!(in_parameter("3.0.3", parameter), ["exclusive key /example"]);
}

#[test]
fn a_license_has_an_identifier_or_a_url() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1', license: {name: n, identifier: MIT, url: u}}\npaths: {}";
    assert_eq!(outlines(text), ["exclusive key /info/license/url"]);
}

#[test]
fn an_example_has_one_value() {
    let found = in_components("3.0.3", "{examples: {A: {value: 1, externalValue: u}}}");
    assert_eq!(found, ["exclusive key /components/examples/A/externalValue"]);
}

#[test]
fn a_link_names_one_operation() {
    let link = |link: &str| in_components("3.0.3", &format!("{{links: {{A: {link}}}}}"));
    assert_eq!(link("{operationId: a, operationRef: u}"), ["exclusive key /components/links/A/operationRef"]);
    assert_eq!(link("{}"), ["missing-key value /components/links/A"]);
}

#[test]
fn a_path_parameter_is_required() {
    assert_eq!(in_parameter("3.0.3", "{name: q, in: path, schema: {}}"), ["missing-key value "]);
    let found = in_parameter("3.0.3", "{name: q, in: path, required: false, schema: {}}");
    assert_eq!(found, ["wrong-value value /required"]);
}

#[test]
fn the_name_of_a_header_is_a_token() {
    let parameter = "{name: 'X-A: b', in: header, schema: {}}";
    assert_eq!(in_parameter("3.0.3", parameter), ["wrong-value value /name"]);
    let scheme = "{type: apiKey, in: header, name: \"X-Key\\r\\nX-Evil: 1\"}";
    assert_eq!(in_scheme("3.0.3", scheme), ["wrong-value value /name"]);
    let cookie = "{type: apiKey, in: cookie, name: 'a;b'}";
    assert_eq!(in_scheme("3.0.3", cookie), ["wrong-value value /name"]);
    assert_eq!(in_parameter("3.0.3", "{name: 'a[b] c', in: query, schema: {}}"), NOTHING);
}

#[test]
fn header_parameters_that_are_described_elsewhere_have_no_effect() {
    for name in ["Authorization", "accept", "CONTENT-TYPE"] {
        let found = in_parameter("3.0.3", &format!("{{name: {name}, in: header, schema: {{}}}}"));
        assert_eq!(found, ["no-effect value /name"], "{name}");
    }
    assert_eq!(in_parameter("3.0.3", "{name: Authorization, in: query, schema: {}}"), NOTHING);
}

#[test]
fn a_response_header_named_content_type_has_no_effect() {
    let found = in_response("3.0.3", "{description: x, headers: {Content-Type: {schema: {}}}}");
    assert_eq!(found, ["no-effect key /headers/Content-Type"]);
}

#[test]
fn responses_have_a_status() {
    assert_eq!(in_operation("3.0.3", "{responses: {}}"), ["missing-key value /responses"]);
    assert_eq!(in_operation("3.0.3", "{responses: {x-a: 1}}"), ["missing-key value /responses"]);
}

#[test]
fn some_statuses_have_no_content() {
    for status in ["100", "204", "205", "304"] {
        let responses =
            format!("{{responses: {{'{status}': {{description: x, content: {{text/plain: {{}}}}}}}}}}");
        assert_eq!(in_operation("3.0.3", &responses), [format!("no-effect key /responses/{status}/content")]);
    }
    assert_eq!(in_operation("3.0.3", "{responses: {'204': {description: x, content: {}}}}"), NOTHING);
    let component = "{responses: {'204': {description: x, content: {text/plain: {}}}}}";
    assert_eq!(in_components("3.0.3", component), NOTHING);
}

#[test]
fn only_forms_have_an_encoding() {
    let found = in_response("3.0.3", "{description: x, content: {application/json: {encoding: {}}}}");
    assert_eq!(found, ["no-effect key /content/application~1json/encoding"]);
    for form in ["multipart/mixed", "application/x-www-form-urlencoded", "'*/*'"] {
        let found =
            in_response("3.0.3", &format!("{{description: x, content: {{{form}: {{encoding: {{}}}}}}}}"));
        assert_eq!(found, NOTHING, "{form}");
    }
}

#[test]
fn the_default_of_a_server_variable_is_one_of_its_values_since_3_1() {
    let servers = "paths: {}\nservers: [{url: '{a}', variables: {a: {enum: [x], default: y}}}]";
    assert_eq!(outlines(&document("3.0.3", servers)), NOTHING);
    assert_eq!(outlines(&document("3.1.0", servers)), ["wrong-value value /servers/0/variables/a/default"]);
}

#[test]
fn the_schemes_need_what_their_type_needs() {
    let missing = |scheme: &str| {
        in_scheme("3.0.3", scheme).iter().filter(|found| *found == "missing-key value ").count()
    };
    assert_eq!(missing("{}"), 1);
    assert_eq!(missing("{type: apiKey}"), 2);
    assert_eq!(missing("{type: http}"), 1);
    assert_eq!(missing("{type: oauth2}"), 1);
    assert_eq!(missing("{type: openIdConnect}"), 1);
}

#[test]
fn the_flows_need_their_endpoints() {
    let found = |flow: &str| in_scheme("3.0.3", &format!("{{type: oauth2, flows: {{{flow}}}}}"));
    assert_eq!(found(""), ["missing-key value /flows"]);
    assert_eq!(found("implicit: {scopes: {}}"), ["missing-key value /flows/implicit"]);
    assert_eq!(found("password: {scopes: {}}"), ["missing-key value /flows/password"]);
    assert_eq!(found("password: {tokenUrl: t}"), ["missing-key value /flows/password"]);
    assert_eq!(found("clientCredentials: {scopes: {}}"), ["missing-key value /flows/clientCredentials"]);
    assert_eq!(found("authorizationCode: {}").len(), 3);
}
