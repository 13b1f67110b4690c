//! Reading bodies of the media type `multipart/form-data` ([RFC 7578]) into the types of the document (feature `multipart`).
//!
//! The parts are a second source of the fields of a form: a type reads itself by [`DecodeForm`](crate::form::DecodeForm), as from
//! `application/x-www-form-urlencoded`. What it calls a file is none of its bytes in memory: it is written to disk while it
//! comes, as soon as it is too great, and the handler has a [`File`] when all of the body is known to be good.
//!
//! ```
//! use specwright_runtime::decode::{INTEGER, list};
//! use specwright_runtime::form::{DecodeForm, Form};
//! use specwright_runtime::multipart::{FILE, File, sent_as};
//!
//! struct Album {
//!     photos: Vec<File>,
//!     copies: i64,
//! }
//!
//! impl DecodeForm for Album {
//!     const FILES: &'static [&'static str] = &["photos"];
//!
//!     fn decode_form(form: &mut Form<'_>) -> Option<Self> {
//!         let photos = form.required("photos", list(sent_as(&["image/*"], FILE.max_length(1_000_000))).max_items(3));
//!         let copies = form.default("copies", INTEGER.min(1), || 1);
//!         let (Some(photos), Some(copies)) = (photos, copies) else { return None };
//!         Some(Self { photos, copies })
//!     }
//! }
//! ```
//!
//! [RFC 7578]: https://www.rfc-editor.org/rfc/rfc7578

mod blocking;
mod file;
mod head;
mod parser;
mod part;
mod rule;
mod spool;

#[cfg(test)]
mod tests;

use crate::body::Body;
use crate::context::Context;
use crate::input::Opened;
use crate::problem::Problem;
use crate::rejection::Rejection;
use head::Head;
use parser::{Event, Parser};

pub use file::{File, FileReader};
pub(crate) use part::{Part, Parts};
pub use rule::{FILE, FileRule, SentAsRule, sent_as};

/// What is wrong with a body as a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Malformed(&'static str);

/// How much of a body may be where.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// Bytes of the whole body.
    pub(crate) body: u64,
    /// Bytes of each file.
    file: u64,
    parts: usize,
    /// Bytes of all files in memory.
    in_memory: usize,
    /// Bytes of anything else.
    text: usize,
}

impl Limits {
    /// A body without `files` has the limit of any other body.
    pub(crate) fn of(context: &Context, files: &[&str]) -> Self {
        let (uploads, text) = (context.uploads(), context.served().max_body);
        Self {
            body: if files.is_empty() { text as u64 } else { uploads.max_body },
            file: uploads.max_file,
            parts: uploads.max_parts,
            in_memory: uploads.in_memory,
            text: text.min(u32::MAX as usize / 2), // where fields begin and end is known in 32 bits
        }
    }
}

/// Reads a body to its end, in which `files` are the fields that are files.
///
/// # Errors
///
/// 413, 400 where it breaks off, and 500 where a file cannot be kept. What is wrong with its form is a problem.
pub(crate) async fn read<B: Body>(
    mut body: Opened<B>,
    boundary: Option<&str>,
    limits: Limits,
    files: &[&str],
) -> Result<Result<Parts, Vec<Problem>>, Rejection> {
    let mut parser = match Parser::new(boundary.unwrap_or_default()) {
        Ok(parser) => parser,
        Err(malformed) => return Ok(Err(vec![malformed.into()])),
    };
    let mut parts = Parts::new(limits);
    loop {
        let event = match parser.next() {
            Ok(event) => event,
            Err(malformed) => return Ok(Err(vec![malformed.into()])),
        };
        match event {
            Event::Wanting => match body.chunk().await? {
                Some(bytes) => parser.push(&bytes),
                None => return Ok(Err(vec![Malformed("has no end").into()])),
            },
            Event::Head(head) => match Head::parse(&head) {
                Ok(head) => parts.begin(head, files).await?,
                Err(malformed) => return Ok(Err(vec![malformed.into()])),
            },
            Event::Content(bytes) => parts.write(&bytes).await?,
            Event::End => break,
        }
    }
    parts.end().await?;
    // A body that is read to its end leaves its connection ready for the next request.
    while body.chunk().await?.is_some() {}
    Ok(Ok(parts))
}
