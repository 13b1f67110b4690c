//! What must hold for whatever is sent where credentials are. The fuzz target `headers` calls the same.

use std::pin::pin;
use std::task::{self, Poll, Waker};

use axum::extract::FromRequestParts;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use specwright_runtime::Context;
use specwright_runtime::http::{HeaderValue, Request};
use specwright_runtime::security::{ApiKey, BasicCredentials, BearerToken, HttpCredentials, Unread};

/// The fields of a request that credentials are in, and its query.
struct Sent<'i> {
    query: &'i [u8],
    fields: Vec<(&'static str, &'i [u8])>,
}

/// As many fields as are looked at: more than a server reads.
const MANY: usize = 10_000;

/// Reads every credential of a request, and checks what is read against what was sent.
///
/// The first line is the query. Each other line is a field, whose name its first byte stands for: `a` for `Authorization`, `c` for
/// `Cookie`, and any other for `X-Key`.
///
/// # Panics
///
/// Where something does not hold.
pub fn check(input: &[u8]) {
    let mut lines = input.split(|byte| *byte == b'\n');
    let query = lines.next().unwrap_or_default();
    let field = |line: &'_ [u8]| match line.first() {
        Some(b'a') => "authorization",
        Some(b'c') => "cookie",
        _ => "x-key",
    };
    let fields = lines
        .map(|line| (field(line), line.get(1..).unwrap_or_default()))
        .filter(|(_, value)| HeaderValue::from_bytes(value).is_ok())
        .take(MANY)
        .collect();
    let sent = Sent { query, fields };
    let context = sent.context();
    assert!(context.headers().values().all(HeaderValue::is_sensitive));
    check_authorization(&sent, &context);
    check_header_key(&sent, &context);
    check_query_key(&context);
    check_cookie_key(&sent, &context);
}

impl Sent<'_> {
    fn context(&self) -> Context {
        let target = [b"/?", self.query].concat();
        let mut request = Request::get(target.as_slice());
        if request.uri_ref().is_none() {
            request = Request::get("/");
        }
        for (name, value) in &self.fields {
            request = request.header(*name, *value);
        }
        let (mut head, ()) = request.body(()).expect("these are fields").into_parts();
        match pin!(Context::from_request_parts(&mut head, &()))
            .poll(&mut task::Context::from_waker(Waker::noop()))
        {
            Poll::Ready(Ok(context)) => context,
            Poll::Pending => panic!("there is nothing to wait for"),
        }
    }

    /// The values of the fields of a name.
    fn all(&self, name: &str) -> Vec<&[u8]> {
        self.fields.iter().filter(|(there, _)| *there == name).map(|(_, value)| *value).collect()
    }
}

fn check_authorization(sent: &Sent<'_>, context: &Context) {
    let basic = BasicCredentials::read(context).map(|credentials| {
        BASE64_STANDARD.encode(format!("{}:{}", credentials.user_id(), credentials.expose_password()))
    });
    let bearer = BearerToken::read(context).map(BearerToken::into_exposed);
    let other = |scheme| HttpCredentials::read(context, scheme).map(HttpCredentials::into_exposed);
    let read = [("Bearer", bearer.clone()), ("Basic", basic), ("Digest", other("Digest"))];
    match sent.all("authorization").as_slice() {
        [] => assert!(read.iter().all(|(_, read)| *read == Err(Unread::Absent))),
        [value] => {
            assert!(read.iter().filter(|(_, read)| *read != Err(Unread::Absent)).count() <= 1, "one scheme");
            for (scheme, credential) in read {
                if let Ok(credential) = credential {
                    assert_is_what_was_sent(scheme, &credential, value);
                }
            }
        }
        _ => assert!(read.iter().all(|(_, read)| *read == Err(Unread::Repeated))),
    }
    if bearer.is_ok() {
        assert_eq!(bearer, other("bearer"), "a token is what follows the name");
    }
}

/// The name of the scheme, one or more spaces, and the credential.
fn assert_is_what_was_sent(scheme: &str, credential: &str, value: &[u8]) {
    let before = value.strip_suffix(credential.as_bytes()).expect("the credential is the end of the field");
    let (name, spaces) = before.split_at(scheme.len());
    assert!(name.eq_ignore_ascii_case(scheme.as_bytes()), "{value:?}");
    assert!(!spaces.is_empty() && spaces.iter().all(|byte| *byte == b' '), "{value:?}");
    assert!(!credential.is_empty() && !credential.starts_with([' ', '\t']), "{value:?}");
}

fn check_header_key(sent: &Sent<'_>, context: &Context) {
    let read = ApiKey::in_header(context, "X-Key").map(ApiKey::into_exposed);
    match (sent.all("x-key").as_slice(), read) {
        ([], read) => assert_eq!(read, Err(Unread::Absent)),
        ([value], Ok(key)) => assert_eq!(key.as_bytes(), *value),
        ([value], Err(why)) => assert_eq!(why == Unread::Absent, value.is_empty(), "{value:?}"),
        (_, read) => assert_eq!(read, Err(Unread::Repeated)),
    }
}

/// A key is decoded once: encoded again, byte by byte, it is read as the same, unless it is too long for that.
fn check_query_key(context: &Context) {
    let Ok(key) = ApiKey::in_query(context, "key") else { return };
    if key.expose().len() > 20_000 {
        return;
    }
    let query: String = key.expose().bytes().map(|byte| format!("%{byte:02X}")).collect();
    let again = Sent { query: format!("%6bey={query}").as_bytes(), fields: vec![] }.context();
    assert_eq!(ApiKey::in_query(&again, "key"), Ok(key));
}

/// A key is between an equals sign and a semicolon, and in quotes it is read as the same.
fn check_cookie_key(sent: &Sent<'_>, context: &Context) {
    let Ok(key) = ApiKey::in_cookie(context, "key") else { return };
    let bytes = key.expose().as_bytes();
    let fields = sent.all("cookie");
    assert!(fields.iter().any(|field| field.windows(bytes.len()).any(|window| window == bytes)), "{bytes:?}");
    assert!(!bytes.contains(&b';'), "{bytes:?}");
    let quoted = [b"a=b; key=\"", bytes, b"\""].concat();
    let again = Sent { query: b"", fields: vec![("cookie", &quoted)] }.context();
    assert_eq!(ApiKey::in_cookie(&again, "key"), Ok(key));
}
