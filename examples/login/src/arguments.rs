//! The command line: where to listen, which proxies to believe, and which other origins may call.

use std::process;

use lexopt::prelude::*;
use specwright_runtime::{Cors, Network};

const HELP: &str = "\
Serves a login that gives out tokens

Usage: login [--host HOST] [--port PORT] [--proxy NETWORK]... [--origin ORIGIN]...

  --host HOST      the address to listen on [default: 127.0.0.1]
  --port PORT      the port to listen on; 0 takes a free one and prints it [default: 8000]
  --proxy NETWORK  an address or a network, as 10.0.0.0/8, of proxies that are believed what
                   X-Forwarded-For says; without it, failures to log in through a proxy are all
                   counted for the proxy's address
  --origin ORIGIN  an origin, as http://localhost:5173, of pages that may call from a browser;
                   without it, only the server's own may
  --help           this text

Environment:

  DATABASE_URL   where the users are: sqlite:FILE, which is made where it is not there, or
                 postgres://USER:PASSWORD@HOST/DATABASE [default: sqlite:login.db]
  LOGIN_JWT_KEY  what tokens are signed with, 32 bytes or more, the same for every copy of the
                 server [default: one of its own, made at the first start, beside the file of
                 the users; there is no default with PostgreSQL]";

/// Where to listen, whom to believe, and who may call.
pub(crate) struct Arguments {
    /// An address or a name.
    pub(crate) host: String,
    /// A port; 0 for any that is free.
    pub(crate) port: u16,
    /// The proxies that are believed.
    pub(crate) proxies: Vec<Network>,
    /// Which other origins may call, where any may.
    pub(crate) cors: Option<Cors>,
}

/// Reads the command line. `--help` prints and ends the process with 0; what is not understood ends it with 2.
pub(crate) fn read() -> Arguments {
    parse().unwrap_or_else(|error| {
        eprintln!("error: {error}\nhelp: `--help` tells what there is");
        process::exit(2)
    })
}

fn parse() -> Result<Arguments, lexopt::Error> {
    let (host, port) = ("127.0.0.1".to_owned(), 8000);
    let mut arguments = Arguments { host, port, proxies: Vec::new(), cors: None };
    let mut origins = Vec::new();
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("host") => arguments.host = parser.value()?.string()?,
            Long("port") => arguments.port = parser.value()?.parse()?,
            Long("proxy") => arguments.proxies.push(parser.value()?.parse()?),
            Long("origin") => origins.push(parser.value()?.string()?),
            Short('h') | Long("help") => {
                println!("{HELP}");
                process::exit(0);
            }
            other => return Err(other.unexpected()),
        }
    }
    if !origins.is_empty() {
        arguments.cors = Some(Cors::origins(origins).map_err(|error| lexopt::Error::Custom(error.into()))?);
    }
    Ok(arguments)
}
