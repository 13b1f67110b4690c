//! Security schemes: all that a document can declare.

use std::fmt;

use serde_json::{Value, json};

/// A version of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// 3.0.3: without `mutualTLS` and roles.
    V30,
    /// 3.1.0.
    V31,
}

/// A component of `securitySchemes`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scheme {
    kind: Kind,
    by_reference: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Basic,
    Bearer,
    Digest,
    Unregistered,
    HeaderKey,
    QueryKey,
    CookieKey,
    Implicit,
    Password,
    ClientCredentials,
    AuthorizationCode,
    OpenIdConnect,
    MutualTls,
    /// What documents ask for that are overridden; an API key like any other.
    Guard,
}

const KINDS: [Kind; 13] = [
    Kind::Basic,
    Kind::Bearer,
    Kind::Digest,
    Kind::Unregistered,
    Kind::HeaderKey,
    Kind::QueryKey,
    Kind::CookieKey,
    Kind::Implicit,
    Kind::Password,
    Kind::ClientCredentials,
    Kind::AuthorizationCode,
    Kind::OpenIdConnect,
    Kind::MutualTls,
];

/// Where a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In `Authorization`, behind the name of an authentication scheme.
    Authorization(&'static str),
    /// In the header field of this name.
    Header(&'static str),
    /// In the query parameter of this name.
    Query(&'static str),
    /// In the cookie of this name.
    Cookie(&'static str),
    /// Beside the request: it is the connection's.
    Connection,
}

/// The schemes of a version, each once.
pub(crate) fn schemes(version: Version) -> impl Iterator<Item = Scheme> + Clone {
    let kinds = KINDS.into_iter().filter(move |kind| version == Version::V31 || *kind != Kind::MutualTls);
    kinds.map(|kind| Scheme { kind, by_reference: false })
}

impl Scheme {
    /// What documents ask for that are overridden.
    pub(crate) const GUARD: Self = Self { kind: Kind::Guard, by_reference: false };

    /// The component that is a reference to this one.
    pub(crate) fn by_reference(self) -> Self {
        Self { by_reference: true, ..self }
    }

    /// Its name in `components`.
    pub(crate) fn key(self) -> String {
        format!("{:?}{}", self.kind, if self.by_reference { "ByReference" } else { "" })
    }

    /// Where its credentials are.
    pub(crate) fn place(self) -> Place {
        match self.kind {
            Kind::Basic => Place::Authorization("Basic"),
            Kind::Digest => Place::Authorization("Digest"),
            Kind::Unregistered => Place::Authorization("Other"),
            Kind::HeaderKey => Place::Header("X-Key"),
            Kind::QueryKey => Place::Query("key"),
            Kind::CookieKey => Place::Cookie("key"),
            Kind::MutualTls => Place::Connection,
            Kind::Guard => Place::Header("X-Guard"),
            Kind::Bearer
            | Kind::Implicit
            | Kind::Password
            | Kind::ClientCredentials
            | Kind::AuthorizationCode
            | Kind::OpenIdConnect => Place::Authorization("Bearer"),
        }
    }

    /// The name in its challenges.
    pub(crate) fn challenge(self) -> &'static str {
        match self.place() {
            Place::Authorization(name) => name,
            Place::Header(_) | Place::Query(_) | Place::Cookie(_) => "APIKey",
            Place::Connection => "MutualTLS",
        }
    }

    /// Whether a request can show credentials of both.
    pub(crate) fn goes_with(self, other: Self) -> bool {
        let in_authorization = |scheme: Self| matches!(scheme.place(), Place::Authorization(_));
        self.place() != other.place() && !(in_authorization(self) && in_authorization(other))
    }

    /// Whether a requirement may name scopes of it: since OpenAPI 3.1 roles of every scheme.
    pub(crate) fn has_scopes(self, version: Version) -> bool {
        version == Version::V31 || self.json().get("flows").is_some() || self.kind == Kind::OpenIdConnect
    }

    /// The component.
    pub(crate) fn json(self) -> Value {
        if self.by_reference {
            let target = Self { by_reference: false, ..self };
            return json!({"$ref": format!("#/components/securitySchemes/{}", target.key())});
        }
        let key = |place: &str, name: &str| json!({"type": "apiKey", "in": place, "name": name});
        let http = |name: &str| json!({"type": "http", "scheme": name});
        match (self.kind, self.place()) {
            (Kind::Implicit, _) => flow("implicit"),
            (Kind::Password, _) => flow("password"),
            (Kind::ClientCredentials, _) => flow("clientCredentials"),
            (Kind::AuthorizationCode, _) => flow("authorizationCode"),
            (Kind::OpenIdConnect, _) => {
                json!({"type": "openIdConnect", "openIdConnectUrl": "https://example.com/.well-known/openid-configuration"})
            }
            (_, Place::Authorization(name)) => http(name),
            (_, Place::Header(name)) => key("header", name),
            (_, Place::Query(name)) => key("query", name),
            (_, Place::Cookie(name)) => key("cookie", name),
            (_, Place::Connection) => json!({"type": "mutualTLS"}),
        }
    }
}

impl fmt::Debug for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}

/// An OAuth 2.0 scheme with one flow, which has the addresses that it takes.
fn flow(name: &str) -> Value {
    let mut flow = json!({"scopes": {"one": "One.", "two": "Two."}});
    if matches!(name, "implicit" | "authorizationCode") {
        flow["authorizationUrl"] = json!("https://example.com/authorize");
    }
    if name != "implicit" {
        flow["tokenUrl"] = json!("https://example.com/token");
    }
    json!({"type": "oauth2", "flows": {name: flow}})
}
