//! The documentation page in a real browser, where a login is an authorization server's: at the root of a server, and under a prefix.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::RawQuery;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest, Sha256};
use specwright_tests::browser::{self, Complaint, Session};
use specwright_tests::first_steps::{FirstSteps, Served, Server};

/// The first contract, but for where a token comes from. Every address in it is relative.
const DOCUMENT: &str = r"
openapi: 3.0.3
info: { title: Codes, version: 1.0.0 }
paths:
  /items/:
    get:
      security: [{ ByCode: [] }, { Implicit: [] }, { Discovered: [] }]
      responses: { '200': { description: Its token. } }
components:
  securitySchemes:
    ByCode:
      type: oauth2
      flows: { authorizationCode: { authorizationUrl: authorize, tokenUrl: token, scopes: {} } }
    Implicit:
      type: oauth2
      flows: { implicit: { authorizationUrl: authorize, scopes: {} } }
    Discovered:
      type: openIdConnect
      openIdConnectUrl: .well-known/openid-configuration
";

/// An authorization server with the contract's server beside it. Its one client is `page`, which has no secret.
fn servers(prefix: &'static str) -> Router {
    let challenge = Arc::new(Mutex::new(None));
    let asked = challenge.clone();
    let authorize = |RawQuery(query)| async move { authorize(&query.unwrap_or_default(), &asked) };
    let token = |form: String| async move { token(&form, challenge.lock().unwrap().take()) };
    Router::new()
        .route("/openapi.yaml", get(DOCUMENT))
        .route("/.well-known/openid-configuration", get(async move |headers| configuration(&headers, prefix)))
        .route("/authorize", get(authorize))
        .route("/token", post(token))
        .fallback_service(Server::new(FirstSteps))
}

/// What OpenID Connect Discovery 1.0, section 4.2, answers with: addresses in full.
fn configuration(headers: &HeaderMap, prefix: &str) -> String {
    let base = format!("http://{}{prefix}", headers["host"].to_str().unwrap());
    json!({
        "authorization_endpoint": format!("{base}/authorize"),
        "token_endpoint": format!("{base}/token"),
        "grant_types_supported": ["authorization_code"],
    })
    .to_string()
}

/// The endpoint of RFC 6749, section 3.1, with a user who agrees to all. The challenge is kept for the token (RFC 7636, section 4.4).
fn authorize(query: &str, challenge: &Mutex<Option<String>>) -> Redirect {
    let state = value(query, "state").unwrap_or_default();
    let known = value(query, "client_id") == Some("page");
    let answer = match (value(query, "response_type"), value(query, "code_challenge_method")) {
        (Some("code"), Some("S256")) if known => {
            *challenge.lock().unwrap() = value(query, "code_challenge").map(str::to_owned);
            format!("?code=c&state={state}")
        }
        (Some("token"), None) if known => format!("#access_token=implicit&token_type=bearer&state={state}"),
        _ => format!("?error=unauthorized_client&state={state}"),
    };
    let page = value(query, "redirect_uri").unwrap_or_default().replace("%3A", ":").replace("%2F", "/");
    Redirect::to(&format!("{page}{answer}"))
}

/// The endpoint of RFC 6749, section 3.2: a token for the code, for who knows what the challenge was made of (RFC 7636, section 4.6).
fn token(form: &str, challenge: Option<String>) -> Response {
    let verifier = value(form, "code_verifier").unwrap_or_default();
    let made = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
    if value(form, "code") == Some("c") && challenge == Some(made) {
        ([("content-type", "application/json")], r#"{"access_token":"by-code","token_type":"bearer"}"#)
            .into_response()
    } else {
        (StatusCode::BAD_REQUEST, r#"{"error":"invalid_grant"}"#).into_response()
    }
}

/// The value of a name, as it is written.
fn value<'f>(form: &'f str, name: &str) -> Option<&'f str> {
    form.split('&').filter_map(|pair| pair.split_once('=')).find(|pair| pair.0 == name).map(|pair| pair.1)
}

/// What a test does with the page, on each of the servers in turn.
fn everywhere(test: impl Fn(&Session)) {
    let Some(browser) = browser::start() else { return };
    for prefix in ["", "/api/v1"] {
        let router = servers(prefix);
        let router = if prefix.is_empty() { router } else { Router::new().nest(prefix, router) };
        let served = Served::by_axum(router);
        browser.open(&format!("http://{}{prefix}/docs", served.address));
        browser.find(".btn.authorize.unlocked").click();
        test(&browser);
        assert_eq!(browser::complaints(&browser), Vec::<Complaint>::new());
    }
}

/// Asks for a token by a flow, as a client.
fn authorize_by(browser: &Session, flow: &str, client: &str) {
    browser.find(&format!("#client_id_{flow}")).enter(client);
    // What the dialog shows for a flow is one after another, with nothing around it that has a name.
    browser.run(&format!(
        "document.querySelector('#client_id_{flow}').closest('.auth-container').querySelector('.authorize').click()"
    ));
}

/// The token that the page now calls with.
fn token_of_a_call(browser: &Session) -> String {
    browser.find(".dialog-ux [aria-label='Remove authorization']");
    browser.find(".dialog-ux .btn-done").click();
    browser.find(".opblock-summary-control").click();
    browser.find(".try-out__btn").click();
    browser.find(".opblock .execute").click();
    let answer = browser.find(".live-responses-table .response .response-col_description .microlight").text();
    answer.split('"').nth(3).unwrap().to_owned()
}

#[test]
fn d5_the_page_takes_a_code_with_pkce() {
    everywhere(|browser| {
        assert!(browser.find(".dialog-ux").text().contains("Flow: authorizationCode with PKCE"));
        authorize_by(browser, "authorizationCode", "page");
        assert_eq!(token_of_a_call(browser), "by-code");
    });
}

#[test]
fn d5_the_page_takes_a_code_with_pkce_where_the_endpoints_are_discovered() {
    everywhere(|browser| {
        authorize_by(browser, "authorization_code", "page");
        assert_eq!(token_of_a_call(browser), "by-code");
    });
}

#[test]
fn d5_the_page_takes_a_token_of_the_implicit_flow() {
    everywhere(|browser| {
        authorize_by(browser, "implicit", "page");
        assert_eq!(token_of_a_call(browser), "implicit");
    });
}

#[test]
fn d5_a_refusal_of_the_authorization_server_is_said_in_the_dialog() {
    everywhere(|browser| {
        authorize_by(browser, "authorizationCode", "another");
        assert!(browser.find(".dialog-ux .errors").text().contains("unauthorized_client"));
    });
}
