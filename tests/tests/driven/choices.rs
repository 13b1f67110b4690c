//! One of several strings: in a query, in header fields of both directions, in bodies of both directions.

#[path = "../../driven/enums/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::{
    Api, CreatePet, CreatePetOkXKind, CreatePetParameters, CreatePetSort, Mood, Pet, PetSize, Server,
};
use specwright_runtime::Context;

use crate::{Answered, ask, request};

struct Pets;

impl Api for Pets {
    type Error = Infallible;

    async fn create_pet(
        &self,
        _: &Context,
        parameters: CreatePetParameters,
        body: Pet,
    ) -> Result<CreatePet, Infallible> {
        let x_kind = parameters.sort.map(|sort| match sort {
            CreatePetSort::PlusName | CreatePetSort::Empty => CreatePetOkXKind::Cat,
            CreatePetSort::MinusName => CreatePetOkXKind::Dog,
        });
        Ok(CreatePet::Ok { x_mood: parameters.x_mood, x_kind, body })
    }
}

fn create(query: &str, mood: &str, body: &str) -> Answered {
    let request = request("POST", &format!("/pets{query}")).header("content-type", "application/json");
    ask(&Server::new(Pets), request.header("x-mood", mood).body(body.to_owned()).unwrap())
}

#[test]
fn a_choice_goes_in_and_out_as_its_string() {
    let answered = create("?sort=-name", "sleepy", r#"{"mood":"in-love","size":"10 kg"}"#);
    assert_eq!((answered.status, answered.body.as_str()), (200, r#"{"mood":"in-love","size":"10 kg"}"#));
    assert_eq!((answered.header("x-mood"), answered.header("x-kind")), (Some("sleepy"), Some("dog")));
}

#[test]
fn an_optional_header_is_left_out() {
    let answered = create("", "sleepy", r#"{"mood":"sleepy"}"#);
    assert_eq!((answered.status, answered.header("x-kind")), (200, None));
}

#[test]
fn the_empty_string_may_be_a_choice() {
    assert_eq!(create("?sort=", "sleepy", r#"{"mood":"sleepy"}"#).header("x-kind"), Some("cat"));
}

#[test]
fn everything_that_is_no_choice_is_named_at_once() {
    let answered = create("?sort=size", "angry", r#"{"mood":3,"size":"big"}"#);
    assert_eq!(answered.status, 422);
    for place in [r#"["query","sort"]"#, r#"["header","X-Mood"]"#, r#"["body","mood"]"#, r#"["body","size"]"#]
    {
        assert!(answered.body.contains(place), "{place} in {}", answered.body);
    }
}

#[test]
fn a_choice_knows_its_string() {
    assert_eq!((Mood::InLove.as_str(), PetSize::_10Kg.to_string().as_str()), ("in-love", "10 kg"));
}
