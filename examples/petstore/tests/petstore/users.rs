//! Who buys.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::json;
use specwright_tests::exchange::Request;

use crate::{Store, login, of, user, with_json};

#[test]
fn who_signs_up_logs_in_and_logs_out() {
    let store = Store::open();
    let body = json!({"username": "alice", "firstName": "Alice", "password": "a good one"});
    let signed_up = of(&store.ask(with_json("POST", "/user", &body)));
    assert_eq!(signed_up, json!({"id": signed_up["id"], "username": "alice", "firstName": "Alice"}));

    let answer = store.ask(login("alice", "a good one"));
    let key = of(&answer).as_str().unwrap().to_owned();
    assert!(answer.header("x-expires-after").unwrap().ends_with('Z'));
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));

    let me = user(Request::get("/user/alice"), &key);
    assert_eq!(of(&store.ask(me.clone())), signed_up);
    assert_eq!(store.ask(user(Request::get("/user/nobody"), &key)).status, 404);
    assert_eq!(store.ask(user(Request::new("POST", "/user/logout"), &key)).status, 204);
    assert_eq!(store.ask(me).status, 401);
}

#[test]
fn a_wrong_password_and_an_unknown_user_have_the_same_answer() {
    let store = Store::open();
    store.key("alice");
    let [wrong, unknown] = ["alice", "nobody"].map(|name| store.ask(login(name, "wrong")));
    assert_eq!((wrong.status, unknown.status), (400, 400));
    assert_eq!(wrong.text(), unknown.text());
}

#[test]
fn who_guesses_is_told_to_wait() {
    let store = Store::open();
    store.key("alice");
    let refused = (0..100).map(|_| store.ask(login("alice", "wrong"))).find(|answer| answer.status == 429);
    assert!(refused.unwrap().header("retry-after").unwrap().parse::<u64>().unwrap() > 0);
    assert_eq!(store.ask(login("alice", "a good one")).status, 429);
}

#[test]
fn several_sign_up_together_or_not_at_all() {
    let store = Store::open();
    let key = store.key("alice");
    let sign_up = |names: &[&str]| {
        let users: Vec<_> =
            names.iter().map(|name| json!({"username": name, "password": "a good one"})).collect();
        store.ask(user(with_json("POST", "/user/createWithList", &json!(users)), &key))
    };
    assert_eq!(of(&sign_up(&["bob", "carol"]))[1]["username"], "carol");
    assert_eq!(sign_up(&["dave", "alice"]).status, 409);
    assert_eq!(store.ask(user(Request::get("/user/dave"), &key)).status, 404);
    assert_eq!(store.ask(login("bob", "a good one")).status, 200);
}

#[test]
fn users_change_nobody_but_themselves() {
    let store = Store::open();
    let (alice, bob) = (store.key("alice"), store.key("bob"));
    let change = |path: &str, key: &str, name: &str| {
        store.ask(user(
            with_json("PUT", path, &json!({"username": name, "phone": "12345", "password": "a better one"})),
            key,
        ))
    };
    assert_eq!(change("/user/bob", &alice, "bob").status, 403);
    assert_eq!(store.ask(user(Request::new("DELETE", "/user/bob"), &alice)).status, 403);
    assert_eq!(change("/user/alice", &alice, "bob").status, 409);
    assert_eq!(of(&change("/user/alice", &alice, "alicia"))["phone"], "12345");
    assert_eq!(store.ask(login("alicia", "a good one")).status, 400);
    assert_eq!(store.ask(login("alicia", "a better one")).status, 200);
    assert_eq!(store.ask(user(Request::new("DELETE", "/user/bob"), &bob)).status, 204);
    assert_eq!(store.ask(user(Request::get("/user/bob"), &bob)).status, 401);
    assert_eq!(store.ask(user(Request::get("/user/bob"), &alice)).status, 404);
}

#[test]
fn what_the_store_keeps_is_for_its_user_alone() {
    let store = Store::open();
    store.key("alice");
    for entry in fs::read_dir(store.folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
    }
}
