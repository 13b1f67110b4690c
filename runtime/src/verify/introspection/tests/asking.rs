//! How the endpoint is asked.

use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls_pki_types::PrivatePkcs8KeyDer;

use super::server::{Server, answer, answering, serving};
use super::{asking, told};
use crate::verify::Introspection;

const ACTIVE: &str = r#"{"active":true,"sub":"johndoe","scope":"me items"}"#;

#[tokio::test]
async fn a_token_is_asked_for_in_a_form() {
    let server = answering("200 OK", ACTIVE);
    let claims = asking(&server.url()).verify("a+b/c~d==").await.unwrap();
    assert_eq!(claims.subject(), "johndoe");
    assert!(claims.require(&["items", "me"]).is_ok());
    let request = server.last();
    assert!(request.starts_with("POST /introspect HTTP/1.1\r\n"), "{request}");
    assert!(request.contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"), "{request}");
    assert!(request.ends_with("\r\n\r\ntoken=a%2Bb%2Fc%7Ed%3D%3D&token_type_hint=access_token"), "{request}");
    assert!(!request.contains("authorization"), "{request}");
}

#[tokio::test]
async fn a_client_says_who_it_is() {
    let server = answering("200 OK", ACTIVE);
    let basic = asking(&server.url()).client("shop:1", "a b%é").unwrap();
    assert!(basic.verify("token").await.is_ok());
    // shop%3A1:a+b%25%C3%A9
    assert!(
        server.last().contains("\r\nauthorization: Basic c2hvcCUzQTE6YStiJTI1JUMzJUE5\r\n"),
        "{}",
        server.last()
    );
    let bearer = asking(&server.url()).bearer("server-token").unwrap();
    assert!(bearer.verify("token").await.is_ok());
    assert!(server.last().contains("\r\nauthorization: Bearer server-token\r\n"), "{}", server.last());
    assert!(asking(&server.url()).bearer("two\r\nlines").is_err());
}

#[tokio::test]
async fn q8_an_endpoint_that_cannot_answer_is_unavailable() {
    for status in ["500 Internal Server Error", "503 Service Unavailable", "429 Too Many Requests"] {
        let server = answering(status, ACTIVE);
        let answered = told(asking(&server.url()).verify("token").await);
        assert_eq!(answered, Err(format!("503: the introspection endpoint answered {status}")));
    }
    let server = answering("200 OK", "<html>");
    let answered = told(asking(&server.url()).verify("token").await);
    assert_eq!(answered, Err("503: the introspection endpoint answered without a JSON object".to_owned()));
}

#[tokio::test]
async fn q8_an_endpoint_that_does_not_want_to_answer_is_a_fault_of_the_server() {
    for status in ["401 Unauthorized", "404 Not Found", "302 Found", "204 No Content"] {
        let server = answering(status, "");
        let answered = told(asking(&server.url()).verify("token").await);
        assert_eq!(answered, Err(format!("500: the introspection endpoint answered {status}")));
    }
}

#[tokio::test]
async fn q8_an_endpoint_that_is_down_is_unavailable() {
    // The port of a listener that is gone.
    let server = serving(|_, _| ());
    while std::net::TcpStream::connect(("127.0.0.1", server.port)).is_ok() {}
    let answered = told(asking(&server.url()).verify("token").await);
    assert!(
        answered
            .as_ref()
            .is_err_and(|why| why.starts_with("503: the introspection endpoint cannot be reached")),
        "{answered:?}"
    );
}

#[tokio::test]
async fn q8_an_endpoint_that_hangs_is_unavailable() {
    let server = serving(|listener, _| {
        let _held: Vec<_> = listener.incoming().collect();
    });
    let hasty = asking(&server.url()).time_out(Duration::from_millis(50));
    let answered = told(hasty.verify("token").await);
    assert_eq!(answered, Err("503: the introspection endpoint did not answer in time".to_owned()));
}

#[tokio::test]
async fn an_answer_without_end_is_cut() {
    let server =
        answering("200 OK", format!("{{\"active\":true,\"sub\":\"{}\"}}", "x".repeat(2 * 1024 * 1024)));
    let answered = told(asking(&server.url()).verify("token").await);
    assert!(
        answered.as_ref().is_err_and(|why| why.starts_with("503: the introspection endpoint broke off")),
        "{answered:?}"
    );
}

#[tokio::test]
async fn j4_a_long_token_is_refused_without_asking() {
    let server = answering("200 OK", ACTIVE);
    let answered = told(asking(&server.url()).verify(&"x".repeat(8 * 1024 + 1)).await);
    assert_eq!(answered, Err("the token is too long".to_owned()));
    assert_eq!(server.count(), 0);
}

#[test]
fn an_address_that_is_no_url_is_refused() {
    for url in ["", "/introspect", "login.example.com", "ftp://login.example.com/", "https://"] {
        assert!(Introspection::at(url).is_err(), "{url}");
    }
}

#[test]
fn c11_debug_does_not_show_the_secret() {
    let asking = asking("http://127.0.0.1/introspect").client("shop", "hush").unwrap();
    let shown = format!("{asking:?}");
    assert!(shown.starts_with("Introspection { endpoint: http://127.0.0.1/introspect, "), "{shown}");
    assert!(!shown.contains("hush") && !shown.contains("Basic"), "{shown}");
}

/// An endpoint with a certificate of its own, and that certificate.
fn over_tls() -> (Server, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let config = Arc::new(config);
    let server = serving(move |listener, asked| {
        for stream in listener.incoming() {
            let connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = rustls::StreamOwned::new(connection, stream.unwrap());
            let _ = answer(&mut stream, asked, "200 OK", ACTIVE);
        }
    });
    (server, made.cert.pem())
}

#[tokio::test]
async fn an_endpoint_is_asked_over_tls_where_its_authority_is_trusted() {
    let (server, pem) = over_tls();
    let url = format!("https://localhost:{}/introspect", server.port);
    let trusting = |pem: &str| super::timed(Introspection::at_trusting(&url, pem).unwrap());
    assert_eq!(told(trusting(&pem).verify("token").await), Ok("johndoe".to_owned()));
    let (_, other) = over_tls();
    let answered = told(trusting(&other).verify("token").await);
    assert!(
        answered
            .as_ref()
            .is_err_and(|why| why.starts_with("503: the introspection endpoint cannot be reached")),
        "{answered:?}"
    );
    assert_eq!(server.count(), 1);
}

#[test]
fn authorities_that_are_none_are_refused() {
    for pem in ["", "secret", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        assert!(Introspection::at_trusting("https://localhost/", pem).is_err(), "{pem}");
    }
}
