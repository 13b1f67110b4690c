//! The key of a member: the text that is written, whatever YAML would take it for.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::mapping::MERGE_KEY;
use super::tree::{Builder, SCALAR};

/// What the error says to be expected when a key is not a scalar.
pub(super) const KEY_EXPECTED: &str = "a text as the key";

pub(super) enum Key {
    Name(String),
    /// A plain `<<` of YAML 1.1.
    Merge,
}

impl Key {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Merge => MERGE_KEY,
        }
    }
}

/// Reads a key as the text that it is written as: `200`, `null` and `1.0` are names.
pub(super) struct KeySeed<'a, 't> {
    pub(super) builder: &'a mut Builder<'t>,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_, '_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed<'_, '_> {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(KEY_EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Key, E> {
        if text == MERGE_KEY && self.builder.is_plain(text) {
            return Ok(Key::Merge);
        }
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key, E> {
        self.builder.spend(SCALAR + text.len())?;
        Ok(Key::Name(text.to_owned()))
    }
}
