//! The server: an operation for each requirement, required and optional.

use std::marker::PhantomData;
use std::sync::Arc;

use specwright_runtime::security::Requirement;
use specwright_runtime::{
    Answer, Body, Call, Context, Contract, Document, Failure, Rejection, Reply, Response, respond,
};

use super::Named;
use super::security::{
    Authenticate, CookieKey, Digest, HeaderKey, HttpBasic, HttpBearer, HttpBearerAndHeaderKey,
    HttpBearerOrHttpBasic, MutualTls, OpenIdOrHttpBearer, QueryKey,
};

pub(crate) type Server<A> = specwright_runtime::Server<Operations<A>>;

pub(crate) struct Operations<A>(PhantomData<A>);

/// `/bearer`, or `/bearer/optional`, and so on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path {
    lock: Lock,
    is_optional: bool,
}

#[derive(Debug, Clone, Copy)]
enum Lock {
    Bearer,
    Basic,
    Digest,
    Header,
    Query,
    Cookie,
    Tls,
    Or,
    Twice,
    And,
}

static DOCUMENT: Document = Document { page: None, yaml: None, json: None };

impl<A> Contract for Operations<A>
where
    A: Authenticate,
    A::HttpBearer: Named,
    A::HttpBasic: Named,
    A::Digest: Named,
    A::HeaderKey: Named,
    A::QueryKey: Named,
    A::CookieKey: Named,
    A::MutualTls: Named,
    HttpBearerOrHttpBasic<A>: Named,
    OpenIdOrHttpBearer<A>: Named,
    HttpBearerAndHeaderKey<A>: Named,
{
    type Api = A;
    type Path = Path;

    const DOCUMENT: &'static Document = &DOCUMENT;
    const SECRET_FIELDS: &'static [&'static str] = &["x-key", "cookie"];

    fn path(segments: &[&str], end: &str) -> Option<Path> {
        let (name, is_optional) = match (segments, end) {
            ([name], "") => (name, false),
            ([name, "optional"], "") => (name, true),
            _ => return None,
        };
        let lock = match *name {
            "bearer" => Lock::Bearer,
            "basic" => Lock::Basic,
            "digest" => Lock::Digest,
            "header" => Lock::Header,
            "query" => Lock::Query,
            "cookie" => Lock::Cookie,
            "tls" => Lock::Tls,
            "or" => Lock::Or,
            "twice" => Lock::Twice,
            "and" => Lock::And,
            _ => return None,
        };
        Some(Path { lock, is_optional })
    }

    fn call<B: Body>(api: Arc<A>, Path { lock, is_optional }: Path, call: Call<B>) -> Answer {
        let context = call.context("open");
        match lock {
            Lock::Bearer => Answer::of(open::<HttpBearer, A>(api, context, is_optional, &["read"])),
            Lock::Basic => Answer::of(open::<HttpBasic, A>(api, context, is_optional, ())),
            Lock::Digest => Answer::of(open::<Digest, A>(api, context, is_optional, ())),
            Lock::Header => Answer::of(open::<HeaderKey, A>(api, context, is_optional, ())),
            Lock::Query => Answer::of(open::<QueryKey, A>(api, context, is_optional, ())),
            Lock::Cookie => Answer::of(open::<CookieKey, A>(api, context, is_optional, ())),
            Lock::Tls => Answer::of(open::<MutualTls, A>(api, context, is_optional, ())),
            Lock::Or => Answer::of(open::<HttpBearerOrHttpBasic<A>, A>(api, context, is_optional, &["read"])),
            Lock::Twice => {
                let scopes = [["email"].as_slice(), &["read", "write"]];
                Answer::of(open::<OpenIdOrHttpBearer<A>, A>(api, context, is_optional, scopes))
            }
            Lock::And => {
                Answer::of(open::<HttpBearerAndHeaderKey<A>, A>(api, context, is_optional, &["read"]))
            }
        }
    }
}

async fn open<R, A>(
    api: Arc<A>,
    context: Context,
    is_optional: bool,
    scopes: R::Scopes,
) -> Result<Response, Rejection>
where
    R: Requirement<A>,
    R::Caller: Named,
    A: Authenticate,
{
    let caller = match is_optional {
        true => R::optional(&*api, &context, scopes).await?,
        false => Some(R::required(&*api, &context, scopes).await?),
    };
    respond(Ok::<_, Failure>(Reply::json(200, &caller.map(Named::name).unwrap_or_default())))
}
