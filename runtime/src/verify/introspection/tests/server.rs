//! An endpoint on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

/// An endpoint, and what it was asked: each request as it was sent.
pub(super) struct Server {
    pub(super) port: u16,
    pub(super) asked: Arc<Mutex<Vec<String>>>,
}

/// An endpoint that answers every request so, with a status line's status.
pub(super) fn answering(status: &'static str, body: impl Into<String>) -> Server {
    let body = body.into();
    serving(move |listener, asked| {
        for stream in listener.incoming() {
            let _ = answer(&mut stream.unwrap(), asked, status, &body);
        }
    })
}

pub(super) fn serving(serve: impl FnOnce(&TcpListener, &Mutex<Vec<String>>) + Send + 'static) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&asked);
    thread::spawn(move || serve(&listener, &seen));
    Server { port, asked }
}

/// Reads one request and answers it.
pub(super) fn answer(
    stream: &mut (impl Read + Write),
    asked: &Mutex<Vec<String>>,
    status: &str,
    body: &str,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(&mut *stream);
    let mut request = String::new();
    while !request.ends_with("\r\n\r\n") {
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
    }
    let length = request.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
    let mut sent = vec![0; length.parse().unwrap()];
    reader.read_exact(&mut sent)?;
    request.push_str(&String::from_utf8(sent).unwrap());
    asked.lock().unwrap().push(request);
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}")?;
    stream.flush()
}

impl Server {
    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/introspect", self.port)
    }

    pub(super) fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    pub(super) fn last(&self) -> String {
        self.asked.lock().unwrap().last().unwrap().clone()
    }
}
