//! Security schemes, and which of them an operation requires.

use std::collections::BTreeSet;

use openapiv3::{OpenAPI, ReferenceOr, SecurityRequirement};

use super::doc::Doc;
use super::name::{Name, Scope};
use super::operation::Operation;
use super::reader::Reader;
use crate::diagnostic::{Code, Place, nearest};
use crate::source::Pointer;

/// A security scheme whose credentials are bearer tokens (RFC 6750).
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Its name in `components`.
    pub key: String,
    /// What its callers are called: an associated type.
    pub type_name: Name,
    /// What verifies its credentials: a method.
    pub method: Name,
    /// What it is, in one line, and its description.
    pub doc: Doc,
    /// The scopes that its flows declare; `None` where requirements may name any (OpenID Connect).
    scopes: Option<BTreeSet<String>>,
    takes_scopes: bool,
}

/// What an operation requires: one scheme, and scopes of it.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// The scheme.
    pub scheme: SecurityScheme,
    /// The scopes that the token must have, in the order of the document.
    pub scopes: Vec<String>,
}

impl<'d> Reader<'d> {
    /// The schemes that are declared.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let Some(components) = &self.document.skeleton.components else { return Vec::new() };
        // `Error` is an associated type of every trait of operations.
        let (mut types, mut methods) = (Scope::with(&["Error"]), Scope::default());
        let at = Pointer::root().member("components").member("securitySchemes");
        let mut schemes = Vec::new();
        for (key, item) in &components.security_schemes {
            let found =
                self.resolve(item, Some(&components.security_schemes), "securitySchemes", at.member(key));
            let Some((scheme, at)) = found else { continue };
            let Some((what, description, scopes, takes_scopes)) = self.bearer(scheme, &at) else { continue };
            let type_name = types.take(&Name::camel(key).unwrap_or_else(|| Name::spelt(key)));
            let method = methods.take(&Name::snake(key).unwrap_or_else(|| type_name.clone()));
            let doc = Doc::of([Some(what.as_str()), description]);
            schemes.push(SecurityScheme { key: key.clone(), type_name, method, doc, scopes, takes_scopes });
        }
        schemes
    }

    /// What a scheme is, if its credentials are bearer tokens.
    fn bearer(&mut self, scheme: &'d openapiv3::SecurityScheme, at: &Pointer) -> Option<Bearer<'d>> {
        use openapiv3::SecurityScheme as Scheme;
        match scheme {
            Scheme::OAuth2 { flows, description, .. } => {
                let (what, scopes) = self.flows(flows, at)?;
                Some((what, description.as_deref(), Some(scopes), true))
            }
            Scheme::OpenIDConnect { open_id_connect_url, description, .. } => {
                let what = format!("OpenID Connect bearer token, of the provider `{open_id_connect_url}`.");
                Some((what, description.as_deref(), None, true))
            }
            Scheme::HTTP { scheme, description, .. } if scheme.eq_ignore_ascii_case("bearer") => {
                let what = "HTTP bearer token.".to_owned();
                Some((what, description.as_deref(), Some(BTreeSet::new()), false))
            }
            Scheme::HTTP { scheme, .. } => {
                let place = Place::Value(at.member("scheme"));
                if super::parameter::is_token(scheme) {
                    self.unsupported(
                        place,
                        &format!("the HTTP authentication scheme `{scheme}`"),
                        "use `bearer`",
                    );
                } else {
                    self.report(
                        Code::WrongValue,
                        place,
                        "this is no name of an authentication scheme (RFC 9110, 11.1)",
                    );
                }
                None
            }
            // The table has refused it, with its place.
            Scheme::APIKey { .. } => None,
        }
    }

    fn flows(
        &mut self,
        flows: &'d openapiv3::OAuth2Flows,
        at: &Pointer,
    ) -> Option<(String, BTreeSet<String>)> {
        let mut names = Vec::new();
        let mut scopes = BTreeSet::new();
        if let Some(flow) = &flows.implicit {
            names.push(format!("implicit flow, tokens from `{}`", flow.authorization_url));
            scopes.extend(flow.scopes.keys().cloned());
        }
        if let Some(flow) = &flows.password {
            names.push(format!("password flow, tokens from `{}`", flow.token_url));
            scopes.extend(flow.scopes.keys().cloned());
        }
        if let Some(flow) = &flows.client_credentials {
            names.push(format!("client credentials flow, tokens from `{}`", flow.token_url));
            scopes.extend(flow.scopes.keys().cloned());
        }
        if let Some(flow) = &flows.authorization_code {
            names.push(format!("authorization code flow, tokens from `{}`", flow.token_url));
            scopes.extend(flow.scopes.keys().cloned());
        }
        if names.is_empty() {
            let message = "an OAuth 2.0 scheme has at least one flow";
            self.report(Code::WrongValue, Place::Value(at.member("flows")), message);
            return None;
        }
        Some((format!("OAuth 2.0 bearer token: {}.", names.join("; ")), scopes))
    }

    /// What the operation at `at` requires: its own list, or else that of the document (OpenAPI, Operation Object, `security`).
    ///
    /// `Some(None)` is an operation that anybody may call. `None` is one whose requirement cannot be enforced, so that there must not be
    /// such an operation; why has been reported.
    pub(super) fn requirement(
        &mut self,
        operation: &'d openapiv3::Operation,
        at: &Pointer,
        schemes: &[SecurityScheme],
    ) -> Option<Option<Requirement>> {
        let document = &self.document.skeleton;
        let (list, at) = match (&operation.security, &document.security) {
            (Some(list), _) => (list, at.member("security")),
            (None, Some(list)) => (list, Pointer::root().member("security")),
            (None, None) => return Some(None),
        };
        if list.is_empty() { Some(None) } else { self.requirements(list, &at, schemes).map(Some) }
    }

    fn requirements(
        &mut self,
        list: &'d [SecurityRequirement],
        at: &Pointer,
        schemes: &[SecurityScheme],
    ) -> Option<Requirement> {
        let mut requirement = None;
        for (index, alternative) in list.iter().enumerate() {
            let at = at.item(index);
            if index > 0 {
                self.unsupported(
                    Place::Value(at.clone()),
                    "a second alternative of a security requirement",
                    "require one scheme",
                );
            } else if alternative.is_empty() {
                self.unsupported(
                    Place::Value(at.clone()),
                    "optional security",
                    "require the scheme, or make the operation public by `security: []`",
                );
            }
            for (number, (key, scopes)) in alternative.iter().enumerate() {
                let at = at.member(key);
                if number > 0 {
                    self.unsupported(
                        Place::Key(at.clone()),
                        "a combination of security schemes",
                        "require one scheme",
                    );
                }
                let scheme = self.declared_scheme(key, scopes, &at, schemes);
                requirement =
                    scheme.map(|scheme| Requirement { scheme: scheme.clone(), scopes: scopes.clone() });
            }
        }
        requirement
    }

    fn declared_scheme<'s>(
        &mut self,
        key: &str,
        scopes: &[String],
        at: &Pointer,
        schemes: &'s [SecurityScheme],
    ) -> Option<&'s SecurityScheme> {
        let Some(scheme) = schemes.iter().find(|scheme| scheme.key == key) else {
            let components =
                self.document.skeleton.components.as_ref().map(|components| &components.security_schemes);
            if components.is_some_and(|components| components.contains_key(key)) {
                return None; // declared, and refused where it is declared
            }
            let message = format!("no security scheme `{key}` is declared");
            let near = nearest(key, components.into_iter().flatten().map(|(key, _)| key.as_str()));
            let help = near.map_or_else(
                || format!("declare `{key}` under `components/securitySchemes`"),
                |near| format!("did you mean `{near}`?"),
            );
            self.report_with_help(Code::UndeclaredScheme, Place::Key(at.clone()), message, help);
            return None;
        };
        for (index, scope) in scopes.iter().enumerate() {
            let place = Place::Value(at.item(index));
            if !scheme.takes_scopes {
                let message = format!("`{key}` is no OAuth 2.0 or OpenID Connect scheme and has no scopes");
                let help = format!("leave the list empty: `{key}: []`");
                self.report_with_help(Code::ScopeWithoutScopes, place, message, help);
            } else if !is_scope(scope) {
                let help = "a scope is one word of ASCII, without quotes and backslashes";
                self.report_with_help(Code::WrongValue, place, "this is no scope (RFC 6749, 3.3)", help);
            } else if let Some(declared) = scheme.scopes.as_ref().filter(|declared| !declared.contains(scope))
            {
                let message = format!("no flow of `{key}` declares the scope `{scope}`");
                let near = nearest(scope, declared.iter().map(String::as_str));
                let help = near.map_or_else(
                    || "declare it under `scopes` of a flow".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                self.report_with_help(Code::UndeclaredScope, place, message, help);
            }
        }
        Some(scheme)
    }
}

/// What it is in one line, its description, its scopes, and whether requirements may name scopes.
type Bearer<'d> = (String, Option<&'d str>, Option<BTreeSet<String>>, bool);

/// Whether `text` is one scope-token (RFC 6749, 3.3).
fn is_scope(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e))
}

/// The schemes among `declared` that an operation requires.
pub(super) fn required(declared: Vec<SecurityScheme>, operations: &[Operation]) -> Vec<SecurityScheme> {
    let required = |scheme: &SecurityScheme| {
        operations
            .iter()
            .filter_map(|operation| operation.requirement.as_ref())
            .any(|requirement| requirement.scheme.key == scheme.key)
    };
    declared.into_iter().filter(required).collect()
}

/// The origins that the page of the documentation has to reach: those of absolute server and token addresses.
pub(super) fn origins(document: &OpenAPI) -> Vec<String> {
    let mut origins = BTreeSet::new();
    origins.extend(document.servers.iter().filter_map(|server| origin(&server.url)));
    let schemes = document.components.iter().flat_map(|components| components.security_schemes.values());
    for scheme in schemes {
        if let ReferenceOr::Item(openapiv3::SecurityScheme::OAuth2 { flows, .. }) = scheme {
            let password = flows.password.as_ref().map(|flow| &flow.token_url);
            let client = flows.client_credentials.as_ref().map(|flow| &flow.token_url);
            let code = flows.authorization_code.as_ref().map(|flow| &flow.token_url);
            origins.extend([password, client, code].into_iter().flatten().filter_map(|url| origin(url)));
        }
    }
    origins.into_iter().collect()
}

/// The origin of an absolute HTTP address, if it is plain enough to stand in a header field.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let plain = authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte));
    let http = matches!(scheme, "http" | "https");
    (http && plain && !authority.is_empty()).then(|| format!("{scheme}://{authority}"))
}
