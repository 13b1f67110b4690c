//! What a document may say about security and schemas, and is warned of. Each warning cites the section that gives the reason.
//!
//! The rules look at the document as it is written, not at what the other rooms make of it.

mod access;
mod address;
mod answer;
mod grant;
mod operation;
mod scheme;
#[cfg(test)]
mod tests;
mod token_endpoint;
mod untyped;

use super::reader::Reader;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::ALLOW_KEY;

impl Reader<'_> {
    /// Warns of what is right and unwise.
    ///
    /// It is as with the lints of a compiler: what they say of a document with errors would mislead, since an operation whose
    /// `security` is misspelt looks public.
    pub(super) fn lint(&mut self) {
        if self.is_good() {
            let found = self.lints();
            self.diagnostics.extend(found);
        }
    }

    fn lints(&mut self) -> Vec<Diagnostic> {
        let operations = self.served();
        let mut found = Vec::new();
        for (scheme, at) in self.required_schemes(&operations) {
            found.extend(scheme::lints(scheme, self.document.tree, &at));
        }
        found.extend(access::lints(self.document, &operations));
        found.extend(operations.iter().flat_map(answer::lints));
        found.extend(untyped::lints(self));
        found
    }
}

/// A warning, with how to mend what it is about, and how to say that it is on purpose.
fn warning(code: Code, place: Place, message: impl Into<String>, mend: &str) -> Diagnostic {
    let help = format!("{mend}; or say that it is on purpose: `{ALLOW_KEY}: [{}]`", code.name());
    Diagnostic::new(code, place, message).help(help)
}
