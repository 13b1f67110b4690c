//! Handwritten routes in axum answer as operations do, whatever they require.

#![cfg(feature = "axum")]
#![allow(clippy::unwrap_used)]

mod shop;
mod vault;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::FromRef;
use axum::routing::{MethodRouter, get};
use http_body_util::BodyExt;
use shop::{Answered, ask};
use specwright_runtime::security::{ApiKey, PeerCertificate, Refusal, Requirement, Unread};
use specwright_runtime::{Caller, Context, Peer};
use vault::security::{
    CookieKey, Digest, HeaderKey, HttpBasic, HttpBearer, HttpBearerAndHeaderKey, HttpBearerOrHttpBasic,
    MutualTls, OpenIdOrHttpBearer, QueryKey,
};
use vault::server::Server;
use vault::{Named, Vault, with_certificate};

/// What a router has beside the implementation.
#[derive(Clone)]
struct State {
    vault: Arc<Vault>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl FromRef<State> for Arc<Vault> {
    fn from_ref(state: &State) -> Self {
        Self::clone(&state.vault)
    }
}

async fn required<R: Requirement<Vault>>(Caller(caller): Caller<R, Vault>) -> String
where
    R::Caller: Named,
{
    format!("{:?}", caller.name())
}

async fn optional<R: Requirement<Vault>>(caller: Option<Caller<R, Vault>>) -> String
where
    R::Caller: Named,
{
    format!("{:?}", caller.map(|Caller(caller)| caller.name()).unwrap_or_default())
}

/// A route that needs scopes.
async fn scoped(
    axum::extract::State(vault): axum::extract::State<Arc<Vault>>,
    context: Context,
) -> Result<String, Refusal> {
    let caller = HttpBearerOrHttpBasic::required(&*vault, &context, &["read"]).await?;
    Ok(format!("{:?}", caller.name()))
}

fn route<R: Requirement<Vault> + 'static>(router: Router<State>, name: &str) -> Router<State>
where
    R::Caller: Named,
{
    let [required, optional]: [MethodRouter<State>; 2] = [get(required::<R>), get(optional::<R>)];
    router.route(&format!("/{name}"), required).route(&format!("/{name}/optional"), optional)
}

/// The paths of the vault, each by hand, and those that look at what they are given.
fn by_hand() -> Router<State> {
    let mut router = Router::new();
    router = route::<HttpBearer>(router, "bearer");
    router = route::<HttpBasic>(router, "basic");
    router = route::<Digest>(router, "digest");
    router = route::<HeaderKey>(router, "header");
    router = route::<QueryKey>(router, "query");
    router = route::<CookieKey>(router, "cookie");
    router = route::<MutualTls>(router, "tls");
    router = route::<HttpBearerOrHttpBasic<Vault>>(router, "or");
    router = route::<OpenIdOrHttpBearer<Vault>>(router, "twice");
    route::<HttpBearerAndHeaderKey<Vault>>(router, "and")
}

async fn at(router: Router, target: &str, fields: &[&str]) -> Answered {
    let request = with_certificate(target, fields);
    ask(router, request.map(|body| Body::new(body.map_err(|never| match never {})))).await
}

fn state() -> State {
    State { vault: Arc::new(Vault), seen: Arc::default() }
}

const PATHS: [&str; 10] =
    ["/bearer", "/basic", "/digest", "/header", "/query", "/cookie", "/tls", "/or", "/twice", "/and"];

const BASIC: [&str; 3] = ["Basic am9objpzZWNyZXQ=", "Basic am9objp3cm9uZw==", "Basic am9o"];

/// What is in `Authorization`, the keys, and the certificate: nothing, or one of these.
fn requests() -> Vec<(String, Vec<String>)> {
    let tokens = ["a", "open.a", "wrong", "down", "broken", "a b", ""];
    let mut requests = vec![(String::new(), vec![])];
    let authorizations =
        tokens.iter().flat_map(|token| [format!("Bearer {token}"), format!("Digest {token}")]);
    for authorization in authorizations.chain(BASIC.map(str::to_owned)) {
        let field = format!("Authorization: {authorization}");
        requests.push((String::new(), vec![field.clone()]));
        requests.push((String::new(), vec![field.clone(), field.clone()]));
        for key in ["good", "wrong", "down"] {
            requests.push((String::new(), vec![field.clone(), format!("X-Key: {key}")]));
        }
    }
    for key in ["good", "wrong", "poor", "down", "broken", ""] {
        requests.push((format!("?key={key}"), vec![]));
        requests.push((format!("?key={key}&key={key}"), vec![]));
        for name in ["X-Key: ", "Cookie: key=", "Certificate: "] {
            let field = format!("{name}{key}");
            if field != "Certificate: " {
                requests.push((String::new(), vec![field.clone()]));
                requests.push((String::new(), vec![field.clone(), field]));
            }
        }
    }
    requests
}

#[tokio::test]
async fn q1_to_q8_a_handwritten_route_answers_as_an_operation_does() {
    let router = by_hand().with_state(state());
    let mut statuses = std::collections::BTreeMap::new();
    for (query, fields) in &requests() {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        for path in PATHS.iter().flat_map(|path| [(*path).to_owned(), format!("{path}/optional")]) {
            let target = format!("{path}{query}");
            let operation = ask(Server::new(Vault), with_certificate(&target, &fields)).await;
            let route = at(router.clone(), &target, &fields).await;
            assert_eq!(route.status, operation.status, "{target} {fields:?}");
            assert_eq!(route.challenges(), operation.challenges(), "{target} {fields:?}");
            assert_eq!(route.body, operation.body, "{target} {fields:?}");
            assert_eq!(
                route.header("cache-control"),
                operation.header("cache-control"),
                "{target} {fields:?}"
            );
            *statuses.entry(route.status.as_u16()).or_insert(0) += 1;
        }
    }
    assert_eq!(statuses.keys().copied().collect::<Vec<_>>(), [200, 400, 401, 403, 500, 503], "{statuses:?}");
}

#[tokio::test]
async fn w5_a_handwritten_route_may_need_scopes() {
    let router = Router::new().route("/or", get(scoped)).with_state(state());
    for authorization in ["Bearer poor", "Bearer wrong", "Bearer a", BASIC[0]] {
        let field = format!("Authorization: {authorization}");
        let operation = ask(Server::new(Vault), with_certificate("/or", &[&field])).await;
        let route = at(router.clone(), "/or", &[&field]).await;
        assert_eq!(route.status, operation.status, "{authorization}");
        assert_eq!(route.challenges(), operation.challenges(), "{authorization}");
        assert_eq!(route.body, operation.body, "{authorization}");
    }
}

#[tokio::test]
async fn c11_nothing_that_a_handwritten_route_is_given_shows_a_credential() {
    async fn look(axum::extract::State(state): axum::extract::State<State>, context: Context) {
        state.seen.lock().unwrap().push(format!("{context:?} {:?}", context.headers()));
    }
    let state = state();
    let router = Router::new().route("/look", get(look)).with_state(state.clone());
    let fields = ["Authorization: Bearer hush", "X-Key: hush", "Cookie: key=hush"];
    assert_eq!(at(router, "/look?key=hush", &fields).await.status, 200);
    let seen = state.seen.lock().unwrap().join("");
    assert!(seen.contains("/look") && seen.contains("x-key") && !seen.contains("hush"), "{seen}");
}

#[tokio::test]
async fn a_handwritten_route_knows_its_connection_and_no_field_of_a_request_says_otherwise() {
    async fn look(context: Context) -> String {
        let certificate = PeerCertificate::read(&context).map(|certificate| certificate.der().to_vec());
        format!("{:?} {certificate:?} {:?}", context.peer(), ApiKey::in_header(&context, "X-Key"))
    }
    let router = Router::new().route("/look", get(look));
    let plain = at(router.clone(), "/look", &["Client-Cert: :AAAA:", "X-Forwarded-For: 10.0.0.1"]).await;
    assert_eq!(
        plain.text(),
        format!("None {:?} {:?}", Err::<(), _>(Unread::Absent), Err::<(), _>(Unread::Absent))
    );
    let peer = SocketAddr::from(([127, 0, 0, 1], 8080));
    let known = router.layer(axum::Extension(Peer(peer)));
    let answer = at(known, "/look", &["Certificate: a", "X-Key: hush"]).await;
    assert_eq!(answer.text(), "Some(127.0.0.1:8080) Ok([97]) Ok(ApiKey(…))");
}
