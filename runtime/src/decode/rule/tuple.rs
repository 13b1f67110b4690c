//! `type: array` with `prefixItems` alone, of which each item is there

use crate::decode::token::Token;
use crate::decode::{Node, Rule};
use crate::problem::{Kind, count};

/// An array of exactly as many items as there are rules, from one to eight.
pub const fn tuple<T>(items: T) -> TupleRule<T> {
    TupleRule { items }
}

/// The rule of an array of so many items; see [`tuple()`].
#[derive(Debug, Clone, Copy)]
pub struct TupleRule<T> {
    items: T,
}

macro_rules! rules {
    ($($length:literal: $($rule:ident $place:tt)+;)+) => {
        $(
            impl<$($rule: Rule),+> Rule for TupleRule<($($rule,)+)> {
                type Out = ($($rule::Out,)+);

                fn read(&self, mut node: Node<'_, '_>) -> Option<Self::Out> {
                    let length = length(&mut node, $length)?;
                    let (document, array) = (node.document(), node.index());
                    let mut items = document.items(array);
                    // what is there is looked at even where there is too little
                    let read = ($(items.next().and_then(|item| self.items.$place.read(node.at(item))),)+);
                    (length == $length).then_some(($(read.$place?,)+))
                }
            }
        )+
    };
}

rules! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}

/// How many items there are, noted where they are not as many as wanted.
fn length(node: &mut Node<'_, '_>, wanted: u32) -> Option<u32> {
    let Token::Array { length, .. } = node.token() else {
        return node.refuse(Kind::ListType, format_args!("must be an array"));
    };
    let items = || count(wanted as usize, "item");
    if length < wanted {
        node.note(Kind::TooShort, format_args!("must have at least {}", items()));
    }
    if length > wanted {
        node.note(Kind::TooLong, format_args!("must have at most {}", items()));
    }
    Some(length)
}
