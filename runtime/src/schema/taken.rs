//! Which types a schema takes, as far as can be told without a value.

use super::{Keyword, Literal, Schema, Types};

/// How many schemas are looked at inside each other. Further in, any type may be taken.
const DEPTH: usize = 8;

impl Schema {
    /// Whether there may be a good value of this type. An integer is a number here.
    pub(crate) fn takes(&'static self, ty: Types) -> bool {
        self.may_take(ty, DEPTH)
    }

    fn may_take(&'static self, ty: Types, depth: usize) -> bool {
        match self {
            Self::Boolean(holds) => *holds,
            Self::Keywords(_) if depth == 0 => true,
            Self::Keywords(keywords) => keywords.iter().all(|keyword| keyword.may_take(ty, depth - 1)),
        }
    }
}

impl Keyword {
    fn may_take(&'static self, ty: Types, depth: usize) -> bool {
        let may = |schema: &'static Schema| schema.may_take(ty, depth);
        match self {
            Self::Type(types) => types.take(ty),
            Self::Enum(literals) => literals.iter().any(|literal| literal.types().take(ty)),
            Self::Const(literal) => literal.types().take(ty),
            Self::AllOf(schemas) => schemas.iter().all(may),
            Self::AnyOf(schemas) | Self::OneOf(schemas) => schemas.iter().any(may),
            Self::Ref(target) => may(target),
            _ => true,
        }
    }
}

impl Literal {
    fn types(&self) -> Types {
        match self {
            Self::Null => Types::NULL,
            Self::Bool(_) => Types::BOOLEAN,
            Self::Number(_) => Types::NUMBER,
            Self::String(_) => Types::STRING,
            Self::Array(_) => Types::ARRAY,
            Self::Object(_) => Types::OBJECT,
        }
    }
}
