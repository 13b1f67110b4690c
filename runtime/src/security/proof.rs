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
    /// Whether a credential of this alternative is not there.
    is_absent: bool,
    /// What was shown in vain: rare, and so not in the way of who is let in.
    vain: Option<Box<Vain>>,
}

/// What was shown and not accepted.
#[derive(Debug, Default)]
struct Vain {
    /// Why none of the alternatives before this one is met, if it is more than that a credential is not there.
    list: Option<Why>,
    /// Why this alternative is not met.
    alternative: Option<Why>,
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
        Self { is_absent: false, vain: None }
    }

    /// Begins an alternative, after those that are not met.
    #[inline]
    pub fn alternative(&mut self) {
        if let Some(vain) = &mut self.vain {
            vain.end(self.is_absent);
        }
        self.is_absent = false;
    }

    /// Takes down what was read for a scheme of the alternative. All its schemes are read before the first is verified, so that
    /// no verifier works for a request that is malformed.
    #[inline]
    pub fn read<C>(&mut self, scheme: &'static Scheme, read: Result<C, Unread>) -> Option<C> {
        match read {
            Ok(credential) => return Some(credential),
            Err(Unread::Absent) => self.is_absent = true,
            Err(Unread::Malformed) => self.note(Why::Malformed),
            Err(Unread::Repeated) => self.note(Why::Repeated(scheme)),
        }
        None
    }

    /// A credential of the alternative that is to be verified: one that is there, unless another one has been refused.
    ///
    /// Where another one is absent it is verified all the same: who shows a credential wants it to count, so one that is refused
    /// must not pass for nobody's where security is optional.
    #[inline]
    pub fn due<C>(&self, read: Option<C>) -> Option<C> {
        let is_lost = self.vain.as_ref().is_some_and(|vain| vain.is_lost());
        read.filter(|_| !is_lost)
    }

    /// Takes down what the verifier of a scheme says.
    #[inline]
    pub fn verified<T>(&mut self, scheme: &'static Scheme, verified: Result<T, Denied>) -> Option<T> {
        match verified {
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
        if let Some(vain) = self.vain {
            vain.log();
        }
    }

    /// No alternative is met, and why. `None` where nobody in particular calls: no credential was shown in vain.
    #[inline]
    pub(super) fn unmet(self) -> Option<Why> {
        self.vain.map(|mut vain| vain.why(self.is_absent))
    }

    #[cold]
    fn note(&mut self, why: Why) {
        let vain = self.vain.get_or_insert_default();
        match &mut vain.alternative {
            Some(there) => there.and(why),
            none => *none = Some(why),
        }
    }
}

impl Vain {
    /// Whether nothing that is verified can mend the alternative.
    fn is_lost(&self) -> bool {
        self.alternative.as_ref().is_some_and(Why::is_final)
    }

    /// The alternative is not met, and another one may follow.
    #[cold]
    fn end(&mut self, is_absent: bool) {
        let Some(mut why) = self.alternative.take() else { return };
        if is_absent {
            why.and(Why::Absent);
        }
        match &mut self.list {
            Some(list) => list.or(why),
            none => *none = Some(why),
        }
    }

    /// Why nothing is met.
    #[cold]
    fn why(&mut self, is_absent: bool) -> Why {
        self.end(is_absent);
        self.list.take().unwrap_or(Why::Absent)
    }

    #[cold]
    fn log(&self) {
        for why in [&self.list, &self.alternative].into_iter().flatten() {
            why.log();
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
