//! `type: array`

use crate::decode::token::Token;
use crate::decode::{Node, Note, Rule};
use crate::problem::{Kind, count};

/// An array of what `item` reads.
pub const fn list<R>(item: R) -> ListRule<R> {
    ListRule { item, min: 0, max: usize::MAX }
}

/// The rule of an array; see [`list`].
#[derive(Debug, Clone, Copy)]
pub struct ListRule<R> {
    pub(crate) item: R,
    min: usize,
    max: usize,
}

impl<R: Copy> ListRule<R> {
    /// `minItems` and `maxItems`
    pub const fn items(self, min: usize, max: usize) -> Self {
        self.min_items(min).max_items(max)
    }

    /// `minItems`
    pub const fn min_items(self, min: usize) -> Self {
        Self { min, ..self }
    }

    /// `maxItems`
    pub const fn max_items(self, max: usize) -> Self {
        Self { max, ..self }
    }
}

impl<R> ListRule<R> {
    /// Whether an array may have so many items.
    pub(crate) fn holds(&self, length: usize, note: Note<'_>) -> bool {
        if length < self.min {
            note(Kind::TooShort, format_args!("must have at least {}", count(self.min, "item")));
        }
        if length > self.max {
            note(Kind::TooLong, format_args!("must have at most {}", count(self.max, "item")));
        }
        (self.min..=self.max).contains(&length)
    }
}

impl<R: Rule> Rule for ListRule<R> {
    type Out = Vec<R::Out>;

    fn read(&self, mut node: Node<'_, '_>) -> Option<Self::Out> {
        let Token::Array { length, .. } = node.token() else {
            return node.refuse(Kind::ListType, format_args!("must be an array"));
        };
        let length = length as usize;
        let mut items = Vec::with_capacity(length.min(AT_ONCE / size_of::<R::Out>().max(1)));
        let mut index = node.index() + 1;
        for _ in 0..length {
            if let Some(item) = self.item.read(node.at(index)) {
                items.push(item);
            }
            index = node.document().after(index);
        }
        let holds = self.holds(length, &mut |kind, msg| node.note(kind, msg));
        (holds && items.len() == length).then_some(items)
    }
}

/// How many bytes are set aside for items before they are known to be good.
const AT_ONCE: usize = 64 * 1024;
