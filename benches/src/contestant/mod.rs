//! The three servers of one contract.

mod axum;
mod bare;
mod bearer;
mod generated;

use std::str::FromStr;

pub(crate) use self::axum::router;
pub(crate) use bare::{answer, serve};
pub(crate) use generated::server;

/// Who answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contestant {
    /// The server generated from `spec/spec.yaml`.
    Generated,
    /// A server written by hand with axum.
    Axum,
    /// One function for hyper.
    Bare,
}

impl Contestant {
    pub(crate) const ALL: [Self; 3] = [Self::Generated, Self::Axum, Self::Bare];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Axum => "axum",
            Self::Bare => "bare hyper",
        }
    }
}

impl FromStr for Contestant {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let contestant = Self::ALL.into_iter().find(|contestant| contestant.name() == text);
        contestant.ok_or_else(|| format!("{text} is not in the contest"))
    }
}
