//! A login that gives out tokens with scopes, from `spec/spec.yaml`: the handwritten half.
#![forbid(unsafe_code)]

mod app;
mod arguments;
mod attempts;
mod database;
#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod key;
mod login;
mod me;
mod scope;
mod settings;
mod trouble;
mod turns;
mod users;

use std::io::{IsTerminal, stderr};
use std::process::ExitCode;

use app::App;
use arguments::Arguments;
use database::Database;
use generated::Server;
use settings::Settings;
use specwright_runtime::Proxies;
use tokio::net::TcpListener;
use trouble::Trouble;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = arguments::read();
    match serve(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(Arguments { host, port, proxies, cors }: Arguments) -> Result<(), Trouble> {
    tracing_subscriber::fmt().with_writer(stderr).with_ansi(stderr().is_terminal()).init();
    let Settings { database, key } = Settings::read()?;
    let app = App::new(Database::open(&database).await?, &key)?;
    let failed = |error| Trouble::of(format_args!("cannot serve on {host}:{port}"), error);
    let listener = TcpListener::bind((&*host, port)).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    println!("serving on http://{address}, documentation on http://{address}/docs");
    println!("log in as `johndoe` with the password `secret`; `alice`, with `secretalice`, is disabled");
    let server = Server::new(app).trust(Proxies::x_forwarded(proxies));
    let server = match cors {
        Some(cors) => server.cors(cors),
        None => server,
    };
    server.serve(listener).await.map_err(failed)
}
