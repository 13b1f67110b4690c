//! What a generated server states about its document.

use std::sync::Arc;

use crate::answer::Answer;
use crate::body::Body;
use crate::call::Call;
use crate::documentation::Document;

/// A document's paths and operations; generated code implements it.
pub trait Contract: 'static {
    /// What implements the operations.
    type Api: Send + Sync + 'static;

    /// A path of the document.
    type Path: Copy + Send;

    /// The document itself.
    const DOCUMENT: &'static Document;

    /// The header fields that carry API keys, in lower case: no `Debug` of the headers shows them.
    const SECRET_FIELDS: &'static [&'static str] = &[];

    /// The path that a request asks for.
    ///
    /// `segments` are those between the slashes, percent-decoded; `end` is `/` where the path ends with one, else empty.
    /// The path `/` is no segments and the end `/`.
    fn path(segments: &[&str], end: &str) -> Option<Self::Path>;

    /// The path without parameters that a request asks for to the letter, where there are few of them: the shortest way.
    ///
    /// What it does not find, [`path`](Self::path) may find.
    #[inline]
    fn literal(_path: &str) -> Option<Self::Path> {
        None
    }

    /// Calls the operation that the path has for the method of the call. Nothing of it runs before its answer is polled: a
    /// preflight drops the answer and only wants to know that there is one.
    fn call<B: Body>(api: Arc<Self::Api>, path: Self::Path, call: Call<B>) -> Answer;
}
