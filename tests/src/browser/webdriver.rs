//! The few commands of WebDriver that the tests need, spoken to ChromeDriver over loopback.
//!
//! [WebDriver](https://www.w3.org/TR/webdriver2/) is JSON over HTTP, so this is less than a crate for it would bring.

use std::net::SocketAddr;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::child::Running;
use crate::exchange::Request;

/// The key under which WebDriver gives a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a page may move before it is clicked on.
const SETTLING: Duration = Duration::from_secs(20);

/// A browser with one window. It is closed when it is dropped.
pub struct Session {
    address: SocketAddr,
    /// The path of the session's commands.
    path: String,
    _driver: Running,
}

/// An element of the page in a session.
pub struct Element<'s> {
    session: &'s Session,
    id: String,
}

impl Session {
    /// Starts ChromeDriver and, with these capabilities, a browser.
    ///
    /// # Panics
    ///
    /// When one of them does not start. So does every other command when it fails.
    pub fn start(driver: &mut Command, capabilities: &Value) -> Self {
        let driver = Running::start(driver.arg("--port=0")).expect("ChromeDriver");
        let port = std::iter::from_fn(|| driver.line()).find_map(|line| {
            line.split("started successfully on port ").nth(1)?.trim().trim_end_matches('.').parse().ok()
        });
        let address = SocketAddr::from(([127, 0, 0, 1], port.expect("ChromeDriver's port")));
        let started = command(address, "POST", "/session", &json!({ "capabilities": capabilities }));
        let id = started["sessionId"].as_str().expect("a session");
        Self { address, path: format!("/session/{id}"), _driver: driver }
    }

    /// Says how long to wait for an element that is not there yet, in milliseconds.
    pub fn be_patient(&self, milliseconds: u32) {
        self.post("/timeouts", &json!({ "implicit": milliseconds }));
    }

    /// Goes to an address.
    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// The first element that a CSS selector finds.
    pub fn find(&self, selector: &str) -> Element<'_> {
        let found = self.post("/element", &json!({ "using": "css selector", "value": selector }));
        Element { session: self, id: found[ELEMENT].as_str().expect("an element").to_owned() }
    }

    /// Runs a script on the page: the body of a function.
    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What was added to a log of ChromeDriver's since it was last asked for.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("/se/log", &json!({ "type": kind }));
        entries.as_array().expect("a list of entries").clone()
    }

    /// A picture of the window, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        let picture = command(self.address, "GET", &format!("{}/screenshot", self.path), &Value::Null);
        BASE64_STANDARD.decode(picture.as_str().expect("a picture")).expect("base64")
    }

    fn post(&self, path: &str, parameters: &Value) -> Value {
        command(self.address, "POST", &format!("{}{path}", self.path), parameters)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that is gone already needs no closing.
        let _ = Request::new("DELETE", &self.path).send(self.address);
    }
}

impl Element<'_> {
    /// Clicks on it, as a person does: with nothing over it, and where it stays when the page has settled.
    pub fn click(&self) {
        let path = format!("{}/element/{}/click", self.session.path, self.id);
        let given_up = Instant::now() + SETTLING;
        while let Err(error) = ask(self.session.address, "POST", &path, &json!({})) {
            let moving = error.starts_with("element click intercepted");
            assert!(moving && Instant::now() < given_up, "{error}");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Types into it.
    pub fn enter(&self, text: &str) {
        self.post("/value", &json!({ "text": text }));
    }

    /// The text in it, as a person sees it.
    pub fn text(&self) -> String {
        let Session { address, path, .. } = self.session;
        let text = command(*address, "GET", &format!("{path}/element/{}/text", self.id), &Value::Null);
        text.as_str().expect("a text").to_owned()
    }

    fn post(&self, path: &str, parameters: &Value) {
        self.session.post(&format!("/element/{}{path}", self.id), parameters);
    }
}

/// Sends a command and takes the value out of its answer.
fn command(driver: SocketAddr, method: &str, path: &str, parameters: &Value) -> Value {
    ask(driver, method, path, parameters)
        .unwrap_or_else(|error| panic!("{method} {path} {parameters}: {error}"))
}

/// Sends a command. What ChromeDriver refuses is an error that begins with WebDriver's name for it.
fn ask(driver: SocketAddr, method: &str, path: &str, parameters: &Value) -> Result<Value, String> {
    let mut request = Request::new(method, path);
    if !parameters.is_null() {
        request.body = parameters.to_string().bytes().map(char::from).collect();
    }
    let response = request.send(driver).map_err(|error| error.to_string())?;
    let mut answer: Value = serde_json::from_slice(&response.body).map_err(|error| error.to_string())?;
    let value = answer["value"].take();
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    if response.status == 200 { Ok(value) } else { Err(format!("{}: {}", text("error"), text("message"))) }
}
