//! The store as its users have it: a process, with a database of its own.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails where it stands")]

mod orders;
mod page;
mod pets;
mod tokens;
mod users;

use std::process::Command;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use specwright_tests::exchange::{Request, Response};
use specwright_tests::scratch::Scratch;
use specwright_tests::serving::Serving;

/// A store with a database of its own.
struct Store {
    server: Serving,
    /// The secret of the client `petstore`.
    secret: String,
    folder: Scratch,
}

impl Store {
    fn open() -> Self {
        Self::open_in(Scratch::new())
    }

    /// A store that keeps its things in a folder.
    fn open_in(folder: Scratch) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_petstore"));
        let server = Serving::start(command.args(["--port", "0"]).current_dir(folder.path()));
        let line = server.line().unwrap();
        let secret = line.split('`').nth(3).unwrap().to_owned();
        Self { server, secret, folder }
    }

    /// Closes it, and opens it again.
    fn reopen(self) -> Self {
        let Self { server, folder, .. } = self;
        assert!(server.end("TERM").status.success());
        Self::open_in(folder)
    }

    fn ask(&self, request: Request) -> Response {
        request.send(self.server.address).unwrap()
    }

    /// A token with scopes.
    fn token(&self, scope: &str) -> String {
        let answer = self.ask(by_client("petstore", &self.secret, scope));
        of(&answer)["access_token"].as_str().unwrap().to_owned()
    }

    /// Signs a user up and logs them in: their key.
    fn key(&self, username: &str) -> String {
        let user = json!({"username": username, "password": "a good one"});
        assert_eq!(self.ask(with_json("POST", "/user", &user)).status, 200);
        of(&self.ask(login(username, "a good one"))).as_str().unwrap().to_owned()
    }
}

/// A request whose content is JSON.
fn with_json(method: &str, path: &str, body: &Value) -> Request {
    let mut request = Request::new(method, path).with("Content-Type", "application/json");
    request.body = body.to_string();
    request
}

/// A request whose content is a form.
fn with_form(path: &str, form: &str) -> Request {
    let mut request = Request::new("POST", path).with("Content-Type", "application/x-www-form-urlencoded");
    request.body = form.to_owned();
    request
}

fn login(username: &str, password: &str) -> Request {
    with_form("/user/login", &format!("username={username}&password={}", password.replace(' ', "+")))
}

/// A request for a token.
fn by_client(client: &str, secret: &str, scope: &str) -> Request {
    let form = format!("grant_type=client_credentials&scope={}", scope.replace(' ', "+"));
    let credentials = BASE64_STANDARD.encode(format!("{client}:{secret}"));
    with_form("/token", &form).with("Authorization", &format!("Basic {credentials}"))
}

/// The JSON of an answer that is good.
fn of(response: &Response) -> Value {
    assert_eq!(response.status, 200, "{}", response.text());
    serde_json::from_slice(&response.body).unwrap()
}

/// The request of somebody with a token.
fn staff(request: Request, token: &str) -> Request {
    request.with("Authorization", &format!("Bearer {token}"))
}

/// The request of somebody with a key.
fn user(request: Request, key: &str) -> Request {
    request.with("api_key", key)
}
