//! `format: regex` (ECMA-262, section 22.2.1, with the flag `u`)

use std::collections::HashSet;

use crate::json::Decimal;

pub(super) fn holds(text: &str) -> bool {
    Pattern { rest: text, ..Pattern::default() }.read().is_some()
}

/// A pattern that is read from its beginning. What is `None` cannot be read.
#[derive(Debug, Default)]
struct Pattern<'t> {
    rest: &'t str,
    /// The groups that are open, and whether they may be repeated.
    open: Vec<bool>,
    /// How many groups capture, and their names.
    groups: usize,
    names: HashSet<&'t str>,
    /// The greatest number that refers to a group, and the names that do.
    number: usize,
    wanted: Vec<&'t str>,
}

impl<'t> Pattern<'t> {
    fn read(mut self) -> Option<()> {
        let mut repeats = false;
        while let Some(character) = self.next() {
            repeats = match character {
                '^' | '$' | '|' => false,
                '(' => {
                    let repeats = self.group()?;
                    self.open.push(repeats);
                    false
                }
                ')' => self.open.pop()?,
                '*' | '+' | '?' | '{' if repeats => {
                    if character == '{' {
                        self.count()?;
                    }
                    self.take("?");
                    false
                }
                '*' | '+' | '?' | '{' | '}' | ']' => return None,
                '[' => self.class().map(|()| true)?,
                '\\' => self.escape()?,
                _ => true,
            };
        }
        let are_there =
            self.number <= self.groups && self.wanted.iter().all(|name| self.names.contains(name));
        (self.open.is_empty() && are_there).then_some(())
    }

    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    fn take(&mut self, text: &str) -> bool {
        let behind = self.rest.strip_prefix(text);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    fn take_while(&mut self, is: impl Fn(char) -> bool) -> &'t str {
        let (taken, rest) = self.rest.split_at(self.rest.find(|other| !is(other)).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// What makes a group one of its kind: whether it may be repeated.
    fn group(&mut self) -> Option<bool> {
        if !self.take("?") {
            self.groups += 1;
            return Some(true);
        }
        if ["=", "!", "<=", "<!"].iter().any(|kind| self.take(kind)) {
            return Some(false);
        }
        if self.take("<") {
            self.groups += 1;
            let name = self.name()?;
            self.names.insert(name);
            return Some(true);
        }
        let flags = self.take_while(|flag| "ims-".contains(flag));
        let (on, off) = flags.split_once('-').unwrap_or((flags, ""));
        let each_once = "ims".chars().all(|flag| flags.matches(flag).count() <= 1) && !off.contains('-');
        (self.take(":") && each_once && (flags.is_empty() || !on.is_empty() || !off.is_empty()))
            .then_some(true)
    }

    /// The name of a group, and what closes it.
    fn name(&mut self) -> Option<&'t str> {
        let name = self
            .take_while(|character| character.is_alphanumeric() || "$_\u{200c}\u{200d}".contains(character));
        let is_name = name.starts_with(|first: char| first.is_alphabetic() || "$_".contains(first));
        (is_name && self.take(">")).then_some(name)
    }

    /// How often something is repeated, after the brace.
    fn count(&mut self) -> Option<()> {
        let is_digit = |character: char| character.is_ascii_digit();
        let min = self.take_while(is_digit);
        let max = if self.take(",") { self.take_while(is_digit) } else { min };
        let is_ordered = max.is_empty() || Decimal::of(min) <= Decimal::of(max);
        (!min.is_empty() && self.take("}") && is_ordered).then_some(())
    }

    /// What follows a backslash outside of a class: whether it may be repeated.
    fn escape(&mut self) -> Option<bool> {
        let character = self.next()?;
        match character {
            'b' | 'B' => return Some(false),
            'k' => {
                let name = self.take("<").then(|| self.name())??;
                self.wanted.push(name);
            }
            '1'..='9' => {
                let digits = self.take_while(|digit| digit.is_ascii_digit());
                self.number = self.number.max(format!("{character}{digits}").parse().ok()?);
            }
            _ if self.is_set(character)? => {}
            _ => {
                self.character(character)?;
            }
        }
        Some(true)
    }

    /// Whether an escape stands for several characters.
    fn is_set(&mut self, character: char) -> Option<bool> {
        if !matches!(character, 'p' | 'P') {
            return Some(matches!(character, 'd' | 'D' | 's' | 'S' | 'w' | 'W'));
        }
        let is_open = self.take("{");
        let property =
            self.take_while(|character| character.is_ascii_alphanumeric() || "_=".contains(character));
        let (name, value) = property.split_once('=').unwrap_or((property, "any"));
        let is_property = !name.is_empty() && !value.is_empty() && !value.contains('=');
        (is_open && self.take("}") && is_property).then_some(true)
    }

    /// The one character that an escape stands for.
    fn character(&mut self, character: char) -> Option<u32> {
        Some(match character {
            't' => 0x9,
            'n' => 0xa,
            'v' => 0xb,
            'f' => 0xc,
            'r' => 0xd,
            'c' => u32::from(self.next().filter(char::is_ascii_alphabetic)?) % 32,
            '0' if !self.rest.starts_with(|digit: char| digit.is_ascii_digit()) => 0,
            'x' => self.digits(2)?,
            'u' => self.unicode()?,
            _ if "^$\\.*+?()[]{}|/".contains(character) => character.into(),
            _ => return None,
        })
    }

    /// A code point by its number, after `\u`.
    fn unicode(&mut self) -> Option<u32> {
        if self.take("{") {
            let digits = self.take_while(|digit| digit.is_ascii_hexdigit()).trim_start_matches('0');
            let is_closed = self.take("}");
            let number = u32::from_str_radix(&format!("0{digits}"), 16).ok()?;
            return (is_closed && number <= 0x0010_ffff).then_some(number);
        }
        let high = self.digits(4)?;
        if !(0xd800..0xdc00).contains(&high) || !self.rest.starts_with("\\u") {
            return Some(high);
        }
        let before = self.rest;
        self.take("\\u");
        match self.digits(4) {
            Some(low @ 0xdc00..=0xdfff) => Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)),
            _ => {
                self.rest = before;
                Some(high)
            }
        }
    }

    fn digits(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        let are_digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        are_digits.then(|| u32::from_str_radix(digits, 16).ok())?
    }

    /// A class, after its bracket.
    fn class(&mut self) -> Option<()> {
        self.take("^");
        loop {
            let from = match self.next()? {
                ']' => return Some(()),
                character => self.member(character)?,
            };
            if self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                self.take("-");
                let to = self.next()?;
                let to = self.member(to)?;
                if from? > to? {
                    return None;
                }
            }
        }
    }

    /// A member of a class: its character, if it is one.
    fn member(&mut self, character: char) -> Option<Option<u32>> {
        if character != '\\' {
            return Some(Some(character.into()));
        }
        let escaped = self.next()?;
        if self.is_set(escaped)? {
            return Some(None);
        }
        match escaped {
            'b' => Some(Some(0x8)),
            '-' => Some(Some('-'.into())),
            _ => self.character(escaped).map(Some),
        }
    }
}
