//! The command line: where to listen.

use std::process;

use lexopt::prelude::*;

const HELP: &str = "\
Serves everything a request can carry, and says what it read

Usage: requests [--host HOST] [--port PORT]

  --host HOST  the address to listen on [default: 127.0.0.1]
  --port PORT  the port to listen on; 0 takes a free one and prints it [default: 8000]
  --help       this text";

/// Where to listen.
pub(crate) struct Arguments {
    /// An address or a name.
    pub(crate) host: String,
    /// A port; 0 for any that is free.
    pub(crate) port: u16,
}

/// Reads the command line. `--help` prints and ends the process with 0; what is not understood ends it with 2.
pub(crate) fn read() -> Arguments {
    parse().unwrap_or_else(|error| {
        eprintln!("error: {error}\nhelp: `--help` tells what there is");
        process::exit(2)
    })
}

fn parse() -> Result<Arguments, lexopt::Error> {
    let mut arguments = Arguments { host: "127.0.0.1".to_owned(), port: 8000 };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("host") => arguments.host = parser.value()?.string()?,
            Long("port") => arguments.port = parser.value()?.parse()?,
            Short('h') | Long("help") => {
                println!("{HELP}");
                process::exit(0);
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(arguments)
}
