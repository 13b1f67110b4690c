//! Who calls, once a requirement is met.

use super::name::{Name, Scope};
use super::reader::Reader;
use super::requirement::Wanted;
use super::security::SchemeId;
use super::security_scheme::SecurityScheme;

/// Who calls, once a requirement is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// Somebody whom one scheme has accepted.
    One(SchemeId),
    /// Somebody whom several schemes have accepted: a struct.
    All {
        /// What it is called.
        name: Name,
        /// The schemes, in the order of the document.
        schemes: Vec<SchemeId>,
    },
    /// Somebody whom one of several alternatives has accepted: an enum.
    Any {
        /// What it is called.
        name: Name,
        /// The name of each variant, and who calls by it, in the order of the document.
        alternatives: Vec<(Name, CallerId)>,
    },
}

impl Caller {
    /// What its type is called, where it has one of its own.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::One(_) => None,
            Self::All { name, .. } | Self::Any { name, .. } => Some(name),
        }
    }
}

/// The index of a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallerId(usize);

/// The callers that a document leads to, each once.
#[derive(Debug, Default)]
pub(super) struct Callers(Vec<Caller>);

impl Callers {
    pub(super) fn get(&self, id: CallerId) -> Option<&Caller> {
        self.0.get(id.0)
    }

    pub(super) fn combinations(&self) -> impl Iterator<Item = &Caller> {
        self.0.iter().filter(|caller| !matches!(caller, Caller::One(_)))
    }

    /// Who calls by one of the alternatives, none of which is empty; `None` where there is none.
    pub(super) fn of(
        &mut self,
        alternatives: &[Vec<Wanted>],
        schemes: &[SecurityScheme],
    ) -> Option<CallerId> {
        let callers: Vec<CallerId> =
            alternatives.iter().map(|alternative| self.one(alternative, schemes)).collect();
        if callers.len() < 2 {
            return callers.first().copied();
        }
        let is_twice = |caller| callers.iter().filter(|other| *other == caller).count() > 1;
        let mut names = Scope::default();
        let variants = callers.iter().zip(alternatives).map(|(caller, alternative)| {
            // Where only scopes tell two alternatives apart, they are part of the name.
            let wanted = words(alternative, schemes, is_twice(caller));
            (names.take(&wanted), *caller)
        });
        let alternatives: Vec<(Name, CallerId)> = variants.collect();
        let name = joined(alternatives.iter().map(|(name, _)| name.clone()), "Or");
        Some(self.known(Caller::Any { name, alternatives }))
    }

    fn one(&mut self, alternative: &[Wanted], schemes: &[SecurityScheme]) -> CallerId {
        match alternative {
            [(only, _)] => self.known(Caller::One(*only)),
            several => {
                let name = words(several, schemes, false);
                self.known(Caller::All { name, schemes: several.iter().map(|(id, _)| *id).collect() })
            }
        }
    }

    /// The index of `caller`, which is there once.
    fn known(&mut self, caller: Caller) -> CallerId {
        let index = self.0.iter().position(|there| *there == caller).unwrap_or_else(|| {
            self.0.push(caller);
            self.0.len() - 1
        });
        CallerId(index)
    }

    pub(super) fn take_names(&mut self, reader: &mut Reader<'_>) {
        for caller in &mut self.0 {
            if let Caller::All { name, .. } | Caller::Any { name, .. } = caller {
                *name = reader.take_type(name, "Caller");
            }
        }
    }
}

/// The name of an alternative: its schemes, and with `scopes` those it must have.
fn words(alternative: &[Wanted], schemes: &[SecurityScheme], with_scopes: bool) -> Name {
    joined(
        alternative.iter().filter_map(|(id, scopes)| {
            let name = &id.of(schemes)?.type_name;
            let scopes = scopes.iter().filter(|_| with_scopes).filter_map(|scope| Name::camel(scope));
            Some(scopes.fold(name.clone(), |name, scope| name.with(scope.as_str())))
        }),
        "And",
    )
}

fn joined(mut names: impl Iterator<Item = Name>, word: &str) -> Name {
    let first = names.next().unwrap_or_else(|| Name::spelt(""));
    names.fold(first, |joined, name| joined.with(word).with(name.as_str()))
}
