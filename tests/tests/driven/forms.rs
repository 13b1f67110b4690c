//! Forms that come in, and what is said of those that are wrong.

#[path = "../../driven/form_body/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::{
    AddMember, AddMemberBody, AddVisit, AddVisitParameters, Api, Note, SendNote, Server, Visit, WriteNote,
};
use specwright_runtime::Context;

use crate::{Answered, ask, request};

const FORM: &str = "application/x-www-form-urlencoded";

struct Book;

impl Api for Book {
    type Error = Infallible;

    async fn add_visit(
        &self,
        _: &Context,
        _: AddVisitParameters,
        body: Visit,
    ) -> Result<AddVisit, Infallible> {
        Ok(AddVisit::Ok(body))
    }

    async fn add_member(&self, _: &Context, body: Option<AddMemberBody>) -> Result<AddMember, Infallible> {
        assert!(body.is_none_or(|body| !body.name.is_empty()));
        Ok(AddMember::NoContent)
    }

    async fn send_note(&self, _: &Context, body: Note) -> Result<SendNote, Infallible> {
        assert_eq!(body.text.as_deref(), Some("a+b"));
        Ok(SendNote::NoContent)
    }

    async fn write_note(&self, _: &Context, body: Note) -> Result<WriteNote, Infallible> {
        assert_eq!(body.text.as_deref(), Some("a b"));
        Ok(WriteNote::NoContent)
    }
}

fn send(method: &str, path: &str, media_type: &str, body: &str) -> Answered {
    let request = request(method, path).header("content-type", media_type);
    ask(&Server::new(Book), request.body(body.to_owned()).unwrap())
}

fn visit(body: &str) -> Answered {
    send("POST", "/visits", FORM, body)
}

/// The problems with a request, each as `type ["way", …]`, in order.
fn problems(answered: &Answered) -> Vec<String> {
    assert_eq!(answered.status, 422, "{}", answered.body);
    let answer: serde_json::Value = serde_json::from_str(&answered.body).unwrap();
    let detail = answer["detail"].as_array().unwrap().iter();
    let mut problems: Vec<String> =
        detail.map(|problem| format!("{} {}", problem["type"].as_str().unwrap(), problem["loc"])).collect();
    problems.sort();
    problems
}

#[test]
fn each_field_has_the_type_of_its_property() {
    let answered =
        visit("name=A+%26+B&age=1e1&height=1.5&agree=true&tag=again&tag=first&form=1&%66orm=-2&more=x");
    let expected =
        r#"{"name":"A & B","age":10,"height":1.5,"agree":true,"tag":["again","first"],"form":[1,-2]}"#;
    assert_eq!((answered.status, answered.body.as_str()), (200, expected));
}

#[test]
fn what_is_optional_may_be_left_out_or_empty() {
    let expected = (200, r#"{"name":"Ann","age":30}"#.to_owned());
    for body in ["name=Ann&age=30", "name=Ann&age=30&height=&agree=&tag=&tag", "&age=30&&name=Ann&"] {
        let answered = visit(body);
        assert_eq!((answered.status, answered.body), expected, "{body}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once_with_what_is_wrong_with_parameters() {
    let answered =
        send("POST", "/visits?form=1&form=2", FORM, "name=A&age=+5&agree=on&tag=first&tag=last&form=x");
    assert_eq!(
        problems(&answered),
        [
            r#"bool_parsing ["body","agree"]"#,
            r#"enum ["body","tag",1]"#,
            r#"int_parsing ["body","age"]"#,
            r#"int_parsing ["body","form",0]"#,
            r#"repeated ["query","form"]"#,
            r#"string_too_short ["body","name"]"#,
        ]
    );
}

#[test]
fn t1_the_media_type_is_that_of_a_form_in_any_case_and_with_any_parameter() {
    for good in ["Application/X-WWW-Form-URLEncoded", "application/x-www-form-urlencoded; charset=utf-8"] {
        assert_eq!(send("POST", "/visits", good, "name=Ann&age=30").status, 200, "{good}");
    }
    for other in
        ["application/json", "multipart/form-data; boundary=b", "text/plain", "x-www-form-urlencoded"]
    {
        let answered = send("POST", "/visits", other, "name=Ann&age=30");
        assert_eq!(answered.body, r#"{"detail":"Unsupported Media Type"}"#, "{other}");
        assert_eq!(answered.status, 415, "{other}");
    }
}

#[test]
fn t1_another_method_is_405_with_allow() {
    let answered = send("GET", "/visits", FORM, "name=Ann&age=30");
    assert_eq!((answered.status, answered.header("allow")), (405, Some("POST")));
}

#[test]
fn no_body_is_missing_where_it_is_required_whatever_its_media_type() {
    for media_type in [FORM, "text/plain"] {
        assert_eq!(problems(&send("POST", "/visits", media_type, "")), [r#"missing ["body"]"#]);
        assert_eq!(send("POST", "/members", media_type, "").status, 204);
    }
}

#[test]
fn t2_twice_is_repeated_empty_is_absent_and_unknown_is_ignored() {
    assert_eq!(problems(&visit("name=Ann&age=30&name=Ann")), [r#"repeated ["body","name"]"#]);
    assert_eq!(problems(&visit("name=&age=30")), [r#"missing ["body","name"]"#]);
    assert_eq!(visit("name=Ann&name=&age=30&extra=1&extra=2").status, 200);
}

#[test]
fn an_unknown_field_of_a_closed_form_is_extra() {
    assert_eq!(send("POST", "/members", FORM, "name=Ann&plan=power").status, 204);
    let answered = send("POST", "/members", FORM, "name=Ann&extra=1&plan=great");
    assert_eq!(problems(&answered), [r#"enum ["body","plan"]"#, r#"extra_forbidden ["body","extra"]"#]);
}

#[test]
fn one_type_is_read_from_json_and_from_a_form() {
    assert_eq!(send("POST", "/notes", "application/json", r#"{"text":"a+b"}"#).status, 204);
    assert_eq!(send("PUT", "/notes", FORM, "text=a+b").status, 204);
    assert_eq!(send("POST", "/notes", FORM, "text=a+b").status, 415);
    assert_eq!(send("PUT", "/notes", "application/json", r#"{"text":"a b"}"#).status, 415);
}

#[test]
fn what_was_sent_is_in_no_answer() {
    let answered =
        visit("name=h&age=hunter2&height=hunter2&agree=hunter2&tag=hunter2&form=hunter2&name=hunter2");
    assert_eq!(problems(&answered).len(), 6);
    assert!(!answered.body.contains("hunter2"), "{}", answered.body);
}
