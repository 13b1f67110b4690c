//! The security of a document: its schemes, and who may call by them.

use super::caller::{Caller, CallerId, Callers};
use super::reader::Reader;
use super::requirement::{Requirement, Wanted};
use super::security_scheme::SecurityScheme;

/// The schemes of a document, and who may call by them.
#[derive(Debug, Default)]
pub struct Security {
    schemes: Vec<SecurityScheme>,
    callers: Callers,
}

/// The index of a scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemeId(usize);

impl Security {
    pub(super) fn of(schemes: Vec<SecurityScheme>) -> Self {
        Self { schemes, callers: Callers::default() }
    }

    /// The schemes that an operation requires, in the order of the document.
    pub fn schemes(&self) -> impl Iterator<Item = &SecurityScheme> {
        self.schemes.iter().filter(|scheme| scheme.is_required)
    }

    /// Whether an operation requires a caller.
    pub fn is_required(&self) -> bool {
        self.schemes().next().is_some()
    }

    /// The callers that are more than one scheme's, in the order in which the document leads to them.
    pub fn combinations(&self) -> impl Iterator<Item = &Caller> {
        self.callers.combinations()
    }

    /// The scheme of an index.
    pub fn scheme(&self, id: SchemeId) -> Option<&SecurityScheme> {
        self.schemes.get(id.0)
    }

    /// The caller of an index.
    pub fn caller(&self, id: CallerId) -> Option<&Caller> {
        self.callers.get(id)
    }

    /// The schemes of a caller, alternative by alternative.
    pub fn schemes_of(&self, id: CallerId) -> Vec<SchemeId> {
        match self.caller(id) {
            None => Vec::new(),
            Some(Caller::One(scheme)) => vec![*scheme],
            Some(Caller::All { schemes, .. }) => schemes.clone(),
            Some(Caller::Any { alternatives, .. }) => {
                alternatives.iter().flat_map(|(_, caller)| self.schemes_of(*caller)).collect()
            }
        }
    }

    pub(super) fn by_key(&self, key: &str) -> Option<(SchemeId, &SecurityScheme)> {
        let (index, scheme) = self.schemes.iter().enumerate().find(|(_, scheme)| scheme.key == key)?;
        Some((SchemeId(index), scheme))
    }

    /// Alternatives that are sound, as one requirement; `None` where nobody is required.
    pub(super) fn requirement(&mut self, alternatives: Vec<Vec<Wanted>>) -> Option<Requirement> {
        let (someone, nobody): (Vec<_>, Vec<_>) =
            alternatives.into_iter().partition(|alternative| !alternative.is_empty());
        for (id, scopes) in someone.iter().flatten() {
            if let Some(scheme) = self.schemes.get_mut(id.0) {
                scheme.is_required = true;
                // A verifier is told roles as soon as one operation asks for some, so that they cannot be overlooked.
                scheme.takes_scopes |= !scopes.is_empty();
            }
        }
        let caller = self.callers.of(&someone, &self.schemes)?;
        Some(Requirement {
            caller,
            optional: !nobody.is_empty(),
            schemes: someone.into_iter().flatten().collect(),
        })
    }

    /// Gives names to what is declared beside the types of the document, which keep theirs.
    pub(super) fn take_names(&mut self, reader: &mut Reader<'_>) {
        for scheme in self.schemes.iter_mut().filter(|scheme| scheme.is_required) {
            scheme.requirement = reader.take_type(&scheme.type_name, "Scheme");
        }
        self.callers.take_names(reader);
    }
}

impl SchemeId {
    pub(super) fn of(self, schemes: &[SecurityScheme]) -> Option<&SecurityScheme> {
        schemes.get(self.0)
    }
}
