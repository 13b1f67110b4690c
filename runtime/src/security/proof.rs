//! The one place that judges whether a security requirement is met.
//!
//! A list of requirement objects is an OR, tried in the order of the document; the schemes of one are an AND (OpenAPI,
//! Security Requirement Object). Generated code says what is read and who verifies it; what follows from that is here.

use std::borrow::Cow;

use super::Scopes;
use super::denied::Denied;
use super::scheme::Scheme;
use super::unread::Unread;
use crate::failure::Failure;

/// What is known so far about who calls.
#[derive(Debug)]
pub struct Proof {
    /// Why none of the alternatives before this one is met.
    list: Why,
    /// Why this alternative is not met.
    alternative: Option<Why>,
    /// Whether a credential was shown and not accepted.
    is_shown_in_vain: bool,
}

/// A credential that is there, and the scheme it is of.
#[derive(Debug)]
pub struct Shown<C> {
    scheme: &'static Scheme,
    credential: C,
}

/// Why a requirement is not met.
#[derive(Debug)]
pub(super) enum Why {
    Absent,
    Malformed,
    Repeated(&'static Scheme),
    Invalid(&'static Scheme, Option<Cow<'static, str>>),
    InsufficientScope(&'static Scheme, Scopes),
    Unavailable(Failure),
    Broken(Failure),
}

impl Proof {
    #[inline]
    pub(super) fn new() -> Self {
        Self { list: Why::Absent, alternative: None, is_shown_in_vain: false }
    }

    /// Begins an alternative, after those that are not met.
    #[inline]
    pub fn alternative(&mut self) {
        if let Some(why) = self.alternative.take() {
            self.list.or(why);
        }
    }

    /// Takes down what was read for a scheme of the alternative. All its schemes are read before the first is verified, so that
    /// no verifier works for a request that is malformed.
    #[inline]
    pub fn read<C>(&mut self, scheme: &'static Scheme, read: Result<C, Unread>) -> Option<Shown<C>> {
        match read {
            Ok(credential) => return Some(Shown { scheme, credential }),
            Err(Unread::Absent) => self.note(Why::Absent),
            Err(Unread::Malformed) => self.note(Why::Malformed),
            Err(Unread::Repeated) => self.note(Why::Repeated(scheme)),
        }
        None
    }

    /// Has a credential of the alternative verified, unless another one has been refused.
    ///
    /// Where another one is absent it is verified all the same: who shows a credential wants it to count, so one that is refused
    /// must not pass for nobody's where security is optional.
    #[inline]
    pub async fn verify<C, T, F>(
        &mut self,
        shown: Option<Shown<C>>,
        verifier: impl FnOnce(C) -> F,
    ) -> Option<T>
    where
        F: Future<Output = Result<T, Denied>>,
    {
        let Shown { scheme, credential } = shown?;
        if !matches!(self.alternative, None | Some(Why::Absent | Why::InsufficientScope(..))) {
            return None;
        }
        match verifier(credential).await {
            Ok(caller) => Some(caller),
            Err(denied) => {
                self.note(Why::denied(scheme, denied));
                None
            }
        }
    }

    /// An alternative is met: what broke on the way is for the log alone.
    #[inline]
    pub(super) fn met(self) {
        self.list.log();
    }

    /// No alternative is met, and why. `None` where nobody in particular calls: no credential was shown in vain.
    #[inline]
    pub(super) fn unmet(mut self) -> Option<Why> {
        self.alternative();
        if self.is_shown_in_vain || !matches!(self.list, Why::Absent) { Some(self.list) } else { None }
    }

    #[inline]
    fn note(&mut self, why: Why) {
        self.is_shown_in_vain |= !matches!(why, Why::Absent);
        match &mut self.alternative {
            Some(there) => there.and(why),
            none => *none = Some(why),
        }
    }
}

impl Why {
    fn denied(scheme: &'static Scheme, denied: Denied) -> Self {
        match denied {
            Denied::InvalidCredentials(text) => Self::Invalid(scheme, text),
            Denied::InsufficientScope(scopes) => Self::InsufficientScope(scheme, scopes),
            Denied::Unavailable(failure) => Self::Unavailable(failure),
            Denied::Broken(failure) => Self::Broken(failure),
        }
    }

    /// Of two schemes of an alternative: what is broken, then what is malformed or refused, then what is not there. A scope is
    /// missed only where nothing else is.
    fn and(&mut self, other: Self) {
        let weight = |why: &Self| match why {
            Self::InsufficientScope(..) => 0,
            Self::Absent => 1,
            Self::Malformed | Self::Invalid(..) => 2,
            Self::Repeated(_) => 3,
            Self::Unavailable(_) | Self::Broken(_) => 4,
        };
        self.take(other, weight);
    }

    /// Of two alternatives: what is broken; then who may not (403) before who is not known (401), and what is shown before what
    /// is not there.
    fn or(&mut self, other: Self) {
        let weight = |why: &Self| match why {
            Self::Absent => 0,
            Self::Malformed | Self::Invalid(..) => 1,
            Self::InsufficientScope(..) => 2,
            Self::Repeated(_) => 3,
            Self::Unavailable(_) | Self::Broken(_) => 4,
        };
        self.take(other, weight);
    }

    /// Keeps the one that weighs more, or else the first.
    fn take(&mut self, other: Self, weight: impl Fn(&Self) -> u8) {
        if weight(&other) > weight(self) {
            *self = other;
        } else {
            other.log();
        }
    }

    /// Logs a fault of the server.
    pub(super) fn log(&self) {
        if let Self::Unavailable(failure) | Self::Broken(failure) = self {
            failure.log();
        }
    }
}
