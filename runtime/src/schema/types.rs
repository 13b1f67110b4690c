//! `type`

use std::fmt;

use crate::decode::Token;
use crate::json::Decimal;
use crate::problem::Kind;

/// Some of the types of JSON Schema (Validation, section 6.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Types(u8);

impl Types {
    /// `null`
    pub const NULL: Self = Self(1);
    /// `boolean`
    pub const BOOLEAN: Self = Self(2);
    /// `integer`: a number without a fraction, such as `1.0`.
    pub const INTEGER: Self = Self(4);
    /// `number`
    pub const NUMBER: Self = Self(8);
    /// `string`
    pub const STRING: Self = Self(16);
    /// `array`
    pub const ARRAY: Self = Self(32);
    /// `object`
    pub const OBJECT: Self = Self(64);

    /// These and those.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether this type is among them, or `integer` where it is `number`.
    pub(super) fn take(self, ty: Self) -> bool {
        self.has(ty) || ty == Self::NUMBER && self.has(Self::INTEGER)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether a value is of one of these types. `number` is the text of a number.
    pub(super) fn hold(self, token: Token, number: impl FnOnce() -> bool) -> bool {
        match token {
            Token::Null => self.has(Self::NULL),
            Token::True | Token::False => self.has(Self::BOOLEAN),
            Token::Number { .. } => self.has(Self::NUMBER) || self.has(Self::INTEGER) && number(),
            Token::Plain { .. } | Token::Escaped { .. } | Token::HalfPair => self.has(Self::STRING),
            Token::Array { .. } => self.has(Self::ARRAY),
            Token::Object { .. } => self.has(Self::OBJECT),
        }
    }

    /// What it is called where a value is of none of these types. `null` among others does not count, nor does
    /// `integer` beside `number`.
    pub(super) fn kind(self, token: Token) -> Kind {
        let without_integer = if self.has(Self::NUMBER) { self.0 & !Self::INTEGER.0 } else { self.0 };
        let without_null = without_integer & !Self::NULL.0;
        match Self(if without_null == 0 { without_integer } else { without_null }) {
            Self::NULL => Kind::NoneRequired,
            Self::BOOLEAN => Kind::BoolType,
            Self::INTEGER if matches!(token, Token::Number { .. }) => Kind::IntFromFloat,
            Self::INTEGER => Kind::IntType,
            Self::NUMBER => Kind::FloatType,
            Self::STRING => Kind::StringType,
            Self::ARRAY => Kind::ListType,
            Self::OBJECT => Kind::DictType,
            _ => Kind::AnyOf,
        }
    }
}

/// Whether a number is an integer.
pub(super) fn is_integer(number: &str) -> bool {
    number.bytes().all(|byte| byte != b'.' && byte | 0x20 != b'e') || Decimal::of(number).is_integer()
}

/// `a string`, `a string or null`
impl fmt::Display for Types {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [
            (Self::BOOLEAN, "a boolean"),
            (Self::INTEGER, "an integer"),
            (Self::NUMBER, "a number"),
            (Self::STRING, "a string"),
            (Self::ARRAY, "an array"),
            (Self::OBJECT, "an object"),
            (Self::NULL, "null"),
        ];
        let words: Vec<_> = words.iter().filter(|(one, _)| self.has(*one)).map(|(_, word)| *word).collect();
        match words.as_slice() {
            [] => f.write_str("of no type"),
            [one] => f.write_str(one),
            [before @ .., last] => write!(f, "{} or {last}", before.join(", ")),
        }
    }
}
