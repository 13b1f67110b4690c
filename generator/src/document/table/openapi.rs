//! The document itself.

use super::*;

pub(crate) static OPENAPI: Object = Object::new(
    "OpenAPI Object",
    &[
        key("openapi", STRING).required(),
        key("$self", URI).since_3_2(),
        key("info", object(&INFO)).required(),
        key("jsonSchemaDialect", Shape::Dialect(DIALECTS)).since_3_1(),
        key("servers", list(&SERVERS)).annotation(),
        key("paths", object(&PATHS)).required_in_3_0(),
        key("webhooks", map(&WEBHOOKS))
            .since_3_1()
            .webhooks()
            .note("used where `specwright.toml` says `webhooks = \"requests\"`: structs that make requests of their header fields and JSON; what receivers answer and ask for stays documentation"),
        key("components", object(&COMPONENTS)),
        key("security", list(&SECURITY_REQUIREMENTS)).instead(PUBLIC),
        key("tags", list(&TAGS)).annotation(),
        key("externalDocs", object(&EXTERNAL_DOCUMENTATION)).annotation(),
    ],
)
.rules(&[Rule::AtLeastOne(Versions::Since3_1, &["paths", "components", "webhooks"])])
.strays(&[
    ("swagger", "write `openapi` with the version"),
    ("host", "Swagger 2.0 had it; write `servers`"),
    ("basePath", "Swagger 2.0 had it; write `servers`"),
    ("schemes", "Swagger 2.0 had it; write `servers`"),
    ("consumes", "Swagger 2.0 had it; each request body names its media types"),
    ("produces", "Swagger 2.0 had it; each response names its media types"),
    ("definitions", "Swagger 2.0 had it; write `components.schemas`"),
    ("parameters", "reusable parameters are in `components.parameters`"),
    ("responses", "reusable responses are in `components.responses`"),
    ("schemas", "reusable schemas are in `components.schemas`"),
    ("securityDefinitions", "Swagger 2.0 had it; write `components.securitySchemes`"),
    ("securitySchemes", "security schemes are in `components.securitySchemes`"),
]);

/// What JSON Schema dialects are read: the one of OpenAPI 3.1 and 3.2 (section "Schema Object") and the one it extends.
pub(crate) const DIALECTS: &[&str] =
    &["https://spec.openapis.org/oas/3.1/dialect/base", "https://json-schema.org/draft/2020-12/schema"];

/// The help where `security` is left empty, which must not mean public.
pub(crate) const PUBLIC: &str = "list what it requires, such as `- name: []`; an empty list makes it public";

pub(crate) static WEBHOOKS: Map = Map::of(object(&PATH_ITEM));
