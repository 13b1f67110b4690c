//! The whole server: a connection over the loopback that is kept alive, one request after the other.
//!
//! The server alone runs under callgrind, on one thread, each as its users start it; the client is outside.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{self, Child};
use std::thread;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

use crate::case::Case;
use crate::contestant::{self, Contestant};
use crate::{Outcome, callgrind};

/// Serves on a free port, which it prints, until the standard input ends.
pub(crate) fn serve(contestant: Contestant) -> Outcome<()> {
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0)
    });
    Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("{}", listener.local_addr()?.port());
        match contestant {
            Contestant::Generated => contestant::server().serve(listener).await?,
            Contestant::Axum => axum::serve(listener, contestant::router()).await?,
            Contestant::Bare => contestant::serve(listener).await?,
        }
        Ok(())
    })
}

/// The instructions in which a server reads, answers and writes one request.
pub(crate) fn instructions(contestant: Contestant, case: Case) -> Outcome<f64> {
    callgrind::of_one(callgrind::TIMES, |times| {
        let mut server = callgrind::start(&["serve", contestant.name()])?;
        let connection = ask(&mut server, case, times);
        // The server ends first: it says best why it could not be asked, and it never sees the connection close.
        let instructions = callgrind::instructions(server)?;
        connection.map(|_| instructions)
    })
}

/// Asks many times over one connection, and leaves it open.
fn ask(server: &mut Child, case: Case, times: u64) -> Outcome<TcpStream> {
    let mut port = String::new();
    let output = server.stdout.as_mut().ok_or("the server has no output")?;
    BufReader::new(output).read_line(&mut port)?;
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port.trim().parse()?))?;
    stream.set_nodelay(true)?;
    let request = case.wire();
    let mut response = Vec::new();
    for _ in 0..times {
        stream.write_all(request.as_bytes())?;
        read(&mut stream, &mut response, case)?;
    }
    Ok(stream)
}

/// Reads a response up to the end of the body that is expected.
fn read(stream: &mut TcpStream, response: &mut Vec<u8>, case: Case) -> Outcome<()> {
    response.clear();
    let mut buffer = [0; 4096];
    while !response.ends_with(case.body().as_bytes()) {
        let read = stream.read(&mut buffer)?;
        response.extend(buffer.iter().take(read));
        if read == 0 {
            return Err(format!("an unexpected response: {}", String::from_utf8_lossy(response)).into());
        }
    }
    Ok(())
}
