//! What the generator makes of a key, in words.

use super::super::table::{Key, OBJECTS, Object, State};

/// What the generator makes of a key, as the page sorts it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Used,
    Annotation,
    Documentation,
    NoEffect,
    Refused,
}

impl Standing {
    pub(super) const ALL: &[Self] =
        &[Self::Used, Self::Annotation, Self::Documentation, Self::NoEffect, Self::Refused];

    /// What is made of a key of `object`: no more than is made of the object itself.
    pub(super) fn of(object: &Object, key: &Key) -> Self {
        match Self::of_key(key) {
            Self::Used => Self::of_object(object),
            other => other,
        }
    }

    /// The most that is made of any key that holds `object`.
    fn of_object(object: &Object) -> Self {
        let holders = OBJECTS.iter().flat_map(|holder| holder.keys).filter(|key| key.shape.holds(object));
        holders.map(Self::of_key).min().unwrap_or(Self::Used)
    }

    fn of_key(key: &Key) -> Self {
        match key.state {
            // What is left of such a key says nothing.
            State::Used => Self::Used,
            State::Annotation => Self::Annotation,
            State::Documentation | State::Webhooks => Self::Documentation,
            State::NoEffect(_) => Self::NoEffect,
            State::Refused(_) => Self::Refused,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Annotation => "annotation",
            Self::Documentation => "documentation",
            Self::NoEffect => "no effect",
            Self::Refused => "**refused**",
        }
    }

    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Used => "The generated code does what it says.",
            Self::Annotation => "For people: checked for its form, and shown where documentation is.",
            Self::Documentation => {
                "Describes more than the server: checked, and nothing is generated from it."
            }
            Self::NoEffect => "The specification gives it no meaning where it stands: a warning.",
            Self::Refused => "Not supported yet: an error with its place, never dropped in silence.",
        }
    }
}

/// What there is to say besides.
pub(super) fn notes(key: &Key) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some((beside, value)) = key.with {
        notes.push(format!("where `{beside}` is `{value}`"));
    }
    match key.state {
        State::Refused(instead) => notes.push(format!("until then {instead}")),
        State::NoEffect(why) => notes.push(why.to_owned()),
        State::Used | State::Annotation | State::Documentation | State::Webhooks => {}
    }
    notes.extend(key.note.map(str::to_owned));
    notes
}
