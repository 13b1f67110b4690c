//! The token endpoint: rows T1 to T5 of the promises.

use std::thread;

use specwright_tests::exchange::Request;

use crate::{Login, by_password, grant, me, token};

/// As many as may fail.
const FAILURES: usize = 10;

#[test]
fn t1_the_token_endpoint_takes_post_and_a_form() {
    let login = Login::start();
    let answer = login.ask(Request::get("/token?grant_type=password&username=johndoe&password=secret"));
    assert_eq!((answer.status, answer.header("allow").as_deref()), (405, Some("POST")));
    for media_type in ["application/json", "multipart/form-data; boundary=b", "text/plain"] {
        let mut request = Request::new("POST", "/token").with("Content-Type", media_type);
        request.body = "grant_type=password&username=johndoe&password=secret".to_owned();
        assert_eq!(login.ask(request).status, 415, "{media_type}");
    }
}

#[test]
fn t2_a_repeated_parameter_is_refused_an_empty_one_absent_and_an_unknown_one_ignored() {
    let login = Login::start();
    let status = |more: &str| {
        login.ask(grant(&format!("grant_type=password&username=johndoe&password=secret{more}"))).status
    };
    assert_eq!(status("&username=johndoe"), 422);
    assert_eq!(status("&scope=me&scope=me"), 422);
    assert_eq!(status("&scope="), 200);
    assert_eq!(status("&colour=red&colour=blue"), 200);
    assert_eq!(login.ask(grant("grant_type=password&username=johndoe&password=")).status, 422);
}

#[test]
fn t3_another_grant_is_refused() {
    let login = Login::start();
    let answer = login.ask(grant("grant_type=client_credentials&username=johndoe&password=secret"));
    assert_eq!(answer.status, 422);
}

#[test]
fn t3_a_wrong_password_and_an_unknown_user_have_the_same_answer() {
    let login = Login::start();
    let [wrong, unknown] = [("johndoe", "x"), ("nobody", "x")].map(|(username, password)| {
        let answer = login.ask(by_password(username, password));
        let mut headers = answer.headers.clone();
        headers.retain(|(name, _)| name != "date");
        (answer.status, headers, answer.text())
    });
    assert_eq!(wrong, unknown);
    assert_eq!((wrong.0, &*wrong.2), (400, r#"{"detail":"Incorrect username or password"}"#));
}

#[test]
fn t3_a_scope_that_the_user_may_not_have_is_refused() {
    let login = Login::start();
    for scope in ["admin", "me+admin", "ME", "me+%22"] {
        let answer =
            login.ask(grant(&format!("grant_type=password&username=johndoe&password=secret&scope={scope}")));
        assert_eq!(answer.status, 400, "{scope}");
    }
}

#[test]
fn t3_a_name_may_be_any_text() {
    let login = Login::start();
    for name in ["%00", "johndoe%00", "%F0%9F%98%80", "%27%3B--", &"x".repeat(100_000)] {
        let answer = login.ask(by_password(name, "secret"));
        assert_eq!(answer.status, 400, "{}", &name[..name.len().min(20)]);
    }
}

#[test]
fn t4_a_token_is_a_bearer_token_that_is_not_stored_on_its_way() {
    let login = Login::start();
    let answer = login.ask(by_password("johndoe", "secret"));
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
    assert!(answer.text().ends_with(r#","token_type":"bearer"}"#), "{}", answer.text());
    assert_eq!(login.ask(me(&token(&answer))).status, 200);
}

#[test]
fn t4_a_token_has_the_scopes_that_were_asked_for() {
    let login = Login::start();
    let items = Request::get("/users/me/items/");
    let ask = |scope: &str| {
        let form = format!("grant_type=password&username=johndoe&password=secret&scope={scope}");
        let token = token(&login.ask(grant(&form)));
        login.ask(items.clone().with("Authorization", &format!("Bearer {token}")))
    };
    assert_eq!(ask("me+items").status, 200);
    let answer = ask("me");
    assert_eq!(answer.status, 403);
    let challenge = answer.header("www-authenticate").unwrap();
    assert_eq!(challenge, r#"Bearer error="insufficient_scope", scope="me items""#);
}

#[test]
fn t5_after_too_many_failures_the_right_password_is_not_looked_at() {
    let login = Login::start();
    for _ in 0..FAILURES {
        assert!(login.ask(by_password("johndoe", "x")).text().contains("Incorrect"));
    }
    let answer = login.ask(by_password("johndoe", "secret"));
    assert_eq!((answer.status, &*answer.text()), (400, r#"{"detail":"Too many attempts, try again later"}"#));
    assert_eq!(login.ask(by_password("alice", "secretalice")).status, 200, "another user is not concerned");
}

#[test]
fn t5_who_guesses_from_one_address_keeps_nobody_out_from_another() {
    let login = Login::behind_a_proxy();
    let from = |address: &str, password: &str| {
        login.ask(by_password("johndoe", password).with("X-Forwarded-For", address))
    };
    for _ in 0..FAILURES {
        assert!(from("192.0.2.1", "x").text().contains("Incorrect"));
    }
    assert!(from("192.0.2.1", "secret").text().contains("Too many attempts"));
    assert_eq!(from("192.0.2.2", "secret").status, 200);
}

#[test]
fn t5_nobody_gives_themselves_another_address() {
    let login = Login::start();
    for last in 0..FAILURES {
        let guess = by_password("johndoe", "x").with("X-Forwarded-For", &format!("192.0.2.{last}"));
        assert!(login.ask(guess).text().contains("Incorrect"));
    }
    assert!(login.ask(by_password("johndoe", "x")).text().contains("Too many attempts"));
}

#[test]
fn t5_whether_there_is_such_a_user_is_not_told_by_the_limit() {
    let login = Login::start();
    for _ in 0..FAILURES {
        assert!(login.ask(by_password("nobody", "x")).text().contains("Incorrect"));
    }
    assert!(login.ask(by_password("nobody", "x")).text().contains("Too many attempts"));
}

#[test]
fn t5_the_right_password_forgets_the_failures_before_it() {
    let login = Login::start();
    for _ in 0..3 {
        for _ in 1..FAILURES {
            assert_eq!(login.ask(by_password("johndoe", "x")).status, 400);
        }
        assert_eq!(login.ask(by_password("johndoe", "secret")).status, 200);
    }
}

#[test]
fn t5_who_guesses_all_at_once_is_limited_just_as_well() {
    let login = Login::start();
    let server = login.server.address;
    let guess = || by_password("johndoe", "x").send(server).unwrap().text().contains("Incorrect");
    let looked_at = thread::scope(|scope| {
        let guesses: Vec<_> = (0..60).map(|_| scope.spawn(guess)).collect();
        guesses.into_iter().map(|guess| guess.join().unwrap()).filter(|looked_at| *looked_at).count()
    });
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    assert!((FAILURES..FAILURES + at_once).contains(&looked_at), "{looked_at}");
}
