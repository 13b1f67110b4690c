//! A frontend of another origin, in a real browser.

use specwright_tests::browser;
use specwright_tests::child::Running;
use specwright_tests::frontend::Frontend;
use specwright_tests::relay;
use specwright_tests::scratch::Scratch;

use crate::{Login, login};

/// What a script logs in with.
const GRANT: &str = "{ method: 'POST', body: new URLSearchParams({ grant_type: 'password', username: 'johndoe', \
                     password: 'secret', scope: 'me' }) }";

/// A call with the token that an answer to a login has.
fn with_token_of(answer: &str) -> String {
    let token = answer.split('"').nth(3).unwrap();
    format!("{{ headers: {{ Authorization: 'Bearer {token}' }} }}")
}

#[test]
fn e1_a_page_of_an_origin_that_was_named_logs_in_and_calls() {
    let Some(browser) = browser::start() else { return };
    let page = Frontend::start();
    let login = Login::start_with(&["--proxy", "127.0.0.0/8", "--origin", &page.origin()]);
    let proxy = relay::stripping("/api", login.server.address);
    for base in [format!("http://{}", login.server.address), format!("http://{}/api", proxy.address)] {
        let fetch = |path: &str, init: &str| {
            page.fetch(&browser, &format!("{base}{path}"), init).as_str().unwrap().to_owned()
        };
        let granted = fetch("/token", GRANT);
        assert!(granted.starts_with(r#"200  {"access_token":""#), "{granted}");
        let token = with_token_of(&granted);
        let me = fetch("/users/me/", &token);
        assert!(me.starts_with(r#"200  {"username":"johndoe""#), "{me}");
        assert_eq!(
            fetch("/users/me/items/", &token),
            r#"403 Bearer error="insufficient_scope", scope="me items" {"detail":"Not enough permissions"}"#
        );
        assert_eq!(fetch("/users/me/", "{}"), r#"401 Bearer {"detail":"Not authenticated"}"#);
    }
}

#[test]
fn e1_a_page_of_another_origin_is_told_nothing() {
    let Some(browser) = browser::start() else { return };
    let (page, other) = (Frontend::start(), Frontend::start());
    for arguments in [&[][..], &["--origin", &other.origin()]] {
        let login = Login::start_with(arguments);
        let address = |path: &str| format!("http://{}{path}", login.server.address);
        let token = "{ headers: { Authorization: 'Bearer x' } }";
        for (path, init) in [("/token", GRANT), ("/users/me/", "{}"), ("/users/me/", token)] {
            assert_eq!(page.fetch(&browser, &address(path), init), "TypeError", "{path} {init}");
        }
    }
}

#[test]
fn e2_what_no_browser_sends_as_an_origin_is_refused() {
    let folder = Scratch::new();
    let ended =
        Running::start(login(folder.path()).args(["--origin", "http://localhost:5173/"])).unwrap().wait();
    assert_eq!(ended.status.code(), Some(2));
    assert!(ended.errors.contains("is no origin"), "{}", ended.errors);
}
