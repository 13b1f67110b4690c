//! The pet store that everybody knows, from `spec/spec.yaml`: the handwritten half.
#![forbid(unsafe_code)]

mod arguments;
mod database;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod orders;
mod pets;
mod petstore;
mod sessions;
mod tokens;
mod users;

use std::error::Error;
use std::io::{IsTerminal, stderr};
use std::process::ExitCode;

use arguments::Arguments;
use generated::Server;
use petstore::Petstore;
use specwright_runtime::Uploads;
use specwright_runtime::verify::ApiKeyHash;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    match serve(arguments::read()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(Arguments { host, port, database }: Arguments) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(stderr).with_ansi(stderr().is_terminal()).init();
    let database = database::open(&database).await?;
    let (secret, hash) = ApiKeyHash::generate("petstore_")?;
    let pictures = Uploads { max_body: 8 * 1024 * 1024, ..Uploads::default() };
    let server = Server::new(Petstore::new(database, hash)?).uploads(pictures);
    let listener = TcpListener::bind((host, port)).await?;
    let address = listener.local_addr()?;
    println!("serving on http://{address}, documentation on http://{address}/docs");
    println!("authorize as the client `petstore` with the secret `{}`", *secret);
    Ok(server.serve(listener).await?)
}
