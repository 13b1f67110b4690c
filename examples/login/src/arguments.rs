//! The command line: where to listen, and which proxies to believe.

use std::process;

use lexopt::prelude::*;
use specwright_runtime::Network;

const HELP: &str = "\
Serves a login that gives out tokens

Usage: login [--host HOST] [--port PORT] [--proxy NETWORK]...

  --host HOST      the address to listen on [default: 127.0.0.1]
  --port PORT      the port to listen on; 0 takes a free one and prints it [default: 8000]
  --proxy NETWORK  an address or a network, as 10.0.0.0/8, of proxies that are believed what
                   X-Forwarded-For says; without it, failures to log in through a proxy are all
                   counted for the proxy's address
  --help           this text

Environment:

  DATABASE_URL   where the users are: sqlite:FILE, which is made where it is not there, or
                 postgres://USER:PASSWORD@HOST/DATABASE [default: sqlite:login.db]
  LOGIN_JWT_KEY  what tokens are signed with, 32 bytes or more, the same for every copy of the
                 server [default: one of its own, made at the first start, beside the file of
                 the users; there is no default with PostgreSQL]";

/// Where to listen, and whom to believe.
pub(crate) struct Arguments {
    /// An address or a name.
    pub(crate) host: String,
    /// A port; 0 for any that is free.
    pub(crate) port: u16,
    /// The proxies that are believed.
    pub(crate) proxies: Vec<Network>,
}

/// Reads the command line. `--help` prints and ends the process with 0; what is not understood ends it with 2.
pub(crate) fn read() -> Arguments {
    parse().unwrap_or_else(|error| {
        eprintln!("error: {error}\nhelp: `--help` tells what there is");
        process::exit(2)
    })
}

fn parse() -> Result<Arguments, lexopt::Error> {
    let mut arguments = Arguments { host: "127.0.0.1".to_owned(), port: 8000, proxies: Vec::new() };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("host") => arguments.host = parser.value()?.string()?,
            Long("port") => arguments.port = parser.value()?.parse()?,
            Long("proxy") => arguments.proxies.push(parser.value()?.parse()?),
            Short('h') | Long("help") => {
                println!("{HELP}");
                process::exit(0);
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(arguments)
}
