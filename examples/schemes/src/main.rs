//! Every kind of security scheme, alone, optional and combined, from `spec/spec.yaml`: each operation says who calls.
#![forbid(unsafe_code)]

mod arguments;
mod caller;
mod credential;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod locks;
mod operations;

use std::io::{self, IsTerminal, stderr};
use std::process::ExitCode;

use arguments::Arguments;
use generated::Server;
use locks::Locks;
use tokio::net::TcpListener;

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
    Server::new(Locks).serve(listener).await
}
