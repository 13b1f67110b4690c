//! The rows of the table: objects, and the keys that they have.

use super::{Names, Rule, Shape, Version, Versions, extension};

/// An object of the specification.
#[derive(Debug)]
pub(crate) struct Object {
    /// As the specification writes it: `Operation Object`.
    pub(crate) name: &'static str,
    pub(crate) keys: &'static [Key],
    /// The versions in which keys beginning with `x-` are free.
    pub(crate) extensions: Option<Versions>,
    pub(crate) rules: &'static [Rule],
    /// Whether a missing key is reported at the key of the object itself.
    pub(crate) named_by_key: bool,
    /// Words that people write here and that belong elsewhere, each with where.
    pub(crate) strays: &'static [(&'static str, &'static str)],
}

/// A key of an object.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) label: Label,
    pub(crate) shape: Shape,
    pub(crate) versions: Versions,
    /// The versions in which it must be there.
    pub(crate) required: Option<Versions>,
    pub(crate) state: State,
    /// The key beside it, and the value of that key, with which alone it has a meaning.
    pub(crate) with: Option<(&'static str, &'static str)>,
    /// How to say it in a version that lacks the key, or where the value is of the wrong type.
    pub(crate) instead: Option<&'static str>,
    /// Values that people write here and that are wrong, each with what to write instead.
    pub(crate) strays: &'static [(&'static str, &'static str)],
    /// What a reader of the table should know besides.
    pub(crate) note: Option<&'static str>,
}

/// How a key is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Fixed(&'static str),
    Patterned(Names),
}

/// What the generator makes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// The generated code does what it says.
    Used,
    /// For people: a text, an example, a link.
    Annotation,
    /// Describes more than the generated server: checked, then left out. Nothing inside is refused.
    Documentation,
    /// Documentation; used where `specwright.toml` says so.
    Webhooks,
    /// The specification gives it no meaning here; the text says why.
    NoEffect(&'static str),
    /// Not supported yet; the text says what to do instead.
    Refused(&'static str),
}

/// What the table says of a key that a document has.
pub(crate) enum Found {
    Key(&'static Key),
    Extension,
    /// An extension that only the generator itself could have defined, and has not.
    Reserved,
    /// Other versions define it.
    Elsewhere(&'static Key),
    Unknown,
}

impl Object {
    pub(crate) const fn new(name: &'static str, keys: &'static [Key]) -> Self {
        let extensions = Some(Versions::All);
        Self { name, keys, extensions, rules: &[], named_by_key: false, strays: &[] }
    }

    pub(crate) const fn closed(self) -> Self {
        Self { extensions: None, ..self }
    }

    pub(crate) const fn extensible_since_3_1(self) -> Self {
        Self { extensions: Some(Versions::Since3_1), ..self }
    }

    pub(crate) const fn rules(self, rules: &'static [Rule]) -> Self {
        Self { rules, ..self }
    }

    pub(crate) const fn named_by_key(self) -> Self {
        Self { named_by_key: true, ..self }
    }

    pub(crate) const fn strays(self, strays: &'static [(&'static str, &'static str)]) -> Self {
        Self { strays, ..self }
    }

    /// Looks a key up. Fixed keys come before extensions, and extensions before patterned keys.
    pub(crate) fn find(&self, name: &str, version: Version) -> Found {
        let mut elsewhere = None;
        for key in self.keys.iter().filter(|key| key.fixed() == Some(name)) {
            if key.versions.contain(version) {
                return Found::Key(key);
            }
            elsewhere = Some(key);
        }
        if let Some(key) = elsewhere {
            return Found::Elsewhere(key);
        }
        if name.starts_with("x-") && self.extensions.is_some_and(|versions| versions.contain(version)) {
            return extension(name);
        }
        let patterned = |key: &&Key| matches!(key.label, Label::Patterned(names) if names.admit(name));
        self.keys.iter().find(patterned).map_or(Found::Unknown, Found::Key)
    }
}

impl Key {
    const fn new(label: Label, shape: Shape) -> Self {
        Self {
            label,
            shape,
            versions: Versions::All,
            required: None,
            state: State::Used,
            with: None,
            instead: None,
            strays: &[],
            note: None,
        }
    }

    /// The key as it is written, where the specification fixes it.
    pub(crate) fn fixed(&self) -> Option<&'static str> {
        match self.label {
            Label::Fixed(name) => Some(name),
            Label::Patterned(_) => None,
        }
    }

    pub(crate) const fn only_3_0(self) -> Self {
        Self { versions: Versions::Only3_0, ..self }
    }

    pub(crate) const fn since_3_1(self) -> Self {
        Self { versions: Versions::Since3_1, ..self }
    }

    pub(crate) const fn since_3_2(self) -> Self {
        Self { versions: Versions::Since3_2, ..self }
    }

    pub(crate) const fn required(self) -> Self {
        Self { required: Some(Versions::All), ..self }
    }

    pub(crate) const fn required_in_3_0(self) -> Self {
        Self { required: Some(Versions::Only3_0), ..self }
    }

    pub(crate) const fn required_until_3_1(self) -> Self {
        Self { required: Some(Versions::Until3_1), ..self }
    }

    pub(crate) const fn annotation(self) -> Self {
        Self { state: State::Annotation, ..self }
    }

    pub(crate) const fn documentation(self) -> Self {
        Self { state: State::Documentation, ..self }
    }

    pub(crate) const fn webhooks(self) -> Self {
        Self { state: State::Webhooks, ..self }
    }

    pub(crate) const fn no_effect(self, why: &'static str) -> Self {
        Self { state: State::NoEffect(why), ..self }
    }

    pub(crate) const fn refused(self, instead: &'static str) -> Self {
        Self { state: State::Refused(instead), ..self }
    }

    pub(crate) const fn with(self, key: &'static str, value: &'static str) -> Self {
        Self { with: Some((key, value)), ..self }
    }

    pub(crate) const fn instead(self, instead: &'static str) -> Self {
        Self { instead: Some(instead), ..self }
    }

    pub(crate) const fn strays(self, strays: &'static [(&'static str, &'static str)]) -> Self {
        Self { strays, ..self }
    }

    pub(crate) const fn note(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }
}

/// A key that the specification fixes; used, unless the row says otherwise.
pub(crate) const fn key(name: &'static str, shape: Shape) -> Key {
    Key::new(Label::Fixed(name), shape)
}

/// Keys that the author chooses, within the rules for `names`.
pub(crate) const fn keys(names: Names, shape: Shape) -> Key {
    Key::new(Label::Patterned(names), shape)
}
