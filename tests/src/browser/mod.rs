//! A real browser: Chromium without a window, driven as a person would use it, and watched.

mod webdriver;

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Once;

use serde_json::{Value, json};

use crate::say;
pub use webdriver::{Element, Session};

/// Chromium does nothing of its own accord, and knows no name of a host.
const ARGUMENTS: [&str; 12] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--hide-scrollbars",
    "--window-size=1200,1165",
];

/// How long the page may take to show something, in milliseconds.
const PATIENCE: u32 = 20_000;

/// Said once for all tests of a process.
static SKIPPED: Once = Once::new();

/// A browser, if there is one on this machine. If there is none, says so.
///
/// # Panics
///
/// When there is none where `CI` is set.
pub fn start() -> Option<Session> {
    let (Some(chromium), Some(driver)) = (program("chromium"), program("chromedriver")) else {
        assert!(env::var_os("CI").is_none_or(|value| value.is_empty()), "CI is set, and there is no browser");
        SKIPPED.call_once(|| {
            say("skipped: the tests of the page, because there is no chromium with chromedriver here")
        });
        return None;
    };
    let capabilities = json!({ "alwaysMatch": {
        "goog:chromeOptions": { "binary": chromium, "args": ARGUMENTS },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    } });
    let session = Session::start(&mut Command::new(driver), &capabilities);
    session.be_patient(PATIENCE);
    Some(session)
}

/// Where a program is.
fn program(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Something that the browser says in its console.
#[derive(Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Who says it: `network`, `security`, `console-api`, `javascript`, …
    pub source: String,
    /// What is said.
    pub message: String,
}

/// What the console was told since this was last called, as a warning or as an error.
pub fn complaints(session: &Session) -> Vec<Complaint> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let entries = session.log("browser").into_iter();
    let complaints = entries.filter(|entry| matches!(entry["level"].as_str(), Some("WARNING" | "SEVERE")));
    complaints
        .map(|entry| Complaint { source: text(&entry["source"]), message: text(&entry["message"]) })
        .collect()
}

/// The addresses that were asked for since this was last called.
pub fn requests(session: &Session) -> Vec<String> {
    let sent = |entry: Value| {
        let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let message = &message["message"];
        let url = message["params"]["request"]["url"].as_str()?;
        (message["method"] == "Network.requestWillBeSent").then(|| url.to_owned())
    };
    session.log("performance").into_iter().filter_map(sent).collect()
}
