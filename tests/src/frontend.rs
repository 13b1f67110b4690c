//! A page of another origin, whose scripts call a server.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::Value;

use crate::browser::Session;
use crate::first_steps::Served;

/// A page of an origin of its own.
pub struct Frontend {
    served: Served,
}

impl Frontend {
    /// Serves the page on a port of its own, and so from an origin of its own.
    pub fn start() -> Self {
        let page = get(|| async { Html("<!doctype html><title>A page</title>") });
        Self { served: Served::by_axum(Router::new().route("/", page)) }
    }

    /// Its origin, as a browser writes it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.served.address)
    }

    /// What a script of the page is told of an answer: its status, its challenge and its text; or that it is told nothing.
    ///
    /// `init` is an object of JavaScript, the second argument of `fetch`.
    pub fn fetch(&self, browser: &Session, address: &str, init: &str) -> Value {
        browser.open(&format!("{}/", self.origin()));
        browser.run(&format!(
            "return fetch('{address}', {init}).then(async answer => [answer.status, \
             answer.headers.get('www-authenticate'), await answer.text()].join(' '), error => error.name)"
        ))
    }
}
