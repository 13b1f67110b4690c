//! The one place that judges whether a security requirement is met.
//!
//! A list of requirement objects is an OR, tried in the order of the document; the schemes of one are an AND (OpenAPI,
//! Security Requirement Object). Generated code says what is read and who verifies it; what follows from that is here.

use super::denied::Denied;
use super::scheme::Scheme;
use super::unread::Unread;

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

/// Why a requirement is not met. What is rare is in a box, so that the rest is cheap to hand on.
#[derive(Debug)]
pub(super) enum Why {
    Absent,
    Malformed,
    Repeated(&'static Scheme),
    Denied(Box<(&'static Scheme, Denied)>),
}

impl Proof {
    #[inline]
    pub(super) fn new() -> Self {
        Self { list: Why::Absent, alternative: None, is_shown_in_vain: false }
    }

    /// Begins an alternative, after those that are not met.
    #[inline]
    pub fn alternative(&mut self) {
        match self.alternative.take() {
            // It weighs nothing.
            None | Some(Why::Absent) => {}
            Some(why) => self.list.or(why),
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
        if self.alternative.as_ref().is_some_and(Why::is_final) {
            return None;
        }
        match verifier(credential).await {
            Ok(caller) => Some(caller),
            Err(denied) => {
                self.note(Why::Denied(Box::new((scheme, denied))));
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
    /// Whether the other schemes of the alternative cannot mend it, nor make it worse.
    fn is_final(&self) -> bool {
        match self {
            Self::Absent => false,
            Self::Malformed | Self::Repeated(_) => true,
            Self::Denied(denied) => !matches!(denied.1, Denied::InsufficientScope(_)),
        }
    }

    /// Of two schemes of an alternative: what is broken, then what is malformed or refused, then what is not there. A scope is
    /// missed only where nothing else is.
    fn and(&mut self, other: Self) {
        self.take(other, |why| match why {
            Self::Absent => 1,
            Self::Malformed => 2,
            Self::Repeated(_) => 3,
            Self::Denied(denied) => match denied.1 {
                Denied::InsufficientScope(_) => 0,
                Denied::InvalidCredentials(_) => 2,
                Denied::Unavailable(_) | Denied::Broken(_) => 4,
            },
        });
    }

    /// Of two alternatives: what is broken; then who may not (403) before who is not known (401), and what is shown before what
    /// is not there.
    fn or(&mut self, other: Self) {
        self.take(other, |why| match why {
            Self::Absent => 0,
            Self::Malformed => 1,
            Self::Repeated(_) => 3,
            Self::Denied(denied) => match denied.1 {
                Denied::InvalidCredentials(_) => 1,
                Denied::InsufficientScope(_) => 2,
                Denied::Unavailable(_) | Denied::Broken(_) => 4,
            },
        });
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
        if let Self::Denied(denied) = self
            && let Denied::Unavailable(failure) | Denied::Broken(failure) = &denied.1
        {
            failure.log();
        }
    }
}
