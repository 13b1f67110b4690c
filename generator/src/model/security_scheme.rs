//! Security schemes (OpenAPI, Security Scheme Object).

use std::collections::BTreeSet;

use serde_json::Value;

use super::doc::Doc;
use super::flow::{flow_scopes, flow_words};
use super::name::{Name, Scope};
use super::reader::Reader;
use crate::diagnostic::{Code, Place, nearest};
use crate::source::Pointer;

/// A security scheme.
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Its name in `components`.
    pub key: String,
    /// What its callers are called: an associated type.
    pub type_name: Name,
    /// What verifies its credentials: a method.
    pub method: Name,
    /// What is required where the scheme alone is: a type.
    pub requirement: Name,
    /// What it is, in one line, and its description.
    pub doc: Doc,
    /// What its credentials are, and where they are read.
    pub credentials: Credentials,
    /// Whether its verifier is told scopes: those of OAuth 2.0 and OpenID Connect always, roles where a requirement names some.
    pub takes_scopes: bool,
    /// Whether an operation requires it.
    pub is_required: bool,
    /// The scopes that requirements may name.
    pub(super) scopes: Declared,
}

/// What the credentials of a scheme are, and where they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A bearer token (RFC 6750).
    Bearer,
    /// A user-id and a password (RFC 7617).
    Basic,
    /// Those of another HTTP authentication scheme, by its name.
    Http(String),
    /// An API key in the header field of this name, in lower case.
    Header(String),
    /// An API key in the query parameter of this name.
    Query(String),
    /// An API key in the cookie of this name.
    Cookie(String),
    /// A certificate of the connection.
    MutualTls,
}

impl Credentials {
    /// The authentication scheme whose name stands in front of them in `Authorization`.
    pub fn authentication_scheme(&self) -> Option<&str> {
        match self {
            Self::Bearer => Some("Bearer"),
            Self::Basic => Some("Basic"),
            Self::Http(name) => Some(name),
            Self::Header(_) | Self::Query(_) | Self::Cookie(_) | Self::MutualTls => None,
        }
    }

    /// The header field that an API key is read from, in lower case.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Header(name) => Some(name),
            Self::Cookie(_) => Some("cookie"),
            _ => None,
        }
    }
}

/// Which scopes requirements may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Declared {
    /// Those that a flow declares.
    These(BTreeSet<String>),
    /// Any: the provider knows them.
    Any,
    /// Roles, which nothing declares; none before OpenAPI 3.1.
    Roles,
}

/// A scheme as it is read: what it is in one line, its credentials, and the scopes that requirements may name.
type Read = (String, Credentials, Declared);

/// The authentication schemes that are registered, as they are written (IANA, HTTP Authentication Scheme Registry).
const REGISTERED: &[&str] = &[
    "Basic",
    "Bearer",
    "Concealed",
    "Digest",
    "DPoP",
    "GNAP",
    "HOBA",
    "Mutual",
    "Negotiate",
    "OAuth",
    "PrivateToken",
    "SCRAM-SHA-1",
    "SCRAM-SHA-256",
    "vapid",
];

impl<'d> Reader<'d> {
    /// The schemes that are declared.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let Some(components) = &self.document.skeleton.components else { return Vec::new() };
        // What every trait of operations or of callers declares itself.
        let (mut types, mut methods) = (Scope::with(&["Error"]), Scope::with(&["challenge"]));
        let at = Pointer::root().member("components").member("securitySchemes");
        let mut schemes = Vec::new();
        for (key, item) in &components.security_schemes {
            let found =
                self.resolve(item, Some(&components.security_schemes), "securitySchemes", at.member(key));
            let Some((scheme, at)) = found else { continue };
            let Some((what, credentials, scopes)) = self.security_scheme(scheme, &at) else { continue };
            // Not an attribute: the generated code itself uses what is named after the scheme.
            let deprecated = at.member("deprecated").of(self.document.tree) == Some(&Value::Bool(true));
            let deprecated = deprecated.then_some("Deprecated.");
            let type_name = types.take(&Name::camel(key).unwrap_or_else(|| Name::spelt(key)));
            let method = [key.as_str(), type_name.as_str()].into_iter().find_map(Name::snake);
            let method = methods.take(&method.unwrap_or_else(|| type_name.clone()));
            schemes.push(SecurityScheme {
                key: key.clone(),
                requirement: type_name.clone(),
                type_name,
                method,
                doc: Doc::of([Some(what.as_str()), deprecated, self.text(&at, "description")]),
                credentials,
                takes_scopes: scopes != Declared::Roles,
                is_required: false,
                scopes,
            });
        }
        schemes
    }

    fn security_scheme(&mut self, scheme: &'d openapiv3::SecurityScheme, at: &Pointer) -> Option<Read> {
        use openapiv3::SecurityScheme as Scheme;
        // `openapiv3` knows the schemes of OpenAPI 3.0; what 3.1 adds has a stand-in in the skeleton.
        if self.text(at, "type") == Some("mutualTLS") {
            let what = "Certificate of the client, from the TLS connection.".to_owned();
            return Some((what, Credentials::MutualTls, Declared::Roles));
        }
        match scheme {
            Scheme::OAuth2 { .. } => {
                let (what, scopes) = self.flows(at)?;
                Some((what, Credentials::Bearer, Declared::These(scopes)))
            }
            Scheme::OpenIDConnect { open_id_connect_url, .. } => {
                let what = format!("OpenID Connect bearer token, of the provider `{open_id_connect_url}`.");
                Some((what, Credentials::Bearer, Declared::Any))
            }
            Scheme::HTTP { scheme, .. } => self.http(scheme, at),
            Scheme::APIKey { location, name, .. } => Some(api_key(location, name)),
        }
    }

    fn http(&mut self, scheme: &str, at: &Pointer) -> Option<Read> {
        let place = Place::Value(at.member("scheme"));
        if !super::parameter::is_token(scheme) {
            let message = "this is no name of an authentication scheme (RFC 9110, 11.1)";
            self.report(Code::WrongValue, place, message);
            return None;
        }
        let registered = REGISTERED.iter().find(|name| name.eq_ignore_ascii_case(scheme));
        let (what, credentials) = match registered {
            Some(&"Bearer") => ("HTTP bearer token.".to_owned(), Credentials::Bearer),
            Some(&"Basic") => {
                ("HTTP basic credentials: a user-id and a password.".to_owned(), Credentials::Basic)
            }
            other => {
                if other.is_none() {
                    let message = format!(
                        "`{scheme}` is no registered HTTP authentication scheme (RFC 9110, 16.4.1; IANA keeps the list)"
                    );
                    let near = nearest(&scheme.to_lowercase(), ["basic", "bearer", "digest"]);
                    let help = near.map_or_else(
                        || "its credentials are handed on as they are; a registered one is understood by more clients".to_owned(),
                        |near| format!("did you mean `{near}`?"),
                    );
                    self.report_with_help(Code::UnregisteredScheme, place, message, help);
                }
                let name = other.map_or(scheme, |name| *name);
                let what = format!("HTTP credentials of the authentication scheme `{name}`.");
                (what, Credentials::Http(name.to_owned()))
            }
        };
        Some((what, credentials, Declared::Roles))
    }

    /// What an OAuth 2.0 scheme is, and the scopes that its flows declare.
    fn flows(&mut self, at: &Pointer) -> Option<(String, BTreeSet<String>)> {
        let flows = at.member("flows").of(self.document.tree)?;
        let words = flow_words(flows);
        if words.is_empty() {
            let message = "an OAuth 2.0 scheme has at least one flow";
            self.report(Code::WrongValue, Place::Value(at.member("flows")), message);
            return None;
        }
        let scopes = flow_scopes(flows).map(str::to_owned).collect();
        Some((format!("OAuth 2.0 bearer token: {}.", words.join("; ")), scopes))
    }

    /// The string under `key` of the object at `at`.
    fn text(&self, at: &Pointer, key: &str) -> Option<&'d str> {
        at.of(self.document.tree)?.get(key).and_then(Value::as_str)
    }
}

fn api_key(location: &openapiv3::APIKeyLocation, name: &str) -> Read {
    use openapiv3::APIKeyLocation as Location;
    let (what, credentials) = match location {
        Location::Header => ("header field", Credentials::Header(name.to_lowercase())),
        Location::Query => ("query parameter", Credentials::Query(name.to_owned())),
        Location::Cookie => ("cookie", Credentials::Cookie(name.to_owned())),
    };
    (format!("API key in the {what} `{name}`."), credentials, Declared::Roles)
}
