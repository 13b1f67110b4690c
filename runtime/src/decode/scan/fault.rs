//! Why a text is not JSON.

use std::fmt;

/// Why a text is not JSON: what was expected where the scanner stands, or what is wrong there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Value,
    End,
    Name,
    Colon,
    CommaOrBracket,
    CommaOrBrace,
    Digit,
    Quote,
    Hexadecimal,
    Escape,
    Control,
    HalfPair,
    Depth,
    Utf8,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "expected a value",
            Self::End => "expected nothing more",
            Self::Name => "expected a name in double quotes",
            Self::Colon => "expected a colon",
            Self::CommaOrBracket => "expected a comma or a closing bracket",
            Self::CommaOrBrace => "expected a comma or a closing brace",
            Self::Digit => "expected a digit",
            Self::Quote => "expected a closing quote",
            Self::Hexadecimal => "expected four hexadecimal digits",
            Self::Escape => "there is no such escape",
            Self::Control => "a control character must be escaped",
            Self::HalfPair => "a name must not have half a surrogate pair",
            Self::Depth => "nested too deeply",
            Self::Utf8 => "must be UTF-8",
        })
    }
}
