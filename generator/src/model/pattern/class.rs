//! `[…]` (ECMA-262, 22.2.1 CharacterClass)

use super::Refused;
use super::cursor::Cursor;
use super::escape::{Escape, Within, escape};
use super::literal::{ANYTHING, NOTHING, range};

/// Reads a class, of which the bracket at `start` has been read, and writes it.
pub(super) fn class(cursor: &mut Cursor<'_>, start: usize, out: &mut String) -> Result<(), Refused> {
    let negated = cursor.eat("^");
    let mut members = String::new();
    while !cursor.eat("]") {
        member(cursor, start, &mut members)?;
    }
    match (negated, members.is_empty()) {
        (true, true) => out.push_str(ANYTHING),
        (false, true) => out.push_str(NOTHING),
        (negated, false) => {
            out.push_str(if negated { "[^" } else { "[" });
            out.push_str(&members);
            out.push(']');
        }
    }
    Ok(())
}

/// A character, a set, or a range. With a set at an end of it, a range is its ends and a hyphen (Annex B.1.2).
fn member(cursor: &mut Cursor<'_>, start: usize, out: &mut String) -> Result<(), Refused> {
    let at = cursor.at();
    let first = atom(cursor, start)?;
    let mut ahead = *cursor;
    if !ahead.eat("-") || ahead.rest().starts_with(']') {
        single(first, out);
        return Ok(());
    }
    let last = atom(&mut ahead, start)?;
    *cursor = ahead;
    match (first, last) {
        (Escape::Character(first), Escape::Character(last)) if first > last => {
            Err(Refused::new(at, "this range ends before it begins"))
        }
        (Escape::Character(first), Escape::Character(last)) => {
            range(first, last, out);
            Ok(())
        }
        (first, last) => {
            single(first, out);
            range('-'.into(), '-'.into(), out);
            single(last, out);
            Ok(())
        }
    }
}

fn single(atom: Escape, out: &mut String) {
    match atom {
        Escape::Character(code) => range(code, code, out),
        Escape::Boundary(text) => out.push_str(text),
        // `[a[0-9]]` is `[a0-9]`, where nothing is taken away from the set.
        Escape::Set(set) => match set.strip_prefix('[').and_then(|set| set.strip_suffix(']')) {
            Some(members) if !members.starts_with('^') && !members.contains("--") => out.push_str(members),
            _ => out.push_str(&set),
        },
    }
}

fn atom(cursor: &mut Cursor<'_>, start: usize) -> Result<Escape, Refused> {
    let at = cursor.at();
    let rest = cursor.rest();
    match cursor.next() {
        None => Err(Refused::new(start, "this class is not closed").help(r"a bracket as itself is `\[`")),
        Some('\\') => escape(cursor, at, Within::Class),
        Some('[') if is_posix(rest) => Err(Refused::new(at, "ECMA-262 has no classes by name")
            .help(r"write the characters, as in `A-Za-z`, or a property, as in `\p{Alphabetic}`")),
        Some(c) => Ok(Escape::Character(c.into())),
    }
}

/// Whether `[:alpha:]` or the like is meant, which ECMA-262 takes for these characters and a lone bracket.
fn is_posix(rest: &str) -> bool {
    let name = rest.strip_prefix("[:").and_then(|rest| rest.split_once(":]"));
    name.is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '^')
    })
}
