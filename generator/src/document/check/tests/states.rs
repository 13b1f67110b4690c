use super::{
    NOTHING, checked, document, in_components, in_parameter, in_response, in_schema, in_scheme, outlines,
    tree, words,
};
use crate::document::{Version, Webhooks, check};

#[test]
fn what_is_refused_is_reported_with_what_to_do() {
    let (message, help) =
        words(&document("3.1.0", "paths: {}\ncomponents: {schemas: {A: {dependencies: {}}}}"));
    assert_eq!(message, "`dependencies` in the Schema Object is not supported yet");
    assert_eq!(help.as_deref(), Some("until it is, say it in the description, and check it in the handler"));
}

#[test]
fn what_is_inside_a_refused_key_is_checked_too() {
    assert_eq!(
        in_schema("3.1.0", "{definitions: {a: {typ: string}, b: {oneOf: []}}}"),
        [
            "unsupported key /definitions",
            "unknown-key key /definitions/a/typ",
            "wrong-value value /definitions/b/oneOf",
        ]
    );
}

#[test]
fn a_path_item_by_reference_stands_alone() {
    let item = |more: &str| {
        let paths = format!("paths: {{/a: {{$ref: '#/components/pathItems/A', summary: S{more}}}}}");
        outlines(&document("3.1.0", &format!("{paths}\ncomponents: {{pathItems: {{A: {{}}}}}}")))
    };
    assert_eq!(item(""), NOTHING);
    assert_eq!(item(", get: {responses: {'200': {description: d}}}"), ["unsupported key /paths/~1a/get"]);
}

#[test]
fn a_media_type_is_a_reference_since_3_2() {
    let response = "{description: d, content: {application/json: {$ref: '#/components/mediaTypes/A'}}}";
    assert_eq!(in_response("3.1.0", response), ["unknown-key key /content/application~1json/$ref"]);
    assert_eq!(in_response("3.2.0", response), NOTHING);
}

#[test]
fn a_parameter_has_a_schema_or_a_media_type() {
    assert_eq!(in_parameter("3.0.3", "{name: q, in: query, content: {application/json: {}}}"), NOTHING);
    assert_eq!(in_parameter("3.0.3", "{name: q, in: query}").len(), 1);
}

#[test]
fn mutual_tls_is_of_3_1() {
    assert_eq!(in_scheme("3.1.0", "{type: mutualTLS}"), NOTHING);
    assert_eq!(in_scheme("3.0.3", "{type: mutualTLS}"), ["wrong-value value /type"]);
}

#[test]
fn only_the_standard_dialects_are_read() {
    let dialect = |uri: &str| outlines(&document("3.1.0", &format!("paths: {{}}\njsonSchemaDialect: {uri}")));
    assert_eq!(dialect("https://spec.openapis.org/oas/3.1/dialect/base"), NOTHING);
    assert_eq!(dialect("https://json-schema.org/draft/2020-12/schema"), NOTHING);
    assert_eq!(dialect("https://example.com/mine"), ["unsupported value /jsonSchemaDialect"]);
    assert_eq!(in_schema("3.1.0", "{$schema: 'https://example.com/mine'}"), ["unsupported value /$schema"]);
}

#[test]
fn documentation_is_checked_and_nothing_in_it_is_refused() {
    let text = document(
        "3.1.0",
        "webhooks: {a: {post: {requestBody: {content: {text/plain: {schema: {allOf: [{}], typ: string}}}}}}}",
    );
    assert_eq!(
        outlines(&text),
        ["unknown-key key /webhooks/a/post/requestBody/content/text~1plain/schema/typ"]
    );
}

#[test]
fn documentation_is_listed_apart_from_schemas() {
    let text = document(
        "3.0.3",
        "paths:
  /a:
    post:
      callbacks: {c: {'{$request.body#/url}': {post: {requestBody: {content: {text/plain: {schema: {}}}}, responses: {'200': {description: ok}}}}}}
      requestBody: {content: {multipart/form-data: {schema: {}, encoding: {a: {contentType: text/plain}}}}}
      responses: {'200': {description: ok, links: {l: {operationId: a}}}}",
    );
    let checked = checked(&text);
    assert_eq!(checked.diagnostics, []);
    let strings =
        |pointers: &[crate::source::Pointer]| pointers.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        strings(&checked.documentation),
        ["/paths/~1a/post/callbacks", "/paths/~1a/post/responses/200/links",]
    );
    assert_eq!(
        strings(&checked.schemas),
        ["/paths/~1a/post/requestBody/content/multipart~1form-data/schema"]
    );
}

#[test]
fn a_key_without_meaning_where_it_stands_warns() {
    let flow = "{type: oauth2, flows: {password: {tokenUrl: t, authorizationUrl: a, scopes: {}}}}";
    assert_eq!(in_scheme("3.0.3", flow), ["no-effect key /flows/password/authorizationUrl"]);
    let header = "{headers: {A: {schema: {}, allowReserved: true}}}";
    assert_eq!(in_components("3.0.3", header), ["no-effect key /components/headers/A/allowReserved"]);
    let scheme = "{type: http, scheme: bearer, openIdConnectUrl: 'https://example.com'}";
    assert_eq!(in_scheme("3.0.3", scheme), ["no-effect key /openIdConnectUrl"]);
}

#[test]
fn webhooks_are_documentation_unless_they_become_requests() {
    let hook = "{a: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {default: {$ref: x}}}}}";
    let tree = tree(&document("3.1.0", &format!("webhooks: {hook}")));
    let at =
        |pointers: &[crate::source::Pointer]| pointers.iter().map(ToString::to_string).collect::<Vec<_>>();
    let documentation = check(&tree, Version::V3_1, Webhooks::Documentation);
    assert_eq!(at(&documentation.documentation), ["/webhooks"]);
    assert_eq!(at(&documentation.schemas), NOTHING);
    let requests = check(&tree, Version::V3_1, Webhooks::Requests);
    assert_eq!(at(&requests.documentation), ["/webhooks/a/post/responses"]);
    assert_eq!(at(&requests.schemas), ["/webhooks/a/post/requestBody/content/application~1json/schema"]);
    assert_eq!((documentation.diagnostics.len(), requests.diagnostics.len()), (0, 0));
}
