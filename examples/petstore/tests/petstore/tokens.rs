//! What staff write pets with.

use serde_json::json;
use specwright_tests::exchange::Request;

use crate::{Store, by_client, of, staff, with_form};

#[test]
fn a_token_has_the_scopes_that_were_asked_for() {
    let store = Store::open();
    let answer = store.ask(by_client("petstore", &store.secret, "read:pets"));
    let token = of(&answer);
    assert_eq!(
        token,
        json!({"access_token": token["access_token"], "token_type": "bearer", "expires_in": 3600, "scope": "read:pets"})
    );
    assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"));
    assert_eq!(store.ask(by_client("petstore", &store.secret, "admin")).status, 400);
}

#[test]
fn nobody_else_gets_a_token() {
    let store = Store::open();
    for (client, secret) in [("petstore", ""), ("petstore", "petstore_"), ("other", &*store.secret)] {
        let answer = store.ask(by_client(client, secret, "read:pets"));
        assert_eq!(answer.status, 401, "{client}:{secret}");
        assert!(answer.header("www-authenticate").unwrap().starts_with("Basic "));
    }
    assert_eq!(store.ask(with_form("/token", "grant_type=client_credentials")).status, 401);
    let unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdGFmZiJ9.";
    assert_eq!(store.ask(staff(Request::get("/pet/1"), unsigned)).status, 401);
}
