//! TLS, with certificates made here.

#![cfg(feature = "tls")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod certificates;
mod shop;
mod told;
mod vault;

use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;

use certificates::{Authority, Identity, connector};
use specwright_runtime::{Limits, Server, Tls};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::HandshakeKind;
use told::Told;
use vault::Vault;

const REQUEST: &str = "GET /told HTTP/1.1\r\nHost: localhost\r\n\r\n";

async fn serve(tls: Tls, limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(Server::<Told>::new(()).serve_tls_with(listener, tls, limits));
    address
}

/// A server that serves with a certificate of the authority, and takes those that the other has given to clients.
async fn served(servers: &Authority, clients: &Authority) -> SocketAddr {
    let server = servers.server();
    let tls = Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    serve(tls.client_authorities(clients.pem().as_bytes()).unwrap(), Limits::default()).await
}

/// Asks twice on one connection, and is told twice.
async fn told(
    address: SocketAddr,
    servers: &Authority,
    client: Option<&Identity>,
) -> std::io::Result<String> {
    let socket = TcpStream::connect(address).await?;
    let mut stream = connector(servers, client).connect("localhost".try_into().unwrap(), socket).await?;
    let request = REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    stream.write_all(format!("{REQUEST}{request}").as_bytes()).await?;
    let mut answers = String::new();
    stream.read_to_string(&mut answers).await?;
    let told: Vec<_> = answers.lines().filter(|line| line.starts_with('"')).collect();
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2, "{answers}");
    Ok(told.join("\n"))
}

/// How many bytes the client's certificate has, as the operation knows it.
async fn certificate(
    address: SocketAddr,
    servers: &Authority,
    client: Option<&Identity>,
) -> std::io::Result<usize> {
    let told = told(address, servers, client).await?;
    let bytes = told.trim_end_matches('"').rsplit(' ').next().unwrap().parse().unwrap();
    Ok(bytes)
}

#[tokio::test]
async fn a_server_speaks_tls_and_knows_its_peer() {
    let servers = Authority::new("servers");
    let server = servers.server();
    let tls = Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    let address = serve(tls, Limits::default()).await;
    assert!(told(address, &servers, None).await.unwrap().starts_with("\"127.0.0.1 - - 0\""));
}

#[tokio::test]
async fn e7_a_certificate_that_is_verified_reaches_every_operation_of_its_connection() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let address = served(&servers, &clients).await;
    let client = clients.client();
    assert_eq!(certificate(address, &servers, Some(&client)).await.unwrap(), client.der);
}

#[tokio::test]
async fn e7_a_certificate_reaches_its_verifier_and_nobody_passes_without_one() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let server = servers.server();
    let tls = Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    let tls = tls.client_authorities(clients.pem().as_bytes()).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(vault::server::Server::new(Vault).serve_tls(listener, tls));

    let client = clients.client();
    let let_in = ask(address, &servers, Some(&client), "/tls").await;
    assert!(let_in.contains(&format!("\"tls {} bytes\"", client.der)), "{let_in}");
    let refused = ask(address, &servers, None, "/tls").await;
    assert!(refused.starts_with("HTTP/1.1 401 "), "{refused}");
    assert!(refused.contains("www-authenticate: MutualTLS\r\n"), "{refused}");
}

/// Asks once, and hands on the whole answer.
async fn ask(address: SocketAddr, servers: &Authority, client: Option<&Identity>, path: &str) -> String {
    let socket = TcpStream::connect(address).await.unwrap();
    let mut stream =
        connector(servers, client).connect("localhost".try_into().unwrap(), socket).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn e7_who_shows_no_certificate_is_served_without_one() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let address = served(&servers, &clients).await;
    assert_eq!(certificate(address, &servers, None).await.unwrap(), 0);
}

#[tokio::test]
async fn e7_a_certificate_that_cannot_be_verified_ends_the_handshake() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let address = served(&servers, &clients).await;
    let namesake = Authority::new("clients");
    for client in [
        Authority::new("others").client(),
        namesake.client(),
        clients.expired(),
        clients.not_yet_valid(),
        clients.for_servers_only(),
        Identity::self_signed(),
    ] {
        assert!(told(address, &servers, Some(&client)).await.is_err(), "{}", client.name);
    }
}

#[tokio::test]
async fn e7_a_certificate_is_verified_for_each_connection() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let address = served(&servers, &clients).await;
    let connector = connector(&servers, Some(&clients.client()));
    for _ in 0..2 {
        let socket = TcpStream::connect(address).await.unwrap();
        let mut stream = connector.connect("localhost".try_into().unwrap(), socket).await.unwrap();
        stream.write_all(REQUEST.as_bytes()).await.unwrap();
        assert_ne!(stream.read(&mut [0; 1024]).await.unwrap(), 0);
        assert_eq!(stream.get_ref().1.handshake_kind(), Some(HandshakeKind::Full));
    }
}

#[tokio::test]
async fn e7_a_certificate_is_not_taken_where_no_authority_is_configured() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let server = servers.server();
    let tls = Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    let address = serve(tls, Limits::default()).await;
    assert_eq!(certificate(address, &servers, Some(&clients.client())).await.unwrap(), 0);
}

#[tokio::test]
async fn e7_no_field_is_a_certificate() {
    let (servers, clients) = (Authority::new("servers"), Authority::new("clients"));
    let address = served(&servers, &clients).await;
    let socket = TcpStream::connect(address).await.unwrap();
    let mut stream =
        connector(&servers, None).connect("localhost".try_into().unwrap(), socket).await.unwrap();
    let fields = "Client-Cert: :MIIB:\r\nX-Forwarded-Client-Cert: By=a;Cert=b\r\nX-SSL-Client-Cert: MIIB\r\n";
    let request = format!("GET /told HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{fields}\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.ends_with(" 0\""), "{answer}");
}

#[tokio::test]
async fn e8_plain_http_on_a_port_of_tls_has_no_answer() {
    let servers = Authority::new("servers");
    let address = served(&servers, &servers).await;
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(REQUEST.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A connection that is reset is closed, too.
    let _ = socket.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP"), "{answer:?}");
    assert!(told(address, &servers, None).await.is_ok());
}

#[tokio::test]
async fn e8_who_does_not_shake_hands_in_time_is_cut_off() {
    let servers = Authority::new("servers");
    let server = servers.server();
    let tls = Tls::new(server.chain.as_bytes(), server.key.as_bytes()).unwrap();
    let limits = Limits { head_timeout: Duration::from_secs(1), max_connections: 1, ..Limits::default() };
    let address = serve(tls, limits).await;
    let mut silent = TcpStream::connect(address).await.unwrap();
    assert_eq!(silent.read(&mut [0]).await.unwrap(), 0);
    assert!(told(address, &servers, None).await.is_ok(), "the place of the silent one is free again");
}

#[test]
fn what_tls_cannot_be_spoken_with_is_refused_with_its_reason() {
    let authority = Authority::new("servers");
    let (one, other) = (authority.server(), authority.server());
    for (chain, key, wanted) in [
        ("", &*one.key, "the certificate chain cannot be used for TLS: there is no certificate"),
        (&*one.chain, "", "the private key cannot be used for TLS"),
        (&*one.chain, &*other.key, "the certificate and its key cannot be used for TLS"),
        (&*one.chain, &*one.chain, "the private key cannot be used for TLS"),
    ] {
        let refused = Tls::new(chain.as_bytes(), key.as_bytes()).unwrap_err();
        let reason = format!("{refused}: {}", refused.source().unwrap());
        assert!(reason.starts_with(wanted), "{reason}");
    }
    let tls = Tls::new(one.chain.as_bytes(), one.key.as_bytes()).unwrap();
    assert_eq!(format!("{tls:?}"), "Tls(…)");
    let refused = tls.client_authorities(one.key.as_bytes()).unwrap_err();
    assert_eq!(refused.to_string(), "the authorities of clients cannot be used for TLS");
}
