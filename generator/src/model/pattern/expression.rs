//! Alternatives, groups and quantifiers (ECMA-262, 22.2.1)

use super::Refused;
use super::class::class;
use super::cursor::Cursor;
use super::escape::{Escape, Within, escape};
use super::literal::character;

/// How deep groups may be nested. The engine has a limit of its own, which counts what is between them, too.
const DEEPEST: usize = 60;

/// `.`: anything but the end of a line (ECMA-262, 12.3).
const WITHIN_A_LINE: &str = r"[^\n\r\x{2028}\x{2029}]";

/// The pattern `ecma` in the syntax of the crate `regex`.
pub(super) fn written(ecma: &str) -> Result<String, Refused> {
    let mut expression = Expression {
        cursor: Cursor::new(ecma),
        out: String::with_capacity(ecma.len()),
        names: Vec::new(),
        depth: 0,
    };
    expression.disjunction()?;
    match expression.cursor.peek() {
        None => Ok(expression.out),
        Some(_) => Err(Refused::new(expression.cursor.at(), "this parenthesis closes nothing")
            .help(r"a parenthesis as itself is `\)`")),
    }
}

struct Expression<'a> {
    cursor: Cursor<'a>,
    out: String,
    /// The names of the groups that may take part in one match with what comes next.
    names: Vec<&'a str>,
    depth: usize,
}

impl Expression<'_> {
    /// Up to the end, or to a parenthesis that closes.
    fn disjunction(&mut self) -> Result<(), Refused> {
        let (outside, mut inside) = (self.names.len(), Vec::new());
        loop {
            while self.cursor.peek().is_some_and(|next| !matches!(next, '|' | ')')) {
                self.term()?;
            }
            inside.extend(self.names.drain(outside..));
            if !self.cursor.eat("|") {
                break;
            }
            self.out.push('|');
        }
        self.names.append(&mut inside);
        Ok(())
    }

    fn term(&mut self) -> Result<(), Refused> {
        let start = self.cursor.at();
        if counts(&self.cursor)?.is_some() {
            return Err(nothing_to_repeat(start));
        }
        match self.cursor.next() {
            None => return Ok(()),
            Some(assertion @ ('^' | '$')) => {
                self.out.push(assertion);
                return Ok(());
            }
            Some('*' | '+' | '?') => return Err(nothing_to_repeat(start)),
            Some('(') => self.group(start)?,
            Some('[') => class(&mut self.cursor, start, &mut self.out)?,
            Some('.') => self.out.push_str(WITHIN_A_LINE),
            Some('\\') => match escape(&mut self.cursor, start, Within::Expression)? {
                Escape::Character(code) => character(code, &mut self.out),
                Escape::Set(set) => self.out.push_str(&set),
                Escape::Boundary(boundary) => {
                    self.out.push_str(boundary);
                    return Ok(());
                }
            },
            Some(c) => character(c.into(), &mut self.out),
        }
        self.quantifier()
    }

    /// A group, of which the parenthesis at `start` has been read.
    fn group(&mut self, start: usize) -> Result<(), Refused> {
        let opening = if self.cursor.eat("?") { self.kind(start)? } else { "(" };
        self.out.push_str(opening);
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Refused::new(start, format!("groups are nested more than {DEEPEST} deep")));
        }
        self.disjunction()?;
        self.depth -= 1;
        if !self.cursor.eat(")") {
            return Err(
                Refused::new(start, "this group is not closed").help(r"a parenthesis as itself is `\(`")
            );
        }
        self.out.push(')');
        Ok(())
    }

    /// What is behind `(?`, and how the group begins in the syntax of the crate `regex`. Nobody asks for its name there.
    fn kind(&mut self, start: usize) -> Result<&'static str, Refused> {
        let rest = self.cursor.rest();
        if ["=", "!", "<=", "<!"].iter().any(|around| rest.starts_with(around)) {
            return Err(lookaround(start, rest));
        }
        if self.cursor.eat(":") {
            return Ok("(?:");
        }
        if !self.cursor.eat("<") {
            return Err(unknown_group(start, rest));
        }
        let at = self.cursor.at();
        let name = self.cursor.until('>').filter(|name| is_name(name));
        let Some(name) = name else { return Err(Refused::new(at, "this is no name of a group")) };
        if self.names.contains(&name) {
            return Err(Refused::new(at, format!("there is another group with the name `{name}`")));
        }
        self.names.push(name);
        Ok("(?:")
    }

    fn quantifier(&mut self) -> Result<(), Refused> {
        if let Some(counts) = counts(&self.cursor)? {
            self.cursor.eat(counts);
            self.out.push_str(counts);
        } else if let Some(quantifier @ ('*' | '+' | '?')) = self.cursor.peek() {
            self.cursor.next();
            self.out.push(quantifier);
        } else {
            return Ok(());
        }
        if self.cursor.eat("?") {
            self.out.push('?');
        }
        Ok(())
    }
}

/// `{2}`, `{2,}` or `{2,3}`, if it comes next. Any other brace is a character (Annex B.1.2).
fn counts<'a>(cursor: &Cursor<'a>) -> Result<Option<&'a str>, Refused> {
    let rest = cursor.rest();
    let inner = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
    let Some((inner, _)) = inner else { return Ok(None) };
    let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
    let digits = |count: &str| count.chars().all(|c| c.is_ascii_digit());
    if !digits(least) || !digits(most) || inner.is_empty() || inner == "," {
        return Ok(None);
    }
    if least.is_empty() {
        return Err(Refused::new(cursor.at(), "a quantifier begins with a number")
            .help(format!("write `{{0,{most}}}`")));
    }
    let count = |count: &str| {
        let much = || Refused::new(cursor.at(), "this is more often than the engine repeats");
        count
            .parse::<u32>()
            .map_err(|_| much().help("say how long the text may be with `minLength` and `maxLength`"))
    };
    if count(least)? > if most.is_empty() { u32::MAX } else { count(most)? } {
        return Err(Refused::new(cursor.at(), "this range ends before it begins"));
    }
    Ok(rest.get(..inner.len() + 2))
}

fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    let starts = |c| matches!(c, '$' | '_') || unicode_ident::is_xid_start(c);
    characters.next().is_some_and(starts) && characters.all(|c| c == '$' || unicode_ident::is_xid_continue(c))
}

fn nothing_to_repeat(at: usize) -> Refused {
    Refused::new(at, "there is nothing to repeat before this quantifier")
        .help(r"a character as itself has a backslash: `\*`")
}

fn lookaround(start: usize, rest: &str) -> Refused {
    let (what, help) = match rest.as_bytes() {
        [b'!', ..] => ("lookahead", "say what must not be there with `not` and a `pattern`"),
        [b'=', ..] => ("lookahead", "say what must be there, too, with `allOf` and a `pattern` each"),
        _ => ("lookbehind", "say it in the description"),
    };
    Refused::new(start, format!("a {what} takes more than linear time")).help(help)
}

fn unknown_group(start: usize, rest: &str) -> Refused {
    let refused = Refused::new(start, "ECMA-262 has no such group");
    match rest.chars().next() {
        Some('P') => refused.help("a group with a name is `(?<name>…)`"),
        Some('a'..='z' | '-') => {
            refused.help("write letters in both cases, as in `[Aa]`, and the ends of lines as characters")
        }
        _ => refused,
    }
}
