//! One request and its response over a socket, byte for byte, so that what no client would send can be sent.
//!
//! In a message that is text here, a character is a byte (ISO 8859-1), as in the recordings.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde::Deserialize;

/// How long a server may be silent before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request. `Host`, `Content-Length` and `Connection: close` are added where they are not given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The target, as it goes on the wire.
    pub path: String,
    /// The fields of the head, in their order.
    #[serde(default)]
    pub headers: Vec<Field>,
    /// The content.
    #[serde(default)]
    pub body: String,
    /// The version of HTTP.
    #[serde(default = "latest")]
    pub version: String,
    /// Whether `Host` is left out.
    #[serde(default)]
    pub no_host: bool,
}

/// A field of a request.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Field {
    /// A name and a value.
    Named(String, String),
    /// A line that is sent as it is, whether it is a field or not.
    Line([String; 1]),
}

/// A response.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The names of the fields, in lower case, and their values.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub body: Vec<u8>,
}

fn latest() -> String {
    "1.1".to_owned()
}

impl Request {
    /// A request without fields.
    pub fn new(method: &str, path: &str) -> Self {
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            headers: Vec::new(),
            body: String::new(),
            version: latest(),
            no_host: false,
        }
    }

    /// A `GET`.
    pub fn get(path: &str) -> Self {
        Self::new("GET", path)
    }

    /// The same with one field more.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push(Field::Named(name.to_owned(), value.to_owned()));
        self
    }

    /// Sends it on a connection of its own, and reads the response.
    ///
    /// # Errors
    ///
    /// When there is no server, or its answer does not begin as a response does.
    pub fn send(&self, server: SocketAddr) -> io::Result<Response> {
        let message = self.message(server)?;
        let mut stream = connect(server)?;
        // A server may answer and close before it has read everything. What it said is in the answer.
        let _ = stream.write_all(&message).and_then(|()| stream.flush());
        read(stream)
    }

    fn message(&self, server: SocketAddr) -> io::Result<Vec<u8>> {
        let mut head = format!("{} {} HTTP/{}\r\n", self.method, self.path, self.version);
        if !self.no_host && !self.has("host") {
            head += &format!("Host: {server}\r\n");
        }
        for field in &self.headers {
            match field {
                Field::Named(name, value) => head += &format!("{name}: {value}\r\n"),
                Field::Line([line]) => head += &format!("{line}\r\n"),
            }
        }
        if !self.body.is_empty() && !self.has("content-length") && !self.has("transfer-encoding") {
            head += &format!("Content-Length: {}\r\n", self.body.chars().count());
        }
        if !self.has("connection") {
            head += "Connection: close\r\n";
        }
        bytes(&(head + "\r\n" + &self.body))
    }

    fn has(&self, wanted: &str) -> bool {
        self.headers.iter().any(|field| field.name().eq_ignore_ascii_case(wanted))
    }
}

impl Field {
    fn name(&self) -> &str {
        match self {
            Self::Named(name, _) => name,
            Self::Line([line]) => line.split(':').next().unwrap_or_default(),
        }
    }
}

impl Response {
    /// The value of a field; several of one name are one list.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> =
            self.headers.iter().filter(|field| field.0 == name).map(|field| &*field.1).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Whether all of the content is there that the head tells of.
    fn is_whole(&self) -> bool {
        let length = self.header("content-length").and_then(|length| length.parse().ok());
        length.is_some_and(|length: usize| self.body.len() >= length)
    }

    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection on which a server that says nothing is an error, not a test that never ends.
///
/// # Errors
///
/// When there is no server.
pub fn connect(server: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(server)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Reads one response: as much as its head says, or until the server closes the connection.
///
/// # Errors
///
/// When the server falls silent, or what comes does not begin as a response does.
pub fn read(mut stream: TcpStream) -> io::Result<Response> {
    let mut message = Vec::new();
    let mut part = [0; 16 * 1024];
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(length) => message.extend_from_slice(&part[..length]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // A connection that is reset after an answer is closed, too.
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) => return Err(error),
        }
        if let Some(response) = parse(&message).filter(Response::is_whole) {
            return Ok(response);
        }
    }
    let said = message.escape_ascii();
    parse(&message).ok_or_else(|| io::Error::new(ErrorKind::InvalidData, format!("no response: {said}")))
}

fn parse(message: &[u8]) -> Option<Response> {
    let end = message.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head: String = message[..end].iter().copied().map(char::from).collect();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.parse().ok()?;
    let field = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    let headers = lines.map(field).collect::<Option<_>>()?;
    Some(Response { status, headers, body: message[end + 4..].to_vec() })
}

fn bytes(text: &str) -> io::Result<Vec<u8>> {
    let byte = |char: char| {
        u8::try_from(char)
            .map_err(|_| io::Error::new(ErrorKind::InvalidInput, format!("{char:?} is no byte")))
    };
    text.chars().map(byte).collect()
}
