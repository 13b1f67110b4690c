//! FastAPI's "Security – First Steps", from `spec/spec.yaml`: the handwritten half.
#![forbid(unsafe_code)]

mod arguments;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;
use std::error::Error;
use std::io::{IsTerminal, stderr};

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
        Ok(ReadItems::Ok(Items { token: caller.expose().to_owned() }))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = arguments::read()?;
    tracing_subscriber::fmt().with_writer(stderr).with_ansi(stderr().is_terminal()).init();
    let listener = TcpListener::bind((arguments.host.as_str(), arguments.port)).await?;
    let address = listener.local_addr()?;
    println!("serving on http://{address}, documentation on http://{address}/docs");
    Server::new(FirstSteps).serve(listener).await?;
    Ok(())
}
