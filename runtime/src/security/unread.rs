//! Why no credential is read.

/// Why a request has no credential that a verifier could look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is not there: nobody in particular calls.
    Absent,
    /// It is there, and is none by the grammar of its scheme.
    Malformed,
    /// It is there twice, so that two readers could read two callers.
    Repeated,
}
