//! The parts of a body, as they are collected.

use super::file::File;
use super::head::Head;
use super::spool::Spool;
use super::{Limits, Malformed};
use crate::failure::Failure;
use crate::form::{self, DecodeForm, Members};
use crate::problem::{Kind, Problem};
use crate::rejection::Rejection;

/// What is known of a part beside its name and its text.
pub(crate) struct Part {
    media_type: Option<String>,
    file: Option<File>,
}

impl Part {
    pub(super) fn media_type(&self) -> Option<&str> {
        match &self.file {
            Some(file) => file.media_type(),
            None => self.media_type.as_deref(),
        }
    }

    pub(super) fn take_file(&mut self) -> Option<File> {
        self.file.take()
    }
}

/// The parts of a body that have a value, in the order in which they were sent.
pub(crate) struct Parts {
    members: Members,
    parts: Vec<Part>,
    problems: Vec<Problem>,
    open: Option<(Head, Value)>,
    count: usize,
    limits: Limits,
}

/// The value of a part, as far as it has come.
enum Value {
    Text(Vec<u8>),
    File(Spool),
}

impl Parts {
    pub(super) fn new(limits: Limits) -> Self {
        let (members, parts, problems) = (Members::default(), Vec::new(), Vec::new());
        Self { members, parts, problems, open: None, count: 0, limits }
    }

    /// The next part begins, which ends the one before it.
    pub(super) async fn begin(&mut self, head: Head, files: &[&str]) -> Result<(), Rejection> {
        self.end().await?;
        self.count += 1;
        if self.count > self.limits.parts {
            return Err(Rejection::ContentTooLarge);
        }
        self.take_room(head.name.len())?;
        let value = match files.contains(&head.name.as_str()) {
            true => Value::File(Spool::default()),
            false => Value::Text(Vec::new()),
        };
        self.open = Some((head, value));
        Ok(())
    }

    /// Content of the part that began last.
    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Rejection> {
        match &mut self.open {
            Some((_, Value::File(spool))) => {
                spool.write(bytes, &mut self.limits.in_memory).await.map_err(failed)?;
                if spool.size > self.limits.file { Err(Rejection::ContentTooLarge) } else { Ok(()) }
            }
            Some((_, Value::Text(text))) => {
                text.extend_from_slice(bytes);
                self.take_room(bytes.len())
            }
            None => Ok(()),
        }
    }

    /// The last part ends.
    pub(super) async fn end(&mut self) -> Result<(), Rejection> {
        let Some((head, value)) = self.open.take() else { return Ok(()) };
        if head.encoded {
            let msg = "must not have a `Content-Transfer-Encoding`";
            self.problems.push(Problem::new(Kind::ValueError, [head.name.as_str()], msg));
        }
        match value {
            // What was left empty counts as not sent: a text, or the file that nobody chose.
            Value::Text(text) if text.is_empty() => {}
            Value::File(spool) if spool.size == 0 && head.is_unchosen() => {}
            Value::Text(text) => {
                self.members.push(&head.name, str::from_utf8(&text).ok());
                self.parts.push(Part { media_type: head.media_type, file: None });
            }
            Value::File(spool) => {
                let Head { name, filename, media_type, .. } = head;
                let (size, content) = (spool.size, spool.finish().await.map_err(failed)?);
                self.members.push(&name, Some(""));
                let file = File { filename, media_type, size, content };
                self.parts.push(Part { media_type: None, file: Some(file) });
            }
        }
        Ok(())
    }

    /// Reads them into the type of the document.
    pub(crate) fn decode<T: DecodeForm>(mut self) -> Result<T, Vec<Problem>> {
        let read = form::from_parts(&self.members, self.parts);
        if self.problems.is_empty() {
            return read;
        }
        self.problems.extend(read.err().unwrap_or_default());
        Err(self.problems)
    }

    /// So many bytes more are in memory that are not of files.
    fn take_room(&mut self, bytes: usize) -> Result<(), Rejection> {
        self.limits.text = self.limits.text.checked_sub(bytes).ok_or(Rejection::ContentTooLarge)?;
        Ok(())
    }
}

fn failed(error: std::io::Error) -> Rejection {
    Rejection::Failed(Failure::from(error))
}

impl From<Malformed> for Problem {
    fn from(Malformed(what): Malformed) -> Self {
        let way: [&str; 0] = [];
        Self::new(Kind::ValueError, way, format_args!("must be multipart/form-data: it {what}"))
    }
}
