//! What a handler says of its caller, whatever was required.

use crate::generated::{
    ApiKeyCookieAndApiKeyHeader, ApiKeyCookieOrApiKeyQuery, Caller, HttpBearerAndApiKeyHeader,
    HttpBearerAndApiKeyHeaderOrHttpBasic, HttpBearerOrApiKeyHeader, HttpBearerOrHttpBasic,
};
use crate::locks::Locks;

/// Who was let in.
pub(crate) trait Told {
    /// Their credentials; `None` where nobody in particular calls.
    fn told(self) -> Option<Caller>;
}

/// One scheme.
impl Told for Caller {
    fn told(self) -> Option<Caller> {
        Some(self)
    }
}

/// Optional security: `{}` is among the alternatives.
impl<T: Told> Told for Option<T> {
    fn told(self) -> Option<Caller> {
        self.and_then(T::told)
    }
}

/// Two schemes in one requirement: both are met.
impl Told for HttpBearerAndApiKeyHeader<Locks> {
    fn told(self) -> Option<Caller> {
        Some(both(self.http_bearer, self.api_key_header))
    }
}

impl Told for ApiKeyCookieAndApiKeyHeader<Locks> {
    fn told(self) -> Option<Caller> {
        Some(both(self.api_key_cookie, self.api_key_header))
    }
}

/// Two requirements: one of them is met.
impl Told for HttpBearerOrHttpBasic<Locks> {
    fn told(self) -> Option<Caller> {
        match self {
            Self::HttpBearer(caller) | Self::HttpBasic(caller) => caller.told(),
        }
    }
}

impl Told for HttpBearerOrApiKeyHeader<Locks> {
    fn told(self) -> Option<Caller> {
        match self {
            Self::HttpBearer(caller) | Self::ApiKeyHeader(caller) => caller.told(),
        }
    }
}

impl Told for ApiKeyCookieOrApiKeyQuery<Locks> {
    fn told(self) -> Option<Caller> {
        match self {
            Self::ApiKeyCookie(caller) | Self::ApiKeyQuery(caller) => caller.told(),
        }
    }
}

/// Both of two schemes, or a third.
impl Told for HttpBearerAndApiKeyHeaderOrHttpBasic<Locks> {
    fn told(self) -> Option<Caller> {
        match self {
            Self::HttpBearerAndApiKeyHeader(both) => both.told(),
            Self::HttpBasic(caller) => caller.told(),
        }
    }
}

fn both(one: Caller, other: Caller) -> Caller {
    Caller {
        scheme: format!("{}+{}", one.scheme, other.scheme),
        value: format!("{}+{}", one.value, other.value),
    }
}
