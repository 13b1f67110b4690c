//! What tokens are good for.

use serde_json::{Value, json};

use super::{good, made, over, refused, verifier};
use crate::security::{Denied, Scopes};

const NEEDED: Scopes = &["items", "me"];

fn is_enough(others: Value) -> bool {
    let claims = verifier().verify(&made(&over(good(), others))).unwrap();
    match claims.require(NEEDED) {
        Ok(()) => true,
        Err(Denied::InsufficientScope(scopes)) => {
            assert_eq!(scopes, NEEDED);
            false
        }
        Err(other) => unreachable!("{other:?}"),
    }
}

#[test]
fn j5_scopes_are_text_with_spaces_between_in_any_order() {
    for scope in ["me items", "items me", "items me admin", " me  items "] {
        assert!(is_enough(json!({ "scope": scope })), "{scope}");
    }
}

#[test]
fn j5_every_scope_is_needed() {
    for scope in ["me", "items", "", "admin"] {
        assert!(!is_enough(json!({ "scope": scope })), "{scope}");
    }
    assert!(!is_enough(json!({ "scope": null })));
}

#[test]
fn j5_scopes_are_compared_whole_and_with_case() {
    for scope in ["ME ITEMS", "Me Items", "meitems", "me items2", "me myitems", "me\titems", "me,items"] {
        assert!(!is_enough(json!({ "scope": scope })), "{scope}");
    }
}

#[test]
fn j5_scopes_may_be_a_list_and_may_be_scp() {
    for claims in [
        json!({ "scope": ["me", "items"] }),
        json!({ "scope": null, "scp": ["me", "items"] }),
        json!({ "scope": null, "scp": "me items" }),
    ] {
        assert!(is_enough(claims.clone()), "{claims}");
    }
}

#[test]
fn j5_the_members_of_a_list_are_not_split() {
    assert!(!is_enough(json!({ "scope": ["me items"] })));
}

#[test]
fn j5_scope_comes_before_scp() {
    assert!(!is_enough(json!({ "scope": "me", "scp": "me items" })));
}

#[test]
fn j5_a_scope_of_another_type_is_refused() {
    for scope in [json!(1), json!({ "me": true }), json!(["me", 1]), json!(true)] {
        let token = made(&over(good(), json!({ "scope": scope })));
        refused(&verifier(), &token, "the token's scope is neither a string nor a list of strings");
    }
}

#[test]
fn no_scope_is_enough_where_none_is_needed() {
    let claims = verifier().verify(&made(&over(good(), json!({ "scope": null })))).unwrap();
    assert!(claims.require(&[]).is_ok());
    assert_eq!(claims.scopes().count(), 0);
}
