//! Asking over a socket, byte by byte.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "not every test asks for all of it"
)]

use std::net::SocketAddr;

use specwright_runtime::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::shop::Shop;
use crate::shop::wanted::Server;

/// Serves the shop on a port of its own.
pub(crate) async fn serve(limits: Limits) -> (SocketAddr, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (address, tokio::spawn(Server::new(Shop).serve_with(listener, limits)))
}

/// A connection to the shop.
pub(crate) struct Client(pub(crate) TcpStream);

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub(crate) async fn send(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    /// Reads one response: its head, and as much content as that says.
    pub(crate) async fn response(&mut self) -> String {
        let mut text = String::new();
        while !text.ends_with("\r\n\r\n") {
            let mut byte = [0];
            assert_eq!(self.0.read(&mut byte).await.unwrap(), 1, "the connection is closed after {text:?}");
            text.push(char::from(byte[0]));
        }
        let length =
            text.split_once("content-length: ").map_or("0", |(_, rest)| rest.split("\r\n").next().unwrap());
        let mut content = vec![0; length.parse().unwrap()];
        self.0.read_exact(&mut content).await.unwrap();
        text + &String::from_utf8(content).unwrap()
    }

    /// Reads until the connection is closed.
    pub(crate) async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        // A connection that is reset is closed, too.
        let _ = self.0.read_to_end(&mut bytes).await;
        String::from_utf8(bytes).unwrap()
    }
}

/// One request on a connection of its own, and all that comes back.
pub(crate) async fn exchange(address: SocketAddr, request: &str) -> String {
    let mut client = Client::connect(address).await;
    client.send(request).await;
    client.0.shutdown().await.unwrap();
    client.rest().await
}
