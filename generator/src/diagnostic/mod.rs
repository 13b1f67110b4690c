//! What is wrong with a document, and where.

mod acknowledgement;
mod code;
mod escape;
mod excerpt;
mod machine;
mod nearest;
mod render;
mod report;

pub use acknowledgement::Acknowledgement;
pub(crate) use acknowledgement::settle;
pub use code::{Code, Level};
pub use nearest::nearest;
pub use render::Style;
pub use report::{Finding, Found, Report};

use crate::source::Pointer;

/// One problem of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which rule is broken.
    pub code: Code,
    /// What is wrong, in one line, beginning in lower case, without a full stop.
    pub message: String,
    /// Where it is wrong.
    pub place: Place,
    /// How to mend it, in one line.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A problem at `place`.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), place, help: None }
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Where in a document a problem is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The value that the pointer names.
    Value(Pointer),
    /// The key of the member that the pointer names.
    Key(Pointer),
    /// The key of the member that the pointer names, where it is written for the second time.
    Again(Pointer),
    /// A byte of the text, counted from 0, of what could not be read as a tree.
    Offset(usize),
    /// The document as a whole.
    Document,
}
