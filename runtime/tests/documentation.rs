//! The document, the page that shows it, and what the page loads.

#![allow(clippy::unwrap_used)]

mod shop;

use shop::wanted::Server;
use shop::{Answered, Shop, ask, request, send};

const DOCUMENT: &str = include_str!("spec/spec.yaml");

async fn get(target: &str) -> Answered {
    send("GET", target, &[]).await
}

#[tokio::test]
async fn d1_the_document_is_served_byte_for_byte_with_a_tag() {
    let answer = get("/openapi.yaml").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text(), DOCUMENT);
    assert_eq!(answer.header("content-type"), Some("application/yaml"));
    assert!(answer.header("etag").unwrap().starts_with('"'));
}

#[tokio::test]
async fn d1_the_document_is_served_as_json_too() {
    let answer = get("/openapi.json").await;
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert!(answer.text().starts_with("{\n  \"openapi\": \"3.0.3\""));
}

#[tokio::test]
async fn d1_who_has_the_document_gets_304() {
    for path in ["/openapi.yaml", "/openapi.json", "/docs", "/docs/swagger-ui-bundle.js"] {
        let tag = get(path).await.header("etag").unwrap().to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            let answer = send("GET", path, &[&format!("If-None-Match: {known}")]).await;
            assert_eq!((answer.status.as_u16(), answer.text()), (304, ""), "{path} {known}");
            assert_eq!(answer.header("etag"), Some(&*tag));
        }
        assert_eq!(send("GET", path, &["If-None-Match: \"x\""]).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn d2_the_page_may_load_nothing_from_elsewhere() {
    let answer = get("/docs").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; "));
    assert!(!policy.contains("unsafe"));
}

#[tokio::test]
async fn d2_no_page_has_script_or_style_in_it() {
    for path in ["/docs", "/docs/oauth2-redirect"] {
        let answer = get(path).await;
        let page = answer.text();
        assert_eq!(page.matches("<script").count(), page.matches("<script src=\"").count(), "{path}");
        for inline in ["<style", "style=", "onload=", "onclick=", "javascript:", "://"] {
            assert!(!page.contains(inline), "{path} {inline}");
        }
    }
}

#[tokio::test]
async fn d2_a_query_changes_nothing() {
    let page = get("/docs").await;
    for target in
        ["/docs?url=https://evil.example/openapi.yaml", "/docs?configUrl=//evil.example/config.json"]
    {
        let answer = get(target).await;
        assert_eq!((&answer.headers, &answer.body), (&page.headers, &page.body));
    }
    let script = get("/docs/swagger-initializer.js").await;
    assert!(script.text().contains("queryConfigEnabled: false"));
}

#[tokio::test]
async fn d3_every_address_of_the_page_is_relative_and_there() {
    for prefix in ["", "/api/v1"] {
        let server = Server::new(Shop).under(prefix);
        let page = ask(server.clone(), request("GET", &format!("{prefix}/docs"), &[])).await;
        let addresses = page.text().split(['"']).skip(1).step_by(2).filter(|text| text.contains(['/', '.']));
        let addresses: Vec<&str> =
            addresses.filter(|text| !text.contains(' ') && !text.starts_with("image/")).collect();
        assert!(addresses.len() > 4, "{addresses:?}");
        for address in addresses.into_iter().filter(|address| !address.starts_with("width")) {
            assert!(!address.starts_with('/'), "{address}");
            let answer = ask(server.clone(), request("GET", &format!("{prefix}/{address}"), &[])).await;
            assert_eq!(answer.status, 200, "{address}");
        }
    }
}

#[tokio::test]
async fn d4_credentials_are_not_kept_by_the_page() {
    assert!(get("/docs/swagger-initializer.js").await.text().contains("persistAuthorization: false"));
}

#[tokio::test]
async fn d5_the_page_asks_for_codes_with_pkce() {
    let script = get("/docs/swagger-initializer.js").await;
    assert!(script.text().contains("usePkceWithAuthorizationCodeGrant: true"));
}

#[tokio::test]
async fn swagger_ui_is_served_compressed_to_who_takes_it() {
    for (name, media_type) in [
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("swagger-ui.css", "text/css; charset=utf-8"),
        ("oauth2-redirect.js", "text/javascript; charset=utf-8"),
    ] {
        let path = format!("/docs/{name}");
        let plain = get(&path).await;
        let packed = send("GET", &path, &["Accept-Encoding: br, gzip"]).await;
        for answer in [&plain, &packed] {
            assert_eq!(answer.status, 200, "{name}");
            assert_eq!(answer.header("content-type"), Some(media_type));
            assert_eq!(answer.header("vary"), Some("accept-encoding"));
            assert_eq!(answer.header("cache-control"), Some("no-cache"));
        }
        assert_eq!(
            (plain.header("content-encoding"), packed.header("content-encoding")),
            (None, Some("gzip"))
        );
        assert_ne!(plain.header("etag"), packed.header("etag"));
        assert!(packed.body.len() < plain.body.len() / 2 + 64, "{name}");
        assert_eq!(packed.body.slice(..3), &[0x1f, 0x8b, 8][..]);
    }
}

#[tokio::test]
async fn d5_the_page_to_redirect_to_after_a_login_is_there_and_not_stored() {
    let answer = get("/docs/oauth2-redirect?state=x&code=y").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; ") && !policy.contains("unsafe"));
    assert!(answer.text().contains(r#"<script src="oauth2-redirect.js">"#));
}

#[tokio::test]
async fn the_documentation_has_get_and_head() {
    for path in ["/docs", "/docs/swagger-ui.css", "/docs/oauth2-redirect", "/openapi.yaml", "/openapi.json"] {
        let head = send("HEAD", path, &[]).await;
        assert_eq!((head.status.as_u16(), head.text()), (200, ""), "{path}");
        assert_eq!(head.header("content-length"), Some(&*get(path).await.body.len().to_string()));
        let answer = send("DELETE", path, &[]).await;
        assert_eq!(answer.status, 405, "{path}");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"));
        assert_eq!(answer.text(), r#"{"detail":"Method Not Allowed"}"#);
    }
}

#[tokio::test]
async fn the_documentation_asks_for_no_credential() {
    for path in ["/docs", "/openapi.yaml"] {
        let answer = send("GET", path, &["Authorization: Basic x"]).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("www-authenticate"), None);
    }
}

#[tokio::test]
async fn a_slash_after_the_page_redirects_to_it() {
    assert_eq!(get("/docs/?a").await.header("location"), Some("/docs?a"));
}

#[tokio::test]
async fn what_is_not_beside_the_page_is_404() {
    for path in
        ["/docs/index.html", "/docs/swagger-ui.css/x", "/docs/..", "/openapi.yml", "/docs%2Fswagger-ui.css"]
    {
        assert_eq!(get(path).await.status, 404, "{path}");
    }
}
