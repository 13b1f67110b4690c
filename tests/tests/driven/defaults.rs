//! What stands in for what was not sent.

#[path = "../../driven/defaults/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::{
    AddThing, Api, ListThings, ListThingsParameters, Order, Server, Thing, Things, WriteThing, Written,
};
use specwright_runtime::Context;

use crate::{Answered, ask, request};

struct Store;

impl Api for Store {
    type Error = Infallible;

    async fn list_things(
        &self,
        _: &Context,
        parameters: ListThingsParameters,
    ) -> Result<ListThings, Infallible> {
        let ListThingsParameters { limit, order, x_style, exact } = parameters;
        let first = order == Order::Up && x_style.is_empty() && exact;
        Ok(ListThings::Ok(Things { total: first.then_some(limit.into()) }))
    }

    async fn add_thing(&self, _: &Context, body: Thing) -> Result<AddThing, Infallible> {
        Ok(AddThing::Ok(body))
    }

    async fn write_thing(&self, _: &Context, body: Written) -> Result<WriteThing, Infallible> {
        assert_eq!(body, Written { scope: String::new(), tag: vec![1], order: Order::Down });
        Ok(WriteThing::NoContent)
    }
}

fn list(query: &str) -> Answered {
    ask(&Server::new(Store), request("GET", &format!("/things{query}")).body(String::new()).unwrap())
}

fn add(body: &str) -> Answered {
    let request = request("POST", "/things").header("content-type", "application/json");
    ask(&Server::new(Store), request.body(body.to_owned()).unwrap())
}

#[test]
fn a_parameter_that_is_not_sent_has_its_default() {
    assert_eq!(list("?exact=true").body, r#"{"total":20}"#);
    assert_eq!(list("?exact=true&limit=3&order=up").body, r#"{"total":3}"#);
    assert_eq!(list("?exact=true&order=down").body, "{}");
}

#[test]
fn a_default_makes_nothing_optional_that_is_required_and_nothing_good_that_is_wrong() {
    let answered = list("?limit=many");
    assert_eq!(answered.status, 422);
    assert!(answered.body.contains(r#"{"type":"int_parsing","loc":["query","limit"],"#), "{}", answered.body);
    assert!(answered.body.contains(r#"{"type":"missing","loc":["query","exact"],"#), "{}", answered.body);
}

#[test]
fn a_property_that_is_not_sent_has_its_default() {
    let expected = concat!(
        r#"{"name":"n","text":"a \"b\"","empty":"","count":-3,"whole":100,"weight":2.0,"ratio":0.1,"on":false,"#,
        r#""order":"up","other":"down","nothing":null,"something":7,"none":[],"words":["a",""],"orders":["up","down"]}"#
    );
    let answered = add(r#"{"name":"n"}"#);
    assert_eq!((answered.status, answered.body.as_str()), (200, expected));
}

#[test]
fn what_is_sent_stands_be_it_null_or_empty() {
    let answered = add(r#"{"name":"","text":"","count":0,"something":null,"words":[],"plain":""}"#);
    for member in [r#""text":"""#, r#""count":0"#, r#""something":null"#, r#""words":[]"#, r#""plain":"""#] {
        assert!(answered.body.contains(member), "{member}: {}", answered.body);
    }
}

#[test]
fn a_field_that_is_not_sent_or_empty_has_its_default() {
    let request = request("PUT", "/things").header("content-type", "application/x-www-form-urlencoded");
    let answered = ask(&Server::new(Store), request.body("tag=&order=down".to_owned()).unwrap());
    assert_eq!(answered.status, 204, "{}", answered.body);
}
