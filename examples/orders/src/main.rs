//! A small shop: parameters, bodies, tags and scopes, from `spec/spec.yaml`.
#![forbid(unsafe_code)]

#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod shop;

use generated::Server;
use shop::Shop;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:8000").await?;
    println!("documentation on http://{}/docs", listener.local_addr()?);
    Server::new(Shop::default()).serve(listener).await
}
