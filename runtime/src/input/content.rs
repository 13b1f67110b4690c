//! Reading bodies, each by its media type.

use http::HeaderMap;

use super::{Input, body, media_type};
use crate::body::Body;
use crate::content::{ByteStream, Content};
use crate::decode::{self, Of, Rule, TextRule};
use crate::form::{self, DecodeForm};
use crate::problem::{Kind, Problem, Step};
use crate::rejection::Rejection;

/// What is known of the media type of a body.
#[derive(Debug, Clone, Copy)]
pub(super) enum Judged {
    /// Nothing: the reader asks for its own.
    No,
    /// It is one that the operation reads.
    Right,
    /// It is none of them.
    Wrong,
}

impl Judged {
    fn or(self, own: impl FnOnce() -> bool) -> bool {
        match self {
            Self::No => own(),
            Self::Right => true,
            Self::Wrong => false,
        }
    }
}

/// Bodies. Of each kind there is a reader for one that has to be there, and one for one that may be there: a body without a
/// byte is none. All of them fail with what cannot wait for the other problems: 413, 415, and 400 where a body cannot be read to
/// its end.
impl Input<'_> {
    /// Says which of several media types, some of which may be ranges (RFC 9110, 12.5.1), is that of the body: the most
    /// specific one. `None`: it is none of them, and [`nothing`](Self::nothing) is to be read.
    pub fn content(&mut self, known: &[&str]) -> Option<usize> {
        let found = media_type::find(self.context.headers(), known);
        self.judged = if found.is_some() { Judged::Right } else { Judged::Wrong };
        found
    }

    /// Says that the body is of this media type, or of one in this range; the reader that comes next asks for no other.
    pub fn of_type(&mut self, known: &str) -> &mut Self {
        self.content(&[known]);
        self
    }

    /// A body of the media type `application/json` that has to be there.
    ///
    /// # Errors
    ///
    /// What cannot wait for the other problems: 413, 415, and 400 where the body cannot be read to its end.
    pub async fn json<B: Body, R: Rule>(&mut self, body: B, rule: R) -> Result<Option<R::Out>, Rejection> {
        let read = self.optional_json(body, rule).await?;
        Ok(self.there(read))
    }

    /// A JSON body that may be there; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json).
    pub async fn optional_json<B: Body, R: Rule>(
        &mut self,
        body: B,
        rule: R,
    ) -> Result<Option<Option<R::Out>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| judged.or(|| media_type::json(headers));
        let Some(bytes) = body::read(self.context, is_wanted, body).await? else {
            return Ok(Some(None));
        };
        Ok(self.body(decode::from_slice_with(&bytes, &rule)))
    }

    /// A body of the media type `application/x-www-form-urlencoded` that has to be there.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json).
    pub async fn form<B: Body, T: DecodeForm>(&mut self, body: B, ty: Of<T>) -> Result<Option<T>, Rejection> {
        let read = self.optional_form(body, ty).await?;
        Ok(self.there(read))
    }

    /// A body of the media type `application/x-www-form-urlencoded` that may be there; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json).
    pub async fn optional_form<B: Body, T: DecodeForm>(
        &mut self,
        body: B,
        _: Of<T>,
    ) -> Result<Option<Option<T>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| judged.or(|| media_type::form(headers));
        let Some(bytes) = body::read(self.context, is_wanted, body).await? else {
            return Ok(Some(None));
        };
        Ok(self.body(form::from_slice(&bytes)))
    }

    /// A body of the media type `multipart/form-data` that has to be there.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json), and 500 where a file cannot be kept.
    #[cfg(feature = "multipart")]
    pub async fn multipart<B: Body, T: DecodeForm>(
        &mut self,
        body: B,
        ty: Of<T>,
    ) -> Result<Option<T>, Rejection> {
        let read = self.optional_multipart(body, ty).await?;
        Ok(self.there(read))
    }

    /// A body of the media type `multipart/form-data` that may be there; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`multipart`](Self::multipart).
    #[cfg(feature = "multipart")]
    pub async fn optional_multipart<B: Body, T: DecodeForm>(
        &mut self,
        body: B,
        _: Of<T>,
    ) -> Result<Option<Option<T>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| judged.or(|| media_type::is(headers, "multipart/form-data"));
        let headers = self.context.headers();
        let boundary = media_type::parameter(headers, "boundary");
        let limits = crate::multipart::Limits::of(self.context, T::FILES);
        let Some(opened) = body::open(self.context, limits.body, is_wanted, body).await? else {
            return Ok(Some(None));
        };
        let read = crate::multipart::read(opened, boundary.as_deref(), limits, T::FILES).await?;
        Ok(self.body(read.and_then(crate::multipart::Parts::decode)))
    }

    /// A body of text that has to be there, of the media type `text/plain` where no other was named.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json); 415 as well where its `charset` is neither UTF-8 nor ASCII.
    pub async fn text<B: Body, R: TextRule>(
        &mut self,
        body: B,
        rule: R,
    ) -> Result<Option<R::Out>, Rejection> {
        let read = self.optional_text(body, rule).await?;
        Ok(self.there(read))
    }

    /// A body of text that may be there; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`text`](Self::text).
    pub async fn optional_text<B: Body, R: TextRule>(
        &mut self,
        body: B,
        rule: R,
    ) -> Result<Option<Option<R::Out>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| {
            judged.or(|| media_type::is(headers, "text/plain")) && media_type::is_utf_8(headers)
        };
        let Some(bytes) = body::read(self.context, is_wanted, body).await? else {
            return Ok(Some(None));
        };
        let mut note = |kind, msg: std::fmt::Arguments<'_>| {
            self.problems.push(Problem::new(kind, ["body"], msg));
        };
        match String::from_utf8(bytes.into()) {
            Ok(text) => Ok(rule.read_text(text.into(), &mut note).map(Some)),
            Err(_) => {
                note(Kind::StringUnicode, format_args!("must be UTF-8"));
                Ok(None)
            }
        }
    }

    /// A body of any media type that has to be there, in memory.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json).
    pub async fn bytes<B: Body>(&mut self, body: B) -> Result<Option<Content>, Rejection> {
        let read = self.optional_bytes(body).await?;
        Ok(self.there(read))
    }

    /// A body of any media type that may be there, in memory; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json).
    pub async fn optional_bytes<B: Body>(&mut self, body: B) -> Result<Option<Option<Content>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| judged.or(|| media_type::is_as_it_is(headers));
        let read = body::read(self.context, is_wanted, body).await?;
        let media_type = media_type::text(self.context.headers());
        Ok(Some(read.map(|bytes| Content { media_type, bytes })))
    }

    /// A body that has to be there, read while the handler works on it; of the media type `application/octet-stream` where no
    /// other was named.
    ///
    /// # Errors
    ///
    /// As for [`json`](Self::json), as far as it is known before the handler runs.
    pub async fn stream<B: Body>(&mut self, body: B) -> Result<Option<ByteStream>, Rejection> {
        let read = self.optional_stream(body).await?;
        Ok(self.there(read))
    }

    /// A body that may be there, read while the handler works on it; one without a byte is none.
    ///
    /// # Errors
    ///
    /// As for [`stream`](Self::stream).
    pub async fn optional_stream<B: Body>(
        &mut self,
        body: B,
    ) -> Result<Option<Option<ByteStream>>, Rejection> {
        let judged = self.judged;
        let is_wanted = |headers: &HeaderMap| judged.or(|| media_type::find(headers, &[OCTETS]).is_some());
        let limit = self.context.uploads().max_body;
        let opened = body::open(self.context, limit, is_wanted, body).await?;
        let media_type = media_type::text(self.context.headers());
        Ok(Some(opened.map(|opened| opened.into_stream(media_type))))
    }

    /// What is left of a body that is of no media type that the operation reads, and has to be there: it is not there.
    ///
    /// # Errors
    ///
    /// 415 where it is there.
    pub async fn nothing<B: Body, T>(&mut self, body: B) -> Result<Option<T>, Rejection> {
        let read = self.optional_nothing(body).await?;
        Ok(self.there(read))
    }

    /// What is left of a body that is of no media type that the operation reads, and may be there: it is not there.
    ///
    /// # Errors
    ///
    /// 415 where it is there.
    pub async fn optional_nothing<B: Body, T>(&mut self, body: B) -> Result<Option<Option<T>>, Rejection> {
        match body::read(self.context, |_| false, body).await? {
            None => Ok(Some(None)),
            Some(_) => Err(Rejection::UnsupportedMediaType),
        }
    }

    /// What was read of a body that has to be there.
    fn there<T>(&mut self, read: Option<Option<T>>) -> Option<T> {
        if let Some(None) = read {
            self.problems.push(Problem::new(Kind::Missing, [Step::from("body")], "is required"));
        }
        read.flatten()
    }

    /// What was read of a body that is there.
    fn body<T>(&mut self, read: Result<T, Vec<Problem>>) -> Option<Option<T>> {
        match read {
            Ok(value) => Some(Some(value)),
            Err(problems) => {
                self.problems.extend(problems.into_iter().map(|problem| problem.under("body")));
                None
            }
        }
    }
}

const OCTETS: &str = "application/octet-stream";
