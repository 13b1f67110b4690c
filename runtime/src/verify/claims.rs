//! What a token claims ([RFC 7519, 4](https://www.rfc-editor.org/rfc/rfc7519#section-4)).

use std::fmt;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Reason;
use super::members::Members;
use crate::security::{Denied, Scopes};

/// The claims of a token that was verified. A clone is cheap.
#[derive(Clone)]
pub struct Claims(Arc<Inner>);

struct Inner {
    subject: String,
    scopes: Vec<String>,
    members: Members,
}

impl Claims {
    /// Reads the claims of a token that is good otherwise.
    pub(super) fn of(members: Members) -> Result<Self, Reason> {
        let subject = match members.text("sub", "the token's `sub` is no string")? {
            None | Some("") => return Err("the token has no `sub`"),
            Some(subject) => subject.to_owned(),
        };
        Ok(Self(Arc::new(Inner { subject, scopes: scopes(&members)?, members })))
    }

    /// Whom the token is about, `sub`: never empty.
    pub fn subject(&self) -> &str {
        &self.0.subject
    }

    /// What the token is good for: `scope` ([RFC 8693, 4.2]), or `scp` where there is no `scope`.
    ///
    /// [RFC 8693, 4.2]: https://www.rfc-editor.org/rfc/rfc8693#section-4.2
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.0.scopes.iter().map(String::as_str)
    }

    /// Whether the token has all the scopes that an operation needs; they are compared with case, and their order means nothing.
    ///
    /// # Errors
    ///
    /// [`Denied::InsufficientScope`] where one is missing.
    pub fn require(&self, scopes: Scopes) -> Result<(), Denied> {
        let has = |needed: &&str| self.0.scopes.iter().any(|scope| scope == needed);
        if scopes.iter().all(has) { Ok(()) } else { Err(Denied::InsufficientScope(scopes)) }
    }

    /// Any other claim, where it is there.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is of another type.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Denied> {
        match self.0.members.0.get(name) {
            None => Ok(None),
            Some(value) => match T::deserialize(value) {
                Ok(value) => Ok(Some(value)),
                Err(_) => {
                    Err(Denied::InvalidCredentials(Some("a claim of the token has another type".into())))
                }
            },
        }
    }
}

/// As text with spaces between, or as a list: issuers write both, under both names.
fn scopes(members: &Members) -> Result<Vec<String>, Reason> {
    const MISFIT: Reason = "the token's scope is neither a string nor a list of strings";
    match members.0.get("scope").or_else(|| members.0.get("scp")) {
        None => Ok(Vec::new()),
        Some(Value::String(text)) => {
            Ok(text.split(' ').filter(|scope| !scope.is_empty()).map(str::to_owned).collect())
        }
        Some(Value::Array(list)) => {
            list.iter().map(|one| one.as_str().map(str::to_owned).ok_or(MISFIT)).collect()
        }
        Some(_) => Err(MISFIT),
    }
}

/// Shows whom it is about, and what for; not what else an issuer says of somebody.
impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims")
            .field("subject", &self.0.subject)
            .field("scopes", &self.0.scopes)
            .finish_non_exhaustive()
    }
}
