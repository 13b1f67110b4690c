//! A JSON object whose names are unique, as those of a header and of claims must be ([RFC 7515, 4], [RFC 7519, 4]).
//!
//! [RFC 7515, 4]: https://www.rfc-editor.org/rfc/rfc7515#section-4
//! [RFC 7519, 4]: https://www.rfc-editor.org/rfc/rfc7519#section-4

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::Reason;

/// The members of an object.
pub(super) struct Members(pub(super) Map<String, Value>);

impl Members {
    pub(super) fn parse(json: &[u8]) -> Result<Self, Reason> {
        serde_json::from_slice(json).map_err(|_| "the token is no JSON object with unique names")
    }

    /// A member that is a string, where it is there.
    pub(super) fn text(&self, name: &str, otherwise: Reason) -> Result<Option<&str>, Reason> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(otherwise),
        }
    }

    /// A member that is a number, where it is there.
    pub(super) fn number(&self, name: &str, otherwise: Reason) -> Result<Option<f64>, Reason> {
        match self.0.get(name) {
            None => Ok(None),
            Some(value) => value.as_f64().map(Some).ok_or(otherwise),
        }
    }
}

impl Members {
    /// Whether `aud` is this, or a list with this in it ([RFC 7519, 4.1.3](https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3)).
    pub(super) fn is_for(&self, audience: &str) -> bool {
        match self.0.get("aud") {
            Some(Value::Array(list)) => list.iter().any(|one| one == audience),
            Some(one) => one == audience,
            None => false,
        }
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Object)
    }
}

struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Members, A::Error> {
        let mut members = Map::new();
        while let Some((name, value)) = access.next_entry::<String, Value>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("a name is there twice"));
            }
        }
        Ok(Members(members))
    }
}
