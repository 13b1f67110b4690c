//! What is wrong with a request, and where.

mod kind;

use std::fmt;

use crate::encode::{Encode, Writer};

pub use kind::Kind;

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What it is called.
    pub kind: Kind,
    /// The way to what is wrong.
    pub loc: Vec<Step>,
    /// What should have been sent, in plain English. What was sent is never in it.
    pub msg: String,
}

/// One step of the way to what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The place of a parameter, its name, or the name of a member.
    Name(String),
    /// The index of an item, from 0.
    Index(usize),
}

impl Problem {
    /// A problem at a place.
    pub fn new<S: Into<Step>>(kind: Kind, loc: impl IntoIterator<Item = S>, msg: impl fmt::Display) -> Self {
        Self { kind, loc: loc.into_iter().map(Into::into).collect(), msg: msg.to_string() }
    }

    /// The same problem, seen from further out: `step` is the first of its way.
    pub fn under(mut self, step: impl Into<Step>) -> Self {
        self.loc.insert(0, step.into());
        self
    }
}

/// The body of an answer that lists problems: `{"detail": [{"type", "loc", "msg"}, …]}`.
pub fn detail(problems: &[Problem]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.object().field("detail", problems).end();
    writer.into_bytes()
}

/// `1 item`, `2 items`
pub(crate) fn count(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

impl Encode for Problem {
    fn encode(&self, writer: &mut Writer) {
        writer
            .object()
            .field("type", self.kind.as_str())
            .field("loc", &self.loc)
            .field("msg", &self.msg)
            .end();
    }
}

impl Encode for Step {
    fn encode(&self, writer: &mut Writer) {
        match self {
            Self::Name(name) => name.encode(writer),
            Self::Index(index) => (*index as u64).encode(writer),
        }
    }
}

impl From<&str> for Step {
    fn from(name: &str) -> Self {
        Self::Name(name.to_owned())
    }
}

impl From<String> for Step {
    fn from(name: String) -> Self {
        Self::Name(name)
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}
