//! What begins with a backslash (ECMA-262, 22.2.1 AtomEscape, ClassEscape).

use super::Refused;
use super::cursor::Cursor;
use super::property;

/// What an escape stands for.
pub(super) enum Escape {
    /// A code point, perhaps that of a surrogate.
    Character(u32),
    /// A set of characters, in the syntax of the crate `regex`, alone or in a class.
    Set(String),
    /// The beginning or end of a word, or what is neither, written alike.
    Boundary(&'static str),
}

/// Where an escape stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Expression,
    Class,
}

/// Reads an escape, of which the backslash at `start` has been read.
pub(super) fn escape(cursor: &mut Cursor<'_>, start: usize, within: Within) -> Result<Escape, Refused> {
    let Some(letter) = cursor.next() else {
        return Err(
            Refused::new(start, "the pattern ends in the middle of an escape").help(r"a backslash is `\\`")
        );
    };
    if let Some(set) = set(letter) {
        return Ok(Escape::Set(set.to_owned()));
    }
    let code = match letter {
        'p' | 'P' => return property::property(cursor, start, letter == 'P').map(Escape::Set),
        'b' if within == Within::Expression => return Ok(Escape::Boundary(r"(?-u:\b)")),
        'B' if within == Within::Expression => return Ok(Escape::Boundary(r"(?-u:\B)")),
        'b' => 0x08,
        't' => 0x09,
        'n' => 0x0A,
        'v' => 0x0B,
        'f' => 0x0C,
        'r' => 0x0D,
        'c' => control(cursor, start)?,
        'x' => hexadecimal(cursor, 2).ok_or_else(|| malformed(start, r"`\x41`, with two digits"))?,
        'u' => unicode(cursor, start)?,
        '0' if !cursor.peek().is_some_and(|next| next.is_ascii_digit()) => 0,
        '1'..='9' | 'k' if within == Within::Expression => return Err(backreference(start)),
        _ if letter.is_ascii_alphanumeric() => return Err(unknown(start, letter)),
        _ => u32::from(letter),
    };
    Ok(Escape::Character(code))
}

/// The sets of ECMA-262, 22.2.2.9. Digits and letters of words are those of ASCII; white space is Unicode's without U+0085 and
/// with U+FEFF.
fn set(letter: char) -> Option<&'static str> {
    Some(match letter {
        'd' => "[0-9]",
        'D' => "[^0-9]",
        'w' => "[0-9A-Za-z_]",
        'W' => "[^0-9A-Za-z_]",
        's' => r"[\s\x{FEFF}--\x{85}]",
        'S' => r"[^\s\x{FEFF}--\x{85}]",
        _ => return None,
    })
}

fn control(cursor: &mut Cursor<'_>, start: usize) -> Result<u32, Refused> {
    match cursor.next() {
        Some(letter) if letter.is_ascii_alphabetic() => Ok(u32::from(letter) % 32),
        _ => Err(malformed(start, r"`\cJ`, with a letter")),
    }
}

/// `\u0041`, `\u{1F600}`, or two surrogates that are one character.
fn unicode(cursor: &mut Cursor<'_>, start: usize) -> Result<u32, Refused> {
    let malformed = || malformed(start, r"`\u0041`, with four digits, or `\u{41}`");
    if cursor.eat("{") {
        let digits = cursor.until('}').ok_or_else(malformed)?;
        if digits.is_empty() || !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(malformed());
        }
        let code = u32::from_str_radix(digits.trim_start_matches('0'), 16);
        return match code {
            Ok(code) if code <= u32::from(char::MAX) => Ok(code),
            Err(error) if *error.kind() == std::num::IntErrorKind::Empty => Ok(0),
            _ => Err(Refused::new(start, "there is no character with this number")
                .help(r"the last is `\u{10FFFF}`")),
        };
    }
    let first = hexadecimal(cursor, 4).ok_or_else(malformed)?;
    let mut ahead = *cursor;
    if (0xD800..0xDC00).contains(&first)
        && ahead.eat(r"\u")
        && let Some(second) = hexadecimal(&mut ahead, 4)
        && (0xDC00..0xE000).contains(&second)
    {
        *cursor = ahead;
        return Ok(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
    }
    Ok(first)
}

fn hexadecimal(cursor: &mut Cursor<'_>, digits: usize) -> Option<u32> {
    (0..digits).try_fold(0, |code, _| Some(code * 16 + cursor.next()?.to_digit(16)?))
}

fn malformed(start: usize, right: &str) -> Refused {
    Refused::new(start, "this escape is not complete").help(format!("write {right}"))
}

fn backreference(start: usize) -> Refused {
    Refused::new(start, "a backreference takes more than linear time").help("say it in the description")
}

/// An escape that ECMA-262 does not have. Annex B takes the letter for itself, which nobody means.
fn unknown(start: usize, letter: char) -> Refused {
    let refused = Refused::new(start, format!(r"ECMA-262 has no escape `\{letter}`"));
    match letter {
        'A' => refused.help("the beginning of the text is `^`"),
        'Z' | 'z' => refused.help("the end of the text is `$`"),
        'a' => refused.help(r"write `\x07`"),
        'e' => refused.help(r"write `\x1B`"),
        '0'..='9' => refused.help(r"a character by its number is `\x41` or `\u0041`"),
        _ => refused,
    }
}
