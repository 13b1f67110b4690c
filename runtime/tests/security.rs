//! Credentials, challenges and statuses. A test carries the number of its row in the list of promises.

#![allow(clippy::unwrap_used)]

mod shop;

use http::HeaderValue;
use shop::wanted::Server;
use shop::{Answered, Shop, ask, request, send};

/// Asks for the items with one `Authorization`.
async fn with(authorization: &str) -> Answered {
    send("GET", "/items/", &[&format!("Authorization: {authorization}")]).await
}

/// 401, and a challenge that says nothing of an error.
fn assert_no_credential(answer: &Answered, case: &str) {
    assert_eq!(answer.status, 401, "{case}");
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{case}");
    assert_eq!(answer.text(), r#"{"detail":"Not authenticated"}"#, "{case}");
    assert_eq!(answer.header("content-type"), Some("application/json"), "{case}");
}

#[tokio::test]
async fn c1_the_scheme_has_no_case() {
    for scheme in ["Bearer", "bearer", "BEARER", "bEaReR"] {
        assert_eq!(with(&format!("{scheme} foobar")).await.text(), r#"{"token":"foobar"}"#, "{scheme}");
    }
}

#[tokio::test]
async fn c2_one_or_more_spaces_separate_scheme_and_token() {
    for spaces in [" ", "  ", "        "] {
        assert_eq!(with(&format!("Bearer{spaces}foobar")).await.status, 200);
    }
}

#[tokio::test]
async fn c2_a_tab_is_no_separator() {
    for authorization in ["Bearer\tfoobar", "Bearer \tfoobar", "Bearer\t foobar"] {
        assert_no_credential(&with(authorization).await, authorization);
    }
}

#[tokio::test]
async fn c2_nothing_is_no_separator() {
    for authorization in ["Bearerfoobar", "Bearer:foobar", "Bearer=foobar", "Bearer,foobar"] {
        assert_no_credential(&with(authorization).await, authorization);
    }
}

#[tokio::test]
async fn c3_a_token_is_one_b64token() {
    let every = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+/";
    for token in [every, "/", "+", "a=", "a==", "a======"] {
        assert_eq!(with(&format!("Bearer {token}")).await.text(), format!(r#"{{"token":"{token}"}}"#));
    }
}

#[tokio::test]
async fn c3_anything_else_is_no_credential() {
    for token in [
        "",
        "   ",
        "=",
        "==a",
        "a=b",
        "a b",
        "a\tb",
        "a,b",
        "a, Basic b",
        "\"a\"",
        "a\"",
        "a;b",
        "a:b",
        "a@b",
        "a\\b",
        "(a)",
        "a%20b",
        "Bearer a",
        "é",
        "a\u{a0}",
    ] {
        assert_no_credential(&with(&format!("Bearer {token}")).await, token);
    }
    assert_no_credential(&with("Bearer").await, "the scheme alone");
}

#[tokio::test]
async fn c4_two_fields_are_400_whatever_they_say() {
    for (first, second) in
        [("Bearer a", "Bearer a"), ("Bearer a", "Basic b"), ("", "Bearer a"), ("Basic a", "")]
    {
        let fields = [format!("Authorization: {first}"), format!("authorization: {second}")];
        let answer = send("GET", "/items/", &[&fields[0], &fields[1]]).await;
        assert_eq!(answer.status, 400, "{first} | {second}");
        assert_eq!(answer.text(), r#"{"detail":"Bad Request"}"#);
    }
}

#[tokio::test]
async fn c5_another_scheme_is_no_credential() {
    for authorization in
        ["Basic dXNlcjpwYXNz", "Digest username=\"a\"", "JWT a", "Bear a", "", "foobar", "\"Bearer\" a"]
    {
        assert_no_credential(&with(authorization).await, authorization);
    }
}

#[tokio::test]
async fn c6_a_token_elsewhere_is_not_read() {
    assert_no_credential(&send("GET", "/items/?access_token=a&Authorization=Bearer%20a", &[]).await, "query");
    for field in
        ["Cookie: access_token=a; Authorization=Bearer a", "X-Token: a", "Proxy-Authorization: Bearer a"]
    {
        assert_no_credential(&send("GET", "/items/", &[field]).await, field);
    }
    let form = "Content-Type: application/x-www-form-urlencoded";
    let request = shop::with_body(
        "POST",
        "/orders",
        &[form],
        http_body_util::Full::<bytes::Bytes>::from("access_token=a"),
    );
    assert_no_credential(&ask(Server::new(Shop), request).await, "form");
}

#[tokio::test]
async fn c9_no_bytes_in_the_field_panic() {
    for byte in (0..=255).filter_map(|byte| HeaderValue::from_bytes(&[byte]).ok()) {
        for (before, after) in
            [("", ""), ("Bearer ", ""), ("Bearer a", ""), ("", "Bearer a"), ("Bearer", " a")]
        {
            let value = [before.as_bytes(), byte.as_bytes(), after.as_bytes()].concat();
            let mut request = request("GET", "/items/", &[]);
            request.headers_mut().insert("authorization", HeaderValue::from_bytes(&value).unwrap());
            let status = ask(Server::new(Shop), request).await.status;
            assert!(status == 200 || status == 401, "{value:?}");
        }
    }
}

#[tokio::test]
async fn c9_a_field_of_64_kib_is_handled() {
    let token = "a".repeat(64 * 1024);
    assert_eq!(with(&format!("Bearer {token}")).await.status, 200);
    assert_no_credential(&with(&format!("Bearer {token},")).await, "long");
    assert_no_credential(&with(&format!("Bearer{}", " ".repeat(64 * 1024))).await, "spaces");
}

#[tokio::test]
async fn w1_a_refused_operation_that_reads_a_body_has_a_challenge_too() {
    assert_no_credential(&send("POST", "/orders", &[]).await, "no content");
}

#[tokio::test]
async fn w2_no_credential_is_401_with_the_bare_challenge() {
    assert_no_credential(&send("GET", "/items/", &[]).await, "GET");
    let head = send("HEAD", "/items/", &[]).await;
    assert_eq!(
        (head.status.as_u16(), head.header("www-authenticate"), head.text()),
        (401, Some("Bearer"), "")
    );
}

#[tokio::test]
async fn w3_a_refused_token_is_invalid_token() {
    let answer = with("Bearer revoked").await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("www-authenticate"), Some(r#"Bearer error="invalid_token""#));
    assert_eq!(answer.text(), r#"{"detail":"Not authenticated"}"#);
}

#[tokio::test]
async fn w4_a_repeated_field_is_invalid_request() {
    let answer = send("GET", "/items/", &["Authorization: Bearer a", "Authorization: Bearer b"]).await;
    assert_eq!(answer.header("www-authenticate"), Some(r#"Bearer error="invalid_request""#));
}

#[tokio::test]
async fn w5_a_missing_scope_is_403_and_names_what_is_needed() {
    let answer = send("POST", "/orders", &["Authorization: Bearer poor"]).await;
    assert_eq!(answer.status, 403);
    let challenge = r#"Bearer error="insufficient_scope", scope="orders:write""#;
    assert_eq!(answer.header("www-authenticate"), Some(challenge));
    assert_eq!(answer.text(), r#"{"detail":"Not enough permissions"}"#);
}

#[tokio::test]
async fn w6_a_description_keeps_to_its_quotes() {
    let answer = with("Bearer expired").await;
    let challenge = r#"Bearer error="invalid_token", error_description="It has 'expired'??""#;
    assert_eq!(answer.header("www-authenticate"), Some(challenge));
}

#[tokio::test]
async fn w10_what_is_refused_is_not_stored() {
    for token in ["revoked", "poor", "down", "broken", ","] {
        let answer = with(&format!("Bearer {token}")).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{token}");
    }
}

#[tokio::test]
async fn q8_a_verifier_that_cannot_tell_is_503_without_detail() {
    let answer = with("Bearer down").await;
    assert_eq!(answer.status, 503);
    assert_eq!(answer.text(), r#"{"detail":"Service Unavailable"}"#);
    assert_eq!(answer.header("www-authenticate"), None);
}

#[tokio::test]
async fn q8_a_verifier_that_breaks_is_500_without_detail() {
    let answer = with("Bearer broken").await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.text(), r#"{"detail":"Internal Server Error"}"#);
    assert_eq!(answer.header("www-authenticate"), None);
}

#[tokio::test]
async fn q9_404_405_and_redirects_tell_nothing_about_who_may_call() {
    for (method, path, status) in [("GET", "/nothing", 404), ("POST", "/items/", 405), ("GET", "/items", 307)]
    {
        let without = send(method, path, &[]).await;
        let with = send(method, path, &["Authorization: Bearer a"]).await;
        assert_eq!(without.status, status);
        assert_eq!(
            (without.status, &without.headers, &without.body),
            (with.status, &with.headers, &with.body)
        );
        assert_eq!(without.header("www-authenticate"), None);
    }
}
