//! What a part has to be like.

use super::{File, part::Part};
use crate::form::{Single, SingleRule};
use crate::input::media_type;
use crate::problem::Kind;

/// A file of any size and any media type.
pub const FILE: FileRule = FileRule { min: 0, max: u64::MAX };

/// The rule of a file; see [`FILE`].
#[derive(Debug, Clone, Copy)]
pub struct FileRule {
    min: u64,
    max: u64,
}

impl FileRule {
    /// `minLength` and `maxLength`, in bytes.
    pub const fn length(self, min: u64, max: u64) -> Self {
        self.min_length(min).max_length(max)
    }

    /// `minLength`, in bytes.
    pub const fn min_length(self, min: u64) -> Self {
        Self { min, ..self }
    }

    /// `maxLength`, in bytes.
    pub const fn max_length(self, max: u64) -> Self {
        Self { max, ..self }
    }
}

impl SingleRule for FileRule {
    type Out = File;

    fn read_single(&self, mut sent: Single<'_, '_>) -> Option<File> {
        let Some(file) = sent.part().and_then(Part::take_file) else {
            sent.note(Kind::ValueError, format_args!("must be a file"));
            return None;
        };
        if file.size() < self.min {
            sent.note(Kind::StringTooShort, format_args!("must have at least {} bytes", self.min));
        }
        if file.size() > self.max {
            sent.note(Kind::StringTooLong, format_args!("must have at most {} bytes", self.max));
        }
        (self.min..=self.max).contains(&file.size()).then_some(file)
    }
}

/// A part that is sent as one of `media_types`, some of which may be ranges: the `contentType` of an Encoding Object. One that does
/// not say what it is may be any of them.
pub const fn sent_as<R: SingleRule>(media_types: &'static [&'static str], rule: R) -> SentAsRule<R> {
    SentAsRule { media_types, rule }
}

/// The rule of a part of a certain media type; see [`sent_as`].
#[derive(Debug, Clone, Copy)]
pub struct SentAsRule<R> {
    media_types: &'static [&'static str],
    rule: R,
}

impl<R: SingleRule> SingleRule for SentAsRule<R> {
    type Out = R::Out;

    fn read_single(&self, mut sent: Single<'_, '_>) -> Option<R::Out> {
        let admitted = match sent.part().and_then(|part| part.media_type()) {
            None => true,
            Some(said) => self.media_types.iter().any(|known| media_type::admits(known, said)),
        };
        if admitted {
            return self.rule.read_single(sent);
        }
        let list = self.media_types.join(", ");
        sent.note(Kind::ValueError, format_args!("must be of the media type {list}"));
        None
    }
}
