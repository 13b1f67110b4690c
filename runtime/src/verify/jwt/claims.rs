//! What a token claims ([RFC 7519, 4](https://www.rfc-editor.org/rfc/rfc7519#section-4)).

use std::fmt;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Reason;
use super::expected::Expected;
use super::members::Members;
use crate::security::{Denied, Scopes};

/// The claims of a token that was verified.
pub struct Claims {
    subject: String,
    scopes: Vec<String>,
    members: Members,
}

impl Claims {
    /// Reads the payload of a token whose signature is good.
    pub(super) fn read(part: &str, expected: &Expected, now: Duration) -> Result<Self, Reason> {
        let members = Members::read(part)?;
        expected.met(&members, now)?;
        let subject = match members.text("sub", "the token's `sub` is no string")? {
            None | Some("") => return Err("the token has no `sub`"),
            Some(subject) => subject.to_owned(),
        };
        Ok(Self { subject, scopes: scopes(&members)?, members })
    }

    /// Whom the token is about, `sub`: never empty.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// What the token is good for: `scope` ([RFC 8693, 4.2]), or `scp` where there is no `scope`.
    ///
    /// [RFC 8693, 4.2]: https://www.rfc-editor.org/rfc/rfc8693#section-4.2
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.scopes.iter().map(String::as_str)
    }

    /// Whether the token has all the scopes that an operation needs; they are compared with case, and their order means nothing.
    ///
    /// # Errors
    ///
    /// [`Denied::InsufficientScope`] where one is missing.
    pub fn require(&self, scopes: Scopes) -> Result<(), Denied> {
        let has = |needed: &&str| self.scopes.iter().any(|scope| scope == needed);
        if scopes.iter().all(has) { Ok(()) } else { Err(Denied::InsufficientScope(scopes)) }
    }

    /// Any other claim, where it is there.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is of another type.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Denied> {
        match self.members.0.get(name) {
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
            .field("subject", &self.subject)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}
