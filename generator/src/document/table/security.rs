//! Security schemes, and the requirements that name them.

use super::*;

pub(crate) static SECURITY_SCHEME: Object = Object::new(
    "Security Scheme Object",
    &[
        key("type", one_of(TYPES)).required().strays(OLD_TYPES),
        key("description", STRING).annotation(),
        key("name", NAME).required().with("type", "apiKey"),
        key("in", one_of(KEY_PLACES)).required().with("type", "apiKey"),
        key("scheme", Shape::Token).required().with("type", "http"),
        key("bearerFormat", STRING).with("type", "http").annotation(),
        key("flows", object(&OAUTH_FLOWS)).required().with("type", "oauth2"),
        key("openIdConnectUrl", LOCATION).required().with("type", "openIdConnect"),
        key("oauth2MetadataUrl", LOCATION).since_3_2().with("type", "oauth2").annotation(),
        key("deprecated", BOOLEAN).since_3_2().annotation(),
    ],
)
.rules(&[Rule::HeaderName])
.strays(&[
    ("flow", "Swagger 2.0 had it; write `flows`"),
    ("authorizationUrl", "it belongs in one of the `flows`"),
    ("tokenUrl", "it belongs in one of the `flows`"),
    ("scopes", "it belongs in one of the `flows`"),
]);

static TYPES: &[Choice] = &[
    choice("apiKey"),
    choice("http"),
    choice("mutualTLS").since_3_1(),
    choice("oauth2"),
    choice("openIdConnect"),
];

static OLD_TYPES: &[(&str, &str)] =
    &[("basic", "Swagger 2.0 had it; write `type: http` and `scheme: basic`")];

static KEY_PLACES: &[Choice] = &[choice("query"), choice("header"), choice("cookie")];

pub(crate) static OAUTH_FLOWS: Object = Object::new(
    "OAuth Flows Object",
    &[
        key("implicit", object(&IMPLICIT_FLOW)),
        key("password", object(&PASSWORD_FLOW)),
        key("clientCredentials", object(&CLIENT_CREDENTIALS_FLOW)),
        key("authorizationCode", object(&AUTHORIZATION_CODE_FLOW)),
        key("deviceAuthorization", object(&DEVICE_AUTHORIZATION_FLOW)).since_3_2(),
    ],
)
.rules(&[
    Rule::AtLeastOne(Versions::Until3_1, &["implicit", "password", "clientCredentials", "authorizationCode"]),
    Rule::AtLeastOne(
        Versions::Since3_2,
        &["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"],
    ),
])
.strays(&[
    ("application", "Swagger 2.0 had it; write `clientCredentials`"),
    ("accessCode", "Swagger 2.0 had it; write `authorizationCode`"),
]);

const NO_AUTHORIZATION: &str = "this flow has no authorization endpoint";
const NO_TOKEN: &str = "this flow has no token endpoint";

pub(crate) static IMPLICIT_FLOW: Object = Object::new(
    "OAuth Flow Object of `implicit`",
    &[
        key("authorizationUrl", LOCATION).required(),
        key("tokenUrl", LOCATION).no_effect(NO_TOKEN),
        key("refreshUrl", LOCATION),
        key("scopes", map(&SCOPES)).required(),
    ],
);

pub(crate) static PASSWORD_FLOW: Object = Object::new(
    "OAuth Flow Object of `password`",
    &[
        key("authorizationUrl", LOCATION).no_effect(NO_AUTHORIZATION),
        key("tokenUrl", LOCATION).required(),
        key("refreshUrl", LOCATION),
        key("scopes", map(&SCOPES)).required(),
    ],
);

pub(crate) static CLIENT_CREDENTIALS_FLOW: Object = Object::new(
    "OAuth Flow Object of `clientCredentials`",
    &[
        key("authorizationUrl", LOCATION).no_effect(NO_AUTHORIZATION),
        key("tokenUrl", LOCATION).required(),
        key("refreshUrl", LOCATION),
        key("scopes", map(&SCOPES)).required(),
    ],
);

pub(crate) static AUTHORIZATION_CODE_FLOW: Object = Object::new(
    "OAuth Flow Object of `authorizationCode`",
    &[
        key("authorizationUrl", LOCATION).required(),
        key("tokenUrl", LOCATION).required(),
        key("refreshUrl", LOCATION),
        key("scopes", map(&SCOPES)).required(),
    ],
);

pub(crate) static DEVICE_AUTHORIZATION_FLOW: Object = Object::new(
    "OAuth Flow Object of `deviceAuthorization`",
    &[
        key("authorizationUrl", LOCATION).no_effect(NO_AUTHORIZATION),
        key("deviceAuthorizationUrl", LOCATION).since_3_2().required(),
        key("tokenUrl", LOCATION).since_3_2().required(),
        key("refreshUrl", LOCATION).since_3_2(),
        key("scopes", map(&SCOPES)).since_3_2().required(),
    ],
);

static SCOPES: Map = Map::of(STRING);

pub(crate) static SECURITY_REQUIREMENTS: List = List::of(object(&SECURITY_REQUIREMENT));

pub(crate) static SECURITY_REQUIREMENT: Object =
    Object::new("Security Requirement Object", &[keys(Names::Any, list(&SCOPE_NAMES)).note(REQUIRED_BY)])
        .closed();

const REQUIRED_BY: &str = "the name of a security scheme, or in 3.2 a reference to one in `components`";

static SCOPE_NAMES: List = List::of(STRING);
