//! A body that comes in and goes out again: what is absent, what is null and what is there stay apart.

#[path = "../../driven/nullable_30/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::{Api, ReplaceThing, Server, Thing};
use specwright_runtime::Context;

use crate::{Answered, ask, request};

struct Echo;

impl Api for Echo {
    type Error = Infallible;

    async fn replace_thing(&self, _: &Context, body: Thing) -> Result<ReplaceThing, Infallible> {
        Ok(ReplaceThing::Ok(body))
    }
}

fn replace(body: &str) -> Answered {
    let request = request("PUT", "/things").header("content-type", "application/json");
    ask(&Server::new(Echo), request.body(body.to_owned()).unwrap())
}

#[test]
fn what_is_absent_what_is_null_and_what_is_there_stay_apart() {
    for body in [
        r#"{"required":1,"requiredNullable":null}"#,
        r#"{"required":1,"optional":2,"requiredNullable":3}"#,
        r#"{"required":1,"requiredNullable":null,"optionalNullable":null,"list":[],"referred":null,"choice":null}"#,
        r#"{"required":1,"requiredNullable":4,"optionalNullable":"abc","list":[true,null],"referred":{},"choice":"two"}"#,
        r#"{"required":1,"requiredNullable":4,"referred":{"on":false}}"#,
    ] {
        let answered = replace(body);
        assert_eq!((answered.status, answered.body.as_str()), (200, body));
    }
}

#[test]
fn null_is_refused_where_it_does_not_belong() {
    let answered = replace(r#"{"required":null,"optional":null,"list":null}"#);
    assert_eq!(answered.status, 422);
    for name in ["required", "optional", "requiredNullable", "list"] {
        assert!(answered.body.contains(&format!(r#"["body","{name}"]"#)), "{name} in {}", answered.body);
    }
}

#[test]
fn a_body_that_is_required_must_be_there() {
    assert_eq!(replace("").status, 422);
}

#[test]
fn another_method_is_told_which_there_are() {
    let answered = ask(&Server::new(Echo), request("GET", "/things").body(String::new()).unwrap());
    assert_eq!((answered.status, answered.header("allow")), (405, Some("PUT")));
}
