//! FastAPI's "Security – First Steps", from `spec/spec.yaml`: the handwritten half.
#![forbid(unsafe_code)]

mod arguments;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;
use std::io::{self, IsTerminal, stderr};
use std::process::ExitCode;

use arguments::Arguments;
use generated::{Api, Authenticate, Items, ReadItems, Server};
use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use tokio::net::TcpListener;

struct FirstSteps;

impl Authenticate for FirstSteps {
    type OAuth2PasswordBearer = BearerToken;

    /// First steps: any well-formed token will do.
    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        _: Scopes,
    ) -> Result<BearerToken, Denied> {
        Ok(token)
    }
}

impl Api for FirstSteps {
    type Error = Infallible;

    async fn read_items(&self, _: &Context, caller: BearerToken) -> Result<ReadItems, Infallible> {
        Ok(ReadItems::Ok(Items { token: caller.into_exposed() }))
    }
}

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
    Server::new(FirstSteps).serve(listener).await
}
