//! Who is for sale.

use serde_json::{Value, json};
use specwright_tests::exchange::Request;

use crate::{Store, of, staff, user, with_form, with_json};

const BOTH: &str = "write:pets read:pets";

/// The names of the pets in an answer.
fn names(pets: &Value) -> Vec<&str> {
    pets.as_array().unwrap().iter().map(|pet| pet["name"].as_str().unwrap()).collect()
}

#[test]
fn a_pet_comes_changes_and_goes() {
    let store = Store::open();
    let token = store.token(BOTH);
    let ask = |request: Request| store.ask(staff(request, &token));

    let pet =
        json!({"name": "Rex", "category": {"name": "Dogs"}, "photoUrls": ["https://pets.example/rex.png"]});
    let added = of(&ask(with_json("POST", "/pet", &pet)));
    let path = format!("/pet/{}", added["id"]);
    let wanted = json!({
        "id": added["id"], "name": "Rex", "category": {"name": "Dogs"}, "photoUrls": ["https://pets.example/rex.png"],
        "status": "available",
    });
    assert_eq!(added, wanted);
    assert_eq!(of(&ask(Request::get(&path))), added);

    let mut other = added.clone();
    other["name"] = "Max".into();
    assert_eq!(of(&ask(with_json("PUT", "/pet", &other))), other);
    assert_eq!(of(&ask(with_form(&path, "status=sold")))["status"], "sold");
    assert_eq!(of(&ask(with_form(&path, "name=Moritz")))["status"], "sold");
    assert_eq!(of(&ask(Request::get(&path)))["name"], "Moritz");

    assert_eq!(ask(Request::new("DELETE", &path)).status, 204);
    for request in [Request::get(&path), Request::new("DELETE", &path), with_form(&path, "name=Rex")] {
        assert_eq!(ask(request).status, 404);
    }
    assert_eq!(ask(with_json("PUT", "/pet", &other)).status, 404);
}

#[test]
fn an_id_is_given_once() {
    let store = Store::open();
    let token = store.token(BOTH);
    let pet = json!({"id": 77, "name": "Rex", "photoUrls": []});
    let add = || store.ask(staff(with_json("POST", "/pet", &pet), &token)).status;
    assert_eq!([add(), add()], [200, 409]);
}

#[test]
fn pets_are_found_by_status_and_by_tags() {
    let store = Store::open();
    let token = store.token("read:pets");
    let find = |query: &str| of(&store.ask(staff(Request::get(&format!("/pet/{query}")), &token)));
    assert_eq!(names(&find("findByStatus")), ["Rex", "Tom"]);
    assert_eq!(names(&find("findByStatus?status=sold")), ["Bubbles"]);
    assert_eq!(names(&find("findByTags?tags=lazy")), ["Tom"]);
    assert_eq!(names(&find("findByTags?tags=lazy&tags=friendly")), ["Rex", "Tom"]);
    assert_eq!(names(&find("findByTags?tags=%22%5D")), [""; 0]);
}

#[test]
fn a_picture_of_a_pet_is_kept() {
    let store = Store::open();
    let token = store.token(BOTH);
    let upload = |path: &str, media_type: &str| {
        let mut request = Request::new("POST", path).with("Content-Type", media_type);
        request.body = "\u{89}PNG\u{0}\u{ff}".to_owned();
        store.ask(staff(request, &token))
    };
    let bytes = "application/octet-stream";
    let kept = of(&upload("/pet/1/uploadImage?additionalMetadata=asleep", bytes));
    assert_eq!(kept, json!({"petId": 1, "size": 6, "additionalMetadata": "asleep"}));
    assert_eq!(of(&upload("/pet/1/uploadImage", bytes)), json!({"petId": 1, "size": 6}));
    assert_eq!(upload("/pet/99/uploadImage", bytes).status, 404);
    assert_eq!(upload("/pet/1/uploadImage", "image/png").status, 415);
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let store = Store::open();
    let pet = json!({"name": "", "photoUrls": [1], "status": "lost"});
    let answer = store.ask(staff(with_json("POST", "/pet", &pet), &store.token(BOTH)));
    assert_eq!(answer.status, 422);
    let problems: Value = serde_json::from_slice(&answer.body).unwrap();
    let places: Vec<_> =
        problems["detail"].as_array().unwrap().iter().map(|one| one["loc"].to_string()).collect();
    assert_eq!(places, [r#"["body","name"]"#, r#"["body","photoUrls",0]"#, r#"["body","status"]"#]);
}

#[test]
fn a_pet_is_read_with_a_key_or_a_token_and_written_with_a_token_that_may() {
    let store = Store::open();
    let (key, reader) = (store.key("alice"), store.token("read:pets"));
    let (read, delete) = (Request::get("/pet/1"), Request::new("DELETE", "/pet/1"));
    assert_eq!(store.ask(read.clone()).status, 401);
    assert_eq!(store.ask(user(read.clone(), &key)).status, 200);
    assert_eq!(store.ask(staff(read, &reader)).status, 200);
    assert_eq!(store.ask(user(delete.clone(), &key)).status, 401);
    assert_eq!(store.ask(staff(delete.clone(), &reader)).status, 403);
    assert_eq!(store.ask(staff(delete, &store.token("write:pets"))).status, 204);
}

#[test]
fn a_store_that_is_opened_again_has_its_pets() {
    let store = Store::open();
    let token = store.token(BOTH);
    assert_eq!(store.ask(staff(Request::new("DELETE", "/pet/2"), &token)).status, 204);
    let store = store.reopen();
    assert_eq!(
        store.ask(staff(Request::get("/pet/1"), &token)).status,
        401,
        "a token is of the store that gave it out"
    );
    let find = staff(Request::get("/pet/findByStatus"), &store.token(BOTH));
    assert_eq!(names(&of(&store.ask(find))), ["Rex"]);
}
