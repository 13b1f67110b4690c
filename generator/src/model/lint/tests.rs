#![allow(clippy::unwrap_used)]

use crate::diagnostic::{Diagnostic, Place};
use crate::document::document;
use crate::model::reader::Reader;
use crate::source::Source;

/// Formats of no type of their own.
static NO_FORMATS: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();

/// What a document is warned of, whose parts but for the version and the info are `rest`.
///
/// The rules are asked even where another stage refuses the document, so that they hold for what is not supported yet.
fn diagnostics(rest: &str) -> Vec<Diagnostic> {
    let text = format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{rest}\n");
    let source = Source::parse("spec.yaml", text.into_bytes()).unwrap();
    let document = document(&source).document.unwrap();
    Reader::new(&document, &NO_FORMATS).lints()
}

/// The same, each warning as `code pointer`.
fn outlines(rest: &str) -> Vec<String> {
    let outline = |diagnostic: &Diagnostic| match &diagnostic.place {
        Place::Key(pointer) | Place::Value(pointer) => format!("{} {pointer}", diagnostic.code.name()),
        other => format!("{} {other:?}", diagnostic.code.name()),
    };
    diagnostics(rest).iter().map(outline).collect()
}

/// What a scheme is warned of that an operation requires, with pointers from the scheme on.
fn of_scheme(scheme: &str) -> Vec<String> {
    let rest = format!(
        "paths: {{/a: {{get: {{security: [{{s: []}}], responses: {{'200': {{description: ok}}, '401': {{description: no}}}}}}}}}}\n\
         components: {{securitySchemes: {{s: {scheme}}}}}"
    );
    outlines(&rest).into_iter().map(|outline| outline.replace("/components/securitySchemes/s", "")).collect()
}

const SCHEMES: &str =
    "components: {securitySchemes: {s: {type: http, scheme: bearer}, t: {type: http, scheme: basic}}}";

/// What operations are warned of, whose `responses` is `R` for short, with pointers from `paths` on.
fn of_paths(security: &str, paths: &str) -> Vec<String> {
    let responses =
        "responses: {'200': {description: ok}, '401': {description: no}, '403': {description: no}}";
    let paths = paths.replace("R", responses);
    let found = outlines(&format!("{security}\npaths: {paths}\n{SCHEMES}"));
    found.into_iter().map(|outline| outline.replace("/paths", "")).collect()
}

/// What a `GET` with `security` and `responses` is warned of.
fn of_answers(security: &str, responses: &str) -> Vec<String> {
    let operation = format!("{{/a: {{get: {{security: {security}, responses: {responses}}}}}}}");
    of_paths("", &operation)
}

const NOTHING: [&str; 0] = [];
const UNDECLARED_401: &str = "undeclared-401 /~1a/get/responses";
const UNDECLARED_403: &str = "undeclared-403 /~1a/get/responses";

#[test]
fn the_password_and_the_implicit_grant_are_warned_of() {
    assert_eq!(
        of_scheme("{type: oauth2, flows: {password: {tokenUrl: token, scopes: {}}}}"),
        ["password-grant /flows/password"]
    );
    assert_eq!(
        of_scheme("{type: oauth2, flows: {implicit: {authorizationUrl: login, scopes: {}}}}"),
        ["implicit-grant /flows/implicit"]
    );
}

#[test]
fn the_other_grants_are_not() {
    let code =
        "authorizationCode: {authorizationUrl: /login, tokenUrl: 'https://id.example/token', scopes: {}}";
    let client = "clientCredentials: {tokenUrl: token, refreshUrl: token, scopes: {}}";
    assert_eq!(of_scheme(&format!("{{type: oauth2, flows: {{{code}, {client}}}}}")), NOTHING);
}

#[test]
fn every_plain_address_of_a_flow_is_warned_of() {
    let urls =
        "authorizationUrl: 'http://a.example', tokenUrl: 'http://b.example', refreshUrl: 'http://c.example'";
    assert_eq!(
        of_scheme(&format!("{{type: oauth2, flows: {{authorizationCode: {{{urls}, scopes: {{}}}}}}}}")),
        [
            "plain-http /flows/authorizationCode/authorizationUrl",
            "plain-http /flows/authorizationCode/tokenUrl",
            "plain-http /flows/authorizationCode/refreshUrl"
        ]
    );
    let found =
        of_scheme("{type: oauth2, flows: {clientCredentials: {tokenUrl: 'http://a.example', scopes: {}}}}");
    assert_eq!(found, ["plain-http /flows/clientCredentials/tokenUrl"]);
}

#[test]
fn an_address_that_its_flow_ignores_is_not() {
    let implicit = "implicit: {authorizationUrl: /login, tokenUrl: 'http://a.example', scopes: {}}";
    assert_eq!(
        of_scheme(&format!("{{type: oauth2, flows: {{{implicit}}}}}")),
        ["implicit-grant /flows/implicit"]
    );
}

#[test]
fn a_plain_address_of_a_provider_is_warned_of() {
    assert_eq!(
        of_scheme("{type: openIdConnect, openIdConnectUrl: 'http://id.example'}"),
        ["plain-http /openIdConnectUrl"]
    );
    assert_eq!(of_scheme("{type: openIdConnect, openIdConnectUrl: 'https://id.example'}"), NOTHING);
    assert_eq!(of_scheme("{type: openIdConnect, openIdConnectUrl: 'http://localhost:8080'}"), NOTHING);
}

#[test]
fn an_api_key_is_warned_of_in_the_query_alone() {
    assert_eq!(of_scheme("{type: apiKey, name: k, in: query}"), ["api-key-in-query /in"]);
    assert_eq!(of_scheme("{type: apiKey, name: k, in: header}"), NOTHING);
    assert_eq!(of_scheme("{type: apiKey, name: k, in: cookie}"), NOTHING);
}

#[test]
fn a_scheme_that_no_operation_requires_is_not_warned_of() {
    let key = "components: {securitySchemes: {k: {type: apiKey, name: k, in: query}}}";
    assert_eq!(outlines(&format!("paths: {{/a: {{get: {{responses: {{}}}}}}}}\n{key}")), NOTHING);
    assert_eq!(
        outlines(&format!(
            "security: [{{k: []}}]\npaths: {{/a: {{get: {{security: [], responses: {{}}}}}}}}\n{key}"
        )),
        NOTHING
    );
}

#[test]
fn a_scheme_behind_a_reference_is_warned_of_once_where_it_stands() {
    let schemes = "{a: {$ref: '#/components/securitySchemes/k'}, k: {type: apiKey, name: k, in: query}}";
    let get = |names: &str| {
        format!(
            "paths: {{/a: {{get: {{security: [{names}], responses: {{'401': {{description: no}}}}}}}}}}\n\
             components: {{securitySchemes: {schemes}}}"
        )
    };
    let wanted = ["api-key-in-query /components/securitySchemes/k/in"];
    assert_eq!(outlines(&get("{a: []}")), wanted);
    assert_eq!(outlines(&get("{a: []}, {k: []}")), wanted);
}

#[test]
fn an_unsafe_method_is_warned_of_where_it_is_public_and_others_are_not() {
    let found = of_paths("", "{/a: {get: {security: [{s: []}], R}, post: {R}, patch: {security: [], R}}}");
    assert_eq!(found, ["public-unsafe-method /~1a/post", "public-unsafe-method /~1a/patch"]);
    let found = of_paths("security: [{s: []}]", "{/a: {get: {R}, delete: {security: [], R}}}");
    assert_eq!(found, ["public-unsafe-method /~1a/delete"]);
}

#[test]
fn an_unsafe_method_is_not_where_everything_is_public() {
    assert_eq!(of_paths("", "{/a: {get: {R}, post: {R}, put: {security: [], R}}}"), NOTHING);
}

#[test]
fn a_safe_method_may_be_public() {
    let safe = "{/a: {get: {R}, head: {R}, options: {R}, trace: {R}, post: {security: [{s: []}], R}}}";
    assert_eq!(of_paths("", safe), NOTHING);
}

/// What `POST /token` beside a `GET` with security is warned of, where `servers` are given and tokens are at `url`.
fn of_token_endpoint(servers: &str, url: &str) -> Vec<String> {
    let flows = format!("{{clientCredentials: {{tokenUrl: '{url}', scopes: {{}}}}}}");
    outlines(&format!(
        "servers: {servers}\n\
         paths: {{/token: {{post: {{responses: {{}}}}}}, /a: {{get: {{security: [{{s: []}}], responses: {{'401': {{description: no}}}}}}}}}}\n\
         components: {{securitySchemes: {{s: {{type: oauth2, flows: {flows}}}}}}}"
    ))
}

#[test]
fn a_token_endpoint_may_be_public() {
    for (servers, url) in [
        ("[]", "token"),
        ("[]", "./token"),
        ("[]", "/token?tenant=1"),
        ("[]", "https://shop.example/token"),
        ("[{url: /v1}]", "/v1/token"),
        ("[{url: /v1/}]", "token"),
        ("[{url: 'https://a.example'}, {url: 'https://b.example/v1'}]", "https://B.example/v1/token"),
        (
            "[{url: 'https://{r}.example/{v}', variables: {r: {default: eu}, v: {default: v2}}}]",
            "https://eu.example/v2/token",
        ),
    ] {
        assert_eq!(of_token_endpoint(servers, url), NOTHING, "{servers} {url}");
    }
}

#[test]
fn an_endpoint_elsewhere_is_none_of_its_own() {
    for (servers, url) in [
        ("[]", "login"),
        ("[]", "/v1/token"),
        ("[{url: 'https://shop.example'}]", "https://id.example/token"),
        ("[{url: 'https://shop.example/v1'}]", "https://shop.example/v2/token"),
    ] {
        assert_eq!(
            of_token_endpoint(servers, url),
            ["public-unsafe-method /paths/~1token/post"],
            "{servers} {url}"
        );
    }
}

#[test]
fn a_token_endpoint_answers_post_alone() {
    let found = outlines(
        "paths: {/token: {delete: {responses: {}}}, /a: {get: {security: [{s: []}], responses: {'401': {description: no}}}}}\n\
         components: {securitySchemes: {s: {type: oauth2, flows: {clientCredentials: {tokenUrl: token, scopes: {}}}}}}",
    );
    assert_eq!(found, ["public-unsafe-method /paths/~1token/delete"]);
}

#[test]
fn optional_security_is_warned_of_where_the_method_is_unsafe() {
    let found = of_paths("", "{/a: {get: {security: [{s: []}, {}], R}, put: {security: [{s: []}, {}], R}}}");
    assert_eq!(found, ["optional-unsafe-method /~1a/put/security/1"]);
}

#[test]
fn optional_security_that_is_inherited_is_warned_of_at_the_operation() {
    let found =
        of_paths("security: [{}, {s: []}]", "{/a: {get: {R}, put: {R}, post: {security: [{s: []}], R}}}");
    assert_eq!(found, ["optional-unsafe-method /~1a/put"]);
}

#[test]
fn required_security_is_to_be_answered_by_401() {
    assert_eq!(of_answers("[{s: []}]", "{'200': {description: ok}}"), [UNDECLARED_401]);
    assert_eq!(of_answers("[{s: []}, {t: []}]", "{'403': {description: no}}"), [UNDECLARED_401]);
    assert_eq!(of_answers("[{s: []}]", "{'5XX': {description: no}}"), [UNDECLARED_401]);
}

#[test]
fn security_of_the_document_is_inherited() {
    let found = of_paths("security: [{s: []}]", "{/a: {get: {responses: {'200': {description: ok}}}}}");
    assert_eq!(found, [UNDECLARED_401]);
}

#[test]
fn a_class_of_statuses_and_a_default_declare_them() {
    for responses in
        ["{'401': {description: no}}", "{4XX: {description: no}}", "{default: {description: no}}"]
    {
        assert_eq!(of_answers("[{s: []}]", responses), NOTHING, "{responses}");
    }
    for responses in ["{4XX: {description: no}}", "{default: {description: no}}"] {
        assert_eq!(of_answers("[{s: [admin]}]", responses), NOTHING, "{responses}");
    }
}

#[test]
fn scopes_and_roles_are_to_be_answered_by_403() {
    assert_eq!(of_answers("[{t: []}, {s: [admin]}]", "{'401': {description: no}}"), [UNDECLARED_403]);
    assert_eq!(of_answers("[{s: [admin]}]", "{'200': {description: ok}}"), [UNDECLARED_401, UNDECLARED_403]);
    assert_eq!(of_answers("[{s: [admin]}]", "{'401': {description: no}, '403': {description: no}}"), NOTHING);
}

#[test]
fn who_needs_no_credential_is_answered_neither() {
    assert_eq!(of_answers("[]", "{'200': {description: ok}}"), NOTHING);
    assert_eq!(of_answers("[{s: [admin]}, {}]", "{'200': {description: ok}}"), NOTHING);
}

#[test]
fn webhooks_are_for_others_to_serve() {
    let hook = "webhooks: {a: {post: {security: [{s: []}], responses: {'200': {description: ok}}}}}";
    assert_eq!(outlines(&format!("{hook}\n{SCHEMES}")), NOTHING);
}

#[test]
fn every_warning_cites_its_reason_and_says_how_to_keep_what_it_is_about() {
    let rest = "security: [{s: [a]}, {k: []}]\n\
        paths: {/a: {get: {responses: {}}, put: {security: [], responses: {}}, post: {security: [{}], responses: {}}}}\n\
        components: {securitySchemes: {k: {type: apiKey, name: k, in: query}, s: {type: oauth2, flows: {\
        password: {tokenUrl: 'http://a.example', scopes: {}}, implicit: {authorizationUrl: 'http://a.example', scopes: {}}}}}}";
    let found = diagnostics(rest);
    let codes: std::collections::BTreeSet<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes.len(), 8, "{codes:?}");
    for warning in found {
        assert!(warning.message.contains("(RFC "), "{}", warning.message);
        let allow = format!("`x-specwright-allow: [{}]`", warning.code.name());
        assert!(warning.help.as_ref().unwrap().ends_with(&allow), "{:?}", warning.help);
    }
}

/// What schemas are warned of, with pointers from each on.
fn of_schemas(schemas: &str) -> Vec<String> {
    let found = outlines(&format!("paths: {{}}\ncomponents: {{schemas: {{{schemas}}}}}"));
    found.into_iter().map(|outline| outline.replace("/components/schemas", "")).collect()
}

#[test]
fn a_schema_of_properties_says_that_it_is_an_object() {
    assert_eq!(of_schemas("A: {properties: {}}"), ["untyped-object /A/properties"]);
    assert_eq!(of_schemas("A: {required: [a]}"), ["untyped-object /A/required"]);
    assert_eq!(of_schemas("A: {additionalProperties: false, required: []}"), ["untyped-object /A/required"]);
    assert_eq!(of_schemas("A: {items: {properties: {}}}"), ["untyped-object /A/items/properties"]);
    assert_eq!(
        of_schemas("A: {type: object, properties: {}}, B: {type: [object, 'null'], required: [a]}"),
        NOTHING
    );
    assert_eq!(of_schemas("A: {enum: [{a: 1}], required: [a]}, B: {minLength: 1}, C: true"), NOTHING);
}

#[test]
fn a_schema_beside_one_of_objects_need_not_say_so() {
    let with = |a: &str| of_schemas(&format!("A: {a}, O: {{type: object}}, U: {{}}"));
    assert_eq!(with("{$ref: '#/components/schemas/O', required: [a]}"), NOTHING);
    assert_eq!(with("{allOf: [{$ref: '#/components/schemas/O'}, {required: [a]}]}"), NOTHING);
    assert_eq!(
        with("{allOf: [{$ref: '#/components/schemas/U'}, {required: [a]}]}"),
        ["untyped-object /A/allOf/1/required"]
    );
    assert_eq!(with("{type: object, anyOf: [{required: [a]}, {allOf: [{required: [b]}]}]}"), NOTHING);
    assert_eq!(
        with("{type: object, if: {required: [a]}, then: {properties: {}}, else: {required: [b]}}"),
        NOTHING
    );
    assert_eq!(with("{type: object, not: {required: [a]}, dependentSchemas: {a: {required: [b]}}}"), NOTHING);
    assert_eq!(with("{oneOf: [{$ref: '#/components/schemas/O'}, {type: object}], required: [a]}"), NOTHING);
    assert_eq!(
        with("{oneOf: [{$ref: '#/components/schemas/O'}, {}], required: [a]}"),
        ["untyped-object /A/required"]
    );
    assert_eq!(
        with("{type: object, properties: {not: {required: [a]}, allOf: {required: [a]}}}"),
        ["untyped-object /A/properties/not/required", "untyped-object /A/properties/allOf/required"]
    );
    assert_eq!(with("{$ref: '#/components/schemas/A', required: [a]}"), NOTHING);
}
