//! What is described once and referred to elsewhere.

use super::*;

pub(crate) static COMPONENTS: Object = Object::new(
    "Components Object",
    &[
        key("schemas", map(&SCHEMAS)),
        key("responses", map(&RESPONSES_BY_NAME)),
        key("parameters", map(&PARAMETERS_BY_NAME)),
        key("examples", map(&EXAMPLES_BY_NAME)).annotation(),
        key("requestBodies", map(&REQUEST_BODIES_BY_NAME)),
        key("headers", map(&HEADERS_BY_NAME)),
        key("securitySchemes", map(&SECURITY_SCHEMES_BY_NAME)),
        key("links", map(&LINKS_BY_NAME)).documentation(),
        key("callbacks", map(&CALLBACKS_BY_NAME)).documentation(),
        key("pathItems", map(&PATH_ITEMS_BY_NAME)).since_3_1(),
        key("mediaTypes", map(&MEDIA_TYPES_BY_NAME)).since_3_2(),
    ],
)
.strays(&[
    ("definitions", "write `schemas`"),
    ("securityDefinitions", "write `securitySchemes`"),
    (
        "security",
        "requirements are at the top of the document and in each operation; schemes are in `securitySchemes`",
    ),
]);

static SCHEMAS: Map = Map::named(Names::Component, SCHEMA);
static RESPONSES_BY_NAME: Map = Map::named(Names::Component, reference(&RESPONSE));
static PARAMETERS_BY_NAME: Map = Map::named(Names::Component, reference(&PARAMETER));
static EXAMPLES_BY_NAME: Map = Map::named(Names::Component, reference(&EXAMPLE));
static REQUEST_BODIES_BY_NAME: Map = Map::named(Names::Component, reference(&REQUEST_BODY));
static HEADERS_BY_NAME: Map = Map::named(Names::Component, reference(&HEADER));
static SECURITY_SCHEMES_BY_NAME: Map = Map::named(Names::Component, reference(&SECURITY_SCHEME));
static LINKS_BY_NAME: Map = Map::named(Names::Component, reference(&LINK));
static CALLBACKS_BY_NAME: Map = Map::named(Names::Component, reference(&CALLBACK));
static PATH_ITEMS_BY_NAME: Map = Map::named(Names::Component, object(&PATH_ITEM));
static MEDIA_TYPES_BY_NAME: Map = Map::named(Names::Component, late_reference(&MEDIA_TYPE));
