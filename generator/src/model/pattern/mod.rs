//! `pattern`: the regular expressions of ECMA-262, in the syntax of the crate `regex`.
//!
//! They are read with the flag `u` (JSON Schema 2020-12 Core, 6.4). What is an error with it is taken as ECMA-262's Annex B
//! takes it where it can mean one thing only: `\-` and `\_`, a lone `{`, `}` or `]`, and `[\w-.]`. An escaped letter that is no
//! escape (`\Z`) is refused, because people mean by it what other engines do. What is no regular language (lookaround,
//! backreferences) takes more than linear time, and is refused, too.

mod class;
mod cursor;
mod escape;
mod expression;
mod literal;
mod property;
#[cfg(test)]
mod tests;

use regex::Regex;

/// Why a pattern is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// Where in the pattern, in bytes.
    pub(super) offset: usize,
    /// What is wrong there.
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: Option<String>,
}

impl Refused {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// `ecma`, a pattern of ECMA-262, in the syntax of the crate `regex`, which has compiled it within its limits.
///
/// It is met by the same texts; where the syntax is the same, so is what is written.
pub(super) fn translate(ecma: &str) -> Result<String, Refused> {
    let written = expression::written(ecma)?;
    match Regex::new(&written) {
        Ok(_) => Ok(written),
        Err(regex::Error::CompiledTooBig(_)) => {
            Err(Refused::new(0, "this pattern is too large when compiled")
                .help("say how long the text may be with `minLength` and `maxLength`"))
        }
        Err(_) => {
            Err(Refused::new(0, "this pattern is more than the engine takes")
                .help("say it in the description"))
        }
    }
}
