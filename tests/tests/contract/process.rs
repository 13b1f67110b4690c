//! The reference server as a process: its command line, its end, its log.

use std::net::{SocketAddr, TcpListener};

use specwright_tests::exchange::{Request, connect};
use specwright_tests::reference::{self, run};

#[test]
fn help_tells_every_argument() {
    let ended = run(&["--help"]);
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.output.starts_with("Serves spec/spec.yaml\n\nUsage: first-steps"), "{}", ended.output);
    for argument in ["\n  --host HOST  ", "\n  --port PORT  ", "\n  --help  "] {
        assert!(ended.output.contains(argument), "{argument}");
    }
    assert_eq!(ended.errors, "");
}

#[test]
fn what_is_not_understood_is_said_and_ends_with_2() {
    for (arguments, named) in [
        (&["--nope"][..], "--nope"),
        (&["--port"], "--port"),
        (&["--port", "many"], "many"),
        (&["--port", "65536"], "65536"),
        (&["here"], "here"),
    ] {
        let ended = run(arguments);
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
        assert!(ended.errors.starts_with("error: "), "{}", ended.errors);
        assert!(ended.errors.contains(named), "{}", ended.errors);
        assert!(ended.errors.ends_with("help: `--help` tells what there is\n"), "{}", ended.errors);
        assert_eq!(ended.output, "");
    }
}

#[test]
fn a_port_that_is_taken_is_said_and_ends_with_1() {
    let held = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = held.local_addr().unwrap();
    let ended = run(&["--port", &taken.port().to_string()]);
    assert_eq!(ended.status.code(), Some(1));
    let said = format!("error: cannot serve on {taken}: ");
    assert!(ended.errors.starts_with(&said), "{}", ended.errors);
}

#[test]
fn port_0_takes_a_free_port_and_prints_it() {
    let (first, second) = (reference::start(), reference::start());
    assert_ne!(first.address.port(), second.address.port());
    for server in [first, second] {
        let address = server.address;
        assert_ne!(address.port(), 0);
        let greeting = format!("serving on http://{address}, documentation on http://{address}/docs\n");
        assert_eq!(server.greeting, greeting);
        assert_eq!(Request::get("/docs").send(address).unwrap().status, 200);
    }
}

#[test]
fn it_listens_where_only_this_machine_can_reach_it() {
    assert!(reference::start().address.ip().is_loopback());
}

/// Linux has the whole of 127.0.0.0/8 on its loopback.
#[cfg(target_os = "linux")]
#[test]
fn host_is_where_it_listens() {
    let server = reference::start_with(&["--host", "127.0.0.2"]);
    assert_eq!(server.address.ip().to_string(), "127.0.0.2");
    assert_eq!(Request::get("/docs").send(server.address).unwrap().status, 200);
    assert!(connect(SocketAddr::from(([127, 0, 0, 1], server.address.port()))).is_err());
}

#[cfg(unix)]
#[test]
fn a_signal_to_stop_ends_it_with_0() {
    for signal in ["TERM", "INT"] {
        let server = reference::start();
        let address = server.address;
        // It has begun to serve, and a connection that is open and idle is no reason to stay.
        assert_eq!(Request::get("/docs").send(address).unwrap().status, 200);
        let _idle = connect(address).unwrap();
        let ended = server.end(signal);
        assert_eq!(ended.status.code(), Some(0), "SIG{signal}: {}", ended.errors);
        assert!(connect(address).is_err());
    }
}

#[test]
fn a_request_is_one_line_of_the_log_without_credential_or_query() {
    let server = reference::start();
    let secret = Request::get("/items/?access_token=secret").with("Authorization", "Bearer hush");
    let malformed = Request::get("/items/?access_token=secret").with("Authorization", "Bearer hush hush");
    let astray = Request::get("/items?access_token=secret").with("Cookie", "session=hush");
    let statuses = [&secret, &malformed, &astray].map(|request| request.send(server.address).unwrap().status);
    assert_eq!(statuses, [200, 401, 307]);
    let ended = server.end("TERM");
    let said = ended.output + &ended.errors;
    for hidden in ["secret", "hush", "access_token", "session"] {
        assert!(!said.contains(hidden), "{hidden} in\n{said}");
    }
    let lines: Vec<_> = said.lines().filter(|line| line.contains("/items")).collect();
    assert_eq!(lines.len(), 3, "{said}");
    for (line, (path, status)) in lines.iter().zip([("/items/", 200), ("/items/", 401), ("/items", 307)]) {
        for part in [" INFO ", "method=GET", &format!("path=\"{path}\""), &format!("status={status}")] {
            assert!(line.contains(part), "{part} not in {line}");
        }
    }
}
