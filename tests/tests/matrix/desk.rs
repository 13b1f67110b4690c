//! The handwritten half that all the servers share: what is accepted, and who has reached a handler.

use std::sync::{Arc, Mutex};

use specwright_runtime::security::{
    ApiKey, BasicCredentials, BearerToken, Denied, HttpCredentials, PeerCertificate, Scopes,
};

/// What implements the generated traits. Copies share what they note.
#[derive(Debug, Clone, Default)]
pub(crate) struct Desk(Arc<Mutex<Option<Reached>>>);

/// A handler has been reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reached {
    /// Its `operationId`.
    pub(crate) operation: String,
    /// Who it was told calls.
    pub(crate) caller: Caller,
}

/// Who calls, as far as the type of a handler's argument tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Caller {
    /// There is no such argument.
    NotAsked,
    /// It is `None`.
    Nobody,
    /// Callers accepted by these schemes: by the alternative of this number, where there are several.
    Somebody { alternative: Option<usize>, schemes: Vec<String> },
}

/// What each verifier answers with: the scheme that has accepted.
pub(crate) struct Accepted(&'static str);

impl Desk {
    pub(crate) fn reached(&self, operation: &str, caller: Caller) {
        let reached = Reached { operation: operation.to_owned(), caller };
        assert!(self.0.lock().unwrap().replace(reached).is_none(), "a request reaches one handler");
    }

    /// What has been reached since it was asked last.
    pub(crate) fn take(&self) -> Option<Reached> {
        self.0.lock().unwrap().take()
    }
}

impl Accepted {
    /// Accepts `good-SCHEME-SCOPE-SCOPE…` where it has the `scopes`.
    pub(crate) fn by(scheme: &'static str, shown: &str, scopes: Scopes) -> Result<Self, Denied> {
        let mut words = shown.split('-');
        if (words.next(), words.next()) != (Some("good"), Some(scheme)) {
            return Err(Denied::InvalidCredentials(None));
        }
        let has: Vec<&str> = words.collect();
        if scopes.iter().all(|scope| has.contains(scope)) {
            Ok(Self(scheme))
        } else {
            Err(Denied::InsufficientScope(scopes))
        }
    }
}

/// The caller that a handler is given.
pub(crate) trait Told {
    fn told(self) -> Caller;
}

impl Told for Accepted {
    fn told(self) -> Caller {
        Caller::all([self])
    }
}

impl<T: Told> Told for Option<T> {
    fn told(self) -> Caller {
        self.map_or(Caller::Nobody, T::told)
    }
}

impl Caller {
    pub(crate) fn all<const N: usize>(accepted: [Accepted; N]) -> Self {
        Self::Somebody { alternative: None, schemes: accepted.map(|accepted| accepted.0.to_owned()).into() }
    }

    /// The same, by the alternative of this number.
    pub(crate) fn by(self, number: usize) -> Self {
        match self {
            Self::Somebody { alternative: None, schemes } => {
                Self::Somebody { alternative: Some(number), schemes }
            }
            other => panic!("an alternative within {other:?}"),
        }
    }
}

/// What a verifier is shown.
pub(crate) trait Credential {
    fn told(&self) -> String;
}

impl Credential for ApiKey {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}

impl Credential for BasicCredentials {
    fn told(&self) -> String {
        self.user_id().to_owned()
    }
}

impl Credential for BearerToken {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}

impl Credential for HttpCredentials {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}

impl Credential for PeerCertificate {
    fn told(&self) -> String {
        String::from_utf8(self.der().to_vec()).unwrap()
    }
}
