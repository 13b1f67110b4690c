//! The flat form of a JSON text.

/// One value, or the name of a member.
///
/// Spans are bytes of the text: of a number all of it, of a string what is between the quotes.
/// Indices are those of tokens. The tokens of a container follow it: the items of an array, and of an object in turns
/// a name and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Null,
    True,
    False,
    Number {
        start: u32,
        end: u32,
    },
    /// A string that is what its bytes are.
    Plain {
        start: u32,
        end: u32,
    },
    /// A string with escapes.
    Escaped {
        start: u32,
        end: u32,
    },
    /// A string in which half a surrogate pair is escaped: it stands for no text.
    HalfPair,
    Array {
        /// How many items.
        length: u32,
        /// The token behind the last item.
        after: u32,
    },
    Object {
        /// How many members.
        length: u32,
        /// The token behind the last value.
        after: u32,
    },
}
