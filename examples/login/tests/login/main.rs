//! The login as its users have it: a process, with a database of its own.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

mod copies;
mod frontend;
mod outage;
mod page;
mod recordings;
mod start;
mod token;

use std::path::Path;
use std::process::Command;

use specwright_tests::exchange::{Request, Response};
use specwright_tests::scratch::Scratch;
use specwright_tests::serving::Serving;

/// What the tokens of the recordings are signed with.
const KEY: &str = "specwright-golden-key-of-the-token-flow";

/// The command that serves a login on a free port, with the files of a folder.
fn login(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_login"));
    command.args(["--port", "0"]).current_dir(folder).env_remove("DATABASE_URL").env("LOGIN_JWT_KEY", KEY);
    command
}

/// A login with users in a file of its own.
struct Login {
    server: Serving,
    _folder: Scratch,
}

impl Login {
    fn start() -> Self {
        Self::start_with(&[])
    }

    /// A login behind a proxy on this machine.
    fn behind_a_proxy() -> Self {
        Self::start_with(&["--proxy", "127.0.0.0/8"])
    }

    /// A login with arguments more.
    fn start_with(arguments: &[&str]) -> Self {
        let folder = Scratch::new();
        Self { server: Serving::start(login(folder.path()).args(arguments)), _folder: folder }
    }

    fn ask(&self, request: Request) -> Response {
        request.send(self.server.address).unwrap()
    }
}

/// A login with users in a database that it shares.
fn login_with(database: &str) -> Serving {
    Serving::start(login(Path::new(".")).env("DATABASE_URL", database))
}

/// A request for a token.
fn grant(form: &str) -> Request {
    let mut request =
        Request::new("POST", "/token").with("Content-Type", "application/x-www-form-urlencoded");
    request.body = form.to_owned();
    request
}

/// A request for a token by a name and a password.
fn by_password(username: &str, password: &str) -> Request {
    grant(&format!("grant_type=password&username={username}&password={password}&scope=me"))
}

/// The token of an answer.
fn token(response: &Response) -> String {
    assert_eq!(response.status, 200, "{}", response.text());
    let text = response.text();
    let (_, rest) = text.split_once(r#""access_token":""#).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// A request of who the caller is.
fn me(token: &str) -> Request {
    Request::get("/users/me/").with("Authorization", &format!("Bearer {token}"))
}
