//! The command line: where to listen, and where the store keeps things.

use std::path::PathBuf;
use std::process;

use lexopt::prelude::*;

const HELP: &str = "\
Serves pets, orders and users

Usage: petstore [--host HOST] [--port PORT] [--database FILE]

  --host HOST      the address to listen on [default: 127.0.0.1]
  --port PORT      the port to listen on; 0 takes a free one and prints it [default: 8000]
  --database FILE  where pets, orders and users are, made where it is not there
                   [default: petstore.db]
  --help           this text";

/// Where to listen, and where the store keeps things.
pub(crate) struct Arguments {
    /// An address or a name.
    pub(crate) host: String,
    /// A port; 0 for any that is free.
    pub(crate) port: u16,
    /// A file of SQLite.
    pub(crate) database: PathBuf,
}

/// Reads the command line. `--help` prints and ends the process with 0; what is not understood ends it with 2.
pub(crate) fn read() -> Arguments {
    parse().unwrap_or_else(|error| {
        eprintln!("error: {error}\nhelp: `--help` tells what there is");
        process::exit(2)
    })
}

fn parse() -> Result<Arguments, lexopt::Error> {
    let mut arguments =
        Arguments { host: "127.0.0.1".to_owned(), port: 8000, database: "petstore.db".into() };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("host") => arguments.host = parser.value()?.string()?,
            Long("port") => arguments.port = parser.value()?.parse()?,
            Long("database") => arguments.database = parser.value()?.into(),
            Short('h') | Long("help") => {
                println!("{HELP}");
                process::exit(0);
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(arguments)
}
