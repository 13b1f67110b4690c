//! Everything that a request and a response can carry, from `spec/spec.yaml`: each operation says what it read.
#![forbid(unsafe_code)]

mod arguments;
mod echo;
mod files;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod operations;
mod responses;

use std::io::{self, IsTerminal, stderr};
use std::process::ExitCode;

use arguments::Arguments;
use generated::Server;
use tokio::net::TcpListener;

/// A shed without stock.
pub(crate) struct Shed;

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments { host, port } = arguments::read();
    match serve(&host, port).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot serve on {host}:{port}: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(host: &str, port: u16) -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(stderr).with_ansi(stderr().is_terminal()).init();
    let listener = TcpListener::bind((host, port)).await?;
    let address = listener.local_addr()?;
    println!("serving on http://{address}, documentation on http://{address}/docs");
    Server::new(Shed).serve(listener).await
}
