//! What an operation requires of its caller (OpenAPI, Security Requirement Object).

use std::borrow::Cow;

use openapiv3::SecurityRequirement;

use super::caller::CallerId;
use super::reader::Reader;
use super::security::{SchemeId, Security};
use super::security_scheme::{Declared, SecurityScheme};
use crate::diagnostic::{Code, Place, nearest};
use crate::document::Version;
use crate::source::Pointer;

/// What an operation requires of its caller.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// Who calls, once it is met.
    pub caller: CallerId,
    /// Whether nobody in particular may call, too.
    pub optional: bool,
    /// Each scheme with the scopes it must have, alternative by alternative, in the order of the document.
    pub schemes: Vec<(SchemeId, Vec<String>)>,
}

/// One of the schemes of an alternative, and the scopes it must have.
pub(super) type Wanted = (SchemeId, Vec<String>);

impl<'d> Reader<'d> {
    /// What the operation at `at` requires: its own list, or else that of the document (OpenAPI, Operation Object, `security`).
    ///
    /// `Some(None)` is an operation that anybody may call. `None` is one whose requirement cannot be enforced, so that there must not be
    /// such an operation; why has been reported.
    pub(super) fn requirement(
        &mut self,
        operation: &'d openapiv3::Operation,
        at: &Pointer,
        security: &mut Security,
    ) -> Option<Option<Requirement>> {
        let document = &self.document.skeleton;
        let (list, at) = match (&operation.security, &document.security) {
            (Some(list), _) => (list, at.member("security")),
            (None, Some(list)) => (list, Pointer::root().member("security")),
            (None, None) => return Some(None),
        };
        let mut alternatives: Vec<Vec<Wanted>> = Vec::new();
        let mut is_sound = true;
        for (index, alternative) in list.iter().enumerate() {
            let at = at.item(index);
            match self.alternative(alternative, &at, security) {
                None => is_sound = false,
                Some(wanted) if alternatives.contains(&wanted) => {
                    let message = "this alternative stands further up already";
                    self.report(Code::NoEffect, Place::Value(at), message);
                }
                Some(wanted) => alternatives.push(wanted),
            }
        }
        is_sound.then(|| security.requirement(alternatives))
    }

    /// The schemes that an alternative requires together; none is nobody in particular.
    fn alternative(
        &mut self,
        alternative: &SecurityRequirement,
        at: &Pointer,
        security: &Security,
    ) -> Option<Vec<Wanted>> {
        let mut wanted = Vec::new();
        let mut is_sound = true;
        for (key, scopes) in alternative {
            let at = at.member(key);
            match self.declared_scheme(key, scopes, &at, security) {
                Some(id) if wanted.iter().any(|(other, _)| *other == id) => {
                    let message = format!("`{key}` is a scheme that stands in this requirement already");
                    self.report_with_help(Code::WrongValue, Place::Key(at), message, "name each scheme once");
                    is_sound = false;
                }
                Some(id) => {
                    self.meets_the_others(id, &wanted, &at, security);
                    wanted.push((id, scopes.clone()));
                }
                None => is_sound = false,
            }
        }
        is_sound.then_some(wanted)
    }

    /// A request has one `Authorization`, so credentials of two HTTP authentication schemes never come together.
    fn meets_the_others(&mut self, id: SchemeId, wanted: &[Wanted], at: &Pointer, security: &Security) {
        let name =
            |id: SchemeId| security.scheme(id).and_then(|scheme| scheme.credentials.authentication_scheme());
        let Some(this) = name(id) else { return };
        let other = wanted.iter().filter_map(|(other, _)| name(*other)).find(|other| *other != this);
        if let Some(other) = other {
            let message = format!(
                "no request can meet this: it has one `Authorization` field (RFC 9110, 11.6.2), which is either of `{other}` or of \
                 `{this}`"
            );
            let help = "to accept either of them, write an alternative for each: a list item of its own";
            self.report_with_help(Code::UnsatisfiableRequirement, Place::Key(at.clone()), message, help);
        }
    }

    fn declared_scheme(
        &mut self,
        key: &str,
        scopes: &[String],
        at: &Pointer,
        security: &Security,
    ) -> Option<SchemeId> {
        let Some((id, scheme)) = security.by_key(&self.scheme_key(key)) else {
            self.undeclared_scheme(key, at);
            return None;
        };
        for (index, scope) in scopes.iter().enumerate() {
            self.scope(scheme, scope, Place::Value(at.item(index)));
        }
        Some(id)
    }

    /// The name of the scheme that `key` of a requirement means: itself, or since OpenAPI 3.2 the one that it refers to. A name comes
    /// first (OpenAPI 3.2, Security Requirement Object).
    pub(super) fn scheme_key<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let holder = Pointer::root().member("components").member("securitySchemes");
        let is_name = holder.member(key).of(self.document.tree).is_some();
        if is_name || self.document.version < Version::V3_2 || !key.contains('#') {
            return Cow::Borrowed(key);
        }
        let target =
            self.leads_to(key, &Pointer::root()).filter(|target| target.parent().as_ref() == Some(&holder));
        let name = target.and_then(|target| target.tokens().last().map(Cow::into_owned));
        name.map_or(Cow::Borrowed(key), Cow::Owned)
    }

    fn undeclared_scheme(&mut self, key: &str, at: &Pointer) {
        let components =
            self.document.skeleton.components.as_ref().map(|components| &components.security_schemes);
        if components.is_some_and(|components| components.contains_key(&*self.scheme_key(key))) {
            return; // declared, and refused where it is declared
        }
        let message = format!("no security scheme `{key}` is declared");
        let key = key.rsplit_once("#/components/securitySchemes/").map_or(key, |(_, name)| name);
        let near = nearest(key, components.into_iter().flatten().map(|(key, _)| key.as_str()));
        let help = near.map_or_else(
            || format!("declare `{key}` under `components/securitySchemes`"),
            |near| format!("did you mean `{near}`?"),
        );
        self.report_with_help(Code::UndeclaredScheme, Place::Key(at.clone()), message, help);
    }

    fn scope(&mut self, scheme: &SecurityScheme, scope: &str, place: Place) {
        let key = &scheme.key;
        match &scheme.scopes {
            Declared::Roles if self.document.version == Version::V3_0 => {
                let message = format!("`{key}` is no OAuth 2.0 or OpenID Connect scheme and has no scopes");
                let help = format!("leave the list empty: `{key}: []`");
                self.report_with_help(Code::ScopeWithoutScopes, place, message, help);
            }
            Declared::Roles => {}
            _ if !is_scope(scope) => {
                let help = "a scope is one word of ASCII, without quotes and backslashes";
                self.report_with_help(Code::WrongValue, place, "this is no scope (RFC 6749, 3.3)", help);
            }
            Declared::These(declared) if !declared.contains(scope) => {
                let message = format!("no flow of `{key}` declares the scope `{scope}`");
                let near = nearest(scope, declared.iter().map(String::as_str));
                let help = near.map_or_else(
                    || "declare it under `scopes` of a flow".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                self.report_with_help(Code::UndeclaredScope, place, message, help);
            }
            Declared::These(_) | Declared::Any => {}
        }
    }
}

/// Whether `text` is one scope-token (RFC 6749, 3.3).
fn is_scope(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e))
}
