//! What is sold.

use serde_json::json;
use specwright_tests::exchange::Request;

use crate::{Store, of, user, with_json};

#[test]
fn the_inventory_counts_by_status() {
    let store = Store::open();
    let inventory = of(&store.ask(user(Request::get("/store/inventory"), &store.key("alice"))));
    assert_eq!((&inventory["available"], &inventory["sold"]), (&json!(2), &json!(1)));
    assert_eq!(store.ask(Request::get("/store/inventory")).status, 401);
}

#[test]
fn an_order_is_placed_read_and_cancelled_by_whose_it_is() {
    let store = Store::open();
    let (alice, bob) = (store.key("alice"), store.key("bob"));
    let order = json!({"petId": 1, "shipDate": "2030-01-31T12:00:00Z"});
    let placed = of(&store.ask(user(with_json("POST", "/store/order", &order), &alice)));
    let wanted = json!({
        "id": placed["id"], "petId": 1, "quantity": 1, "shipDate": "2030-01-31T12:00:00Z", "status": "placed",
        "complete": false,
    });
    assert_eq!(placed, wanted);
    let path = format!("/store/order/{}", placed["id"]);
    assert_eq!(of(&store.ask(user(Request::get(&path), &alice))), placed);
    assert_eq!(store.ask(user(Request::get(&path), &bob)).status, 404);
    assert_eq!(store.ask(user(Request::new("DELETE", &path), &bob)).status, 404);
    assert_eq!(store.ask(user(Request::new("DELETE", &path), &alice)).status, 204);
    assert_eq!(store.ask(user(Request::get(&path), &alice)).status, 404);
}

#[test]
fn a_pet_that_is_not_there_is_not_sold() {
    let store = Store::open();
    let key = store.key("alice");
    let order = |order| store.ask(user(with_json("POST", "/store/order", &order), &key)).status;
    assert_eq!(order(json!({"petId": 99})), 404);
    assert_eq!(order(json!({"petId": 1, "quantity": 0})), 422);
}
