//! Cross-origin resource sharing: which scripts of other origins may read answers ([Fetch, 3.3]).
//!
//! [Fetch, 3.3]: https://fetch.spec.whatwg.org/#http-cors-protocol

mod crossing;
mod origin;
mod permission;

use std::time::Duration;

use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, WWW_AUTHENTICATE};

pub(crate) use crossing::Crossing;
pub use origin::InvalidOrigin;
use origin::Origins;

/// Which other origins may call a server from a browser, and what their scripts may send and read.
///
/// Scripts may send `Authorization` and `Content-Type`, and read `WWW-Authenticate` beside what every script may read.
/// A bearer token in `Authorization` is no credential in the sense of a browser: that word means cookies, client
/// certificates, and what the browser asked its user for.
///
/// ```
/// use std::time::Duration;
/// use specwright_runtime::Cors;
///
/// let cors = Cors::origins(["https://app.example", "http://localhost:5173"])?.max_age(Duration::from_secs(600));
/// # Ok::<(), specwright_runtime::InvalidOrigin>(())
/// ```
#[derive(Debug, Clone)]
pub struct Cors {
    origins: Origins,
    credentials: bool,
    exposed: Vec<HeaderName>,
    accepted: Vec<HeaderName>,
    max_age: Option<Duration>,
}

impl Cors {
    /// Every origin may call, without the browser's credentials. With them, origins have to be named: no answer may be
    /// both for its user and for everybody.
    pub fn any_origin() -> Self {
        Self::of(Origins::Any, false)
    }

    /// These origins may call, without the browser's credentials.
    ///
    /// # Errors
    ///
    /// [`InvalidOrigin`] for what no browser sends as an origin.
    pub fn origins<I>(origins: I) -> Result<Self, InvalidOrigin>
    where
        I: IntoIterator<Item: AsRef<str>>,
    {
        Ok(Self::of(Origins::listed(origins)?, false))
    }

    /// These origins may call, with the browser's credentials: cookies above all.
    ///
    /// # Errors
    ///
    /// [`InvalidOrigin`] for what no browser sends as an origin.
    pub fn origins_with_credentials<I>(origins: I) -> Result<Self, InvalidOrigin>
    where
        I: IntoIterator<Item: AsRef<str>>,
    {
        Ok(Self::of(Origins::listed(origins)?, true))
    }

    fn of(origins: Origins, credentials: bool) -> Self {
        Self {
            origins,
            credentials,
            exposed: vec![WWW_AUTHENTICATE],
            accepted: vec![AUTHORIZATION, CONTENT_TYPE],
            max_age: None,
        }
    }

    /// The same rules, with more fields of responses that scripts may read.
    #[must_use]
    pub fn expose(mut self, fields: impl IntoIterator<Item = HeaderName>) -> Self {
        self.exposed.extend(fields);
        self
    }

    /// The same rules, with more fields of requests that scripts may send: those of header parameters and API keys.
    #[must_use]
    pub fn accept(mut self, fields: impl IntoIterator<Item = HeaderName>) -> Self {
        self.accepted.extend(fields);
        self
    }

    /// The same rules, with a time for which browsers may keep a permission, in whole seconds. Without it they keep one
    /// for five seconds, with it some for no longer than two hours.
    #[must_use]
    pub fn max_age(mut self, time: Duration) -> Self {
        self.max_age = Some(time);
        self
    }
}

/// The names as one list. `None`: there are none.
fn list(names: &[HeaderName]) -> Option<HeaderValue> {
    let names: Vec<&str> = names.iter().map(HeaderName::as_str).collect();
    if names.is_empty() { None } else { HeaderValue::try_from(names.join(", ")).ok() }
}

/// The value of a field that is there once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h HeaderValue> {
    let mut values = headers.get_all(name).iter();
    let first = values.next()?;
    values.next().is_none().then_some(first)
}
