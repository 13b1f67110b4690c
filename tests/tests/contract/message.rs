//! HTTP, where a message is not as it should be or not as most are.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write};
use std::time::Duration;

use specwright_runtime::Limits;
use specwright_tests::exchange::{Request, Response, connect, read};
use specwright_tests::first_steps::Served;
use specwright_tests::reference;

#[test]
fn a_head_that_is_too_large_is_431() {
    let server = reference::start();
    let token = format!("Bearer {}", "a".repeat(200 * 1024));
    let response = Request::get("/items/").with("Authorization", &token).send(server.address).unwrap();
    assert_eq!(response.status, 431);
}

#[test]
fn a_head_that_is_never_finished_is_cut_off() {
    let limits = Limits { head_timeout: Duration::from_millis(50), ..Limits::default() };
    let served = Served::by_itself(limits);
    let mut stream = connect(served.address).unwrap();
    stream.write_all(b"GET /items/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\n").unwrap();
    // The connection ends; there may be a response before that, but not one to a request.
    match read(stream) {
        Ok(response) => assert_eq!(response.status, 408),
        Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidData, "{error}"),
    }
}

#[test]
fn head_is_get_without_the_content() {
    let server = reference::start();
    for path in ["/items/", "/docs", "/openapi.yaml", "/openapi.json", "/docs/swagger-ui-bundle.js"] {
        let asked =
            |method| Request::new(method, path).with("Authorization", "Bearer a").send(server.address);
        let (get, head) = (asked("GET").unwrap(), asked("HEAD").unwrap());
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        let length = get.body.len().to_string();
        assert_eq!(head.header("content-length"), Some(length), "{path}");
        assert_eq!(fields(&head), fields(&get), "{path}");
    }
}

/// What a response says of itself, apart from when it was made.
fn fields(response: &Response) -> BTreeSet<(&str, &str)> {
    let fields = response.headers.iter().map(|(name, value)| (&**name, &**value));
    fields.filter(|(name, _)| *name != "date").collect()
}
