//! What OpenAPI 3.2 adds: methods of any name, the query as a whole, cookies of their own, the device flow.

#[path = "../../driven/openapi_32/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::*;
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use specwright_runtime::{Context, Cors};

use crate::{Answered, ask, request};

/// Answers with what it was asked.
struct Echo;

impl Authenticate for Echo {
    type Television = ();

    async fn television(&self, _: &Context, _: BearerToken, scopes: Scopes) -> Result<(), Denied> {
        assert_eq!(scopes, ["things:write"]);
        Ok(())
    }
}

impl Things for Echo {
    type Error = Infallible;

    async fn search_things(&self, _: &Context, body: Thing) -> Result<SearchThings, Infallible> {
        Ok(SearchThings::Ok(vec![body]))
    }

    async fn list_things(
        &self,
        _: &Context,
        parameters: ListThingsParameters,
    ) -> Result<ListThings, Infallible> {
        let things = parameters.filter.map(|filter| Thing { name: format!("{filter:?}") });
        Ok(ListThings::Ok(things.into_iter().collect()))
    }

    async fn copy_things(
        &self,
        _: &Context,
        (): (),
        parameters: CopyThingsParameters,
    ) -> Result<CopyThings, Infallible> {
        let is_good = parameters.marks.is_none_or(|marks| marks == [1, 2]);
        Ok(if is_good { CopyThings::NoContent } else { CopyThings::Forbidden })
    }

    async fn find_properties(&self, _: &Context) -> Result<FindProperties, Infallible> {
        Ok(FindProperties::NoContent)
    }
}

impl Api for Echo {
    type Error = Infallible;

    async fn by_shape(&self, _: &Context, _: ByShapeParameters) -> Result<ByShape, Infallible> {
        Ok(ByShape::NoContent)
    }

    async fn read_place(
        &self,
        _: &Context,
        parameters: ReadPlaceParameters,
    ) -> Result<ReadPlace, Infallible> {
        assert_eq!(parameters.place, "Bø");
        let seen = Filter { name: Some("a%20b".to_owned()), size: Some(Some(7)) };
        assert!(parameters.seen.is_none_or(|filter| filter == seen));
        Ok(ReadPlace::NoContent)
    }
}

fn sent(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answered {
    let server = Server::new(Echo).cors(Cors::origins(["https://front.example"]).unwrap());
    let request =
        headers.iter().fold(request(method, path), |request, (name, value)| request.header(*name, *value));
    ask(&server, request.body(body.to_owned()).unwrap())
}

fn status(method: &str, path: &str, headers: &[(&str, &str)]) -> u16 {
    sent(method, path, headers, "").status
}

const TOKEN: (&str, &str) = ("authorization", "Bearer t");

#[test]
fn a_query_has_content() {
    let json = [("content-type", "application/json")];
    let answered = sent("QUERY", "/things", &json, r#"{"name":"a"}"#);
    assert_eq!((answered.status, answered.body.as_str()), (200, r#"[{"name":"a"}]"#));
    assert_eq!(sent("QUERY", "/things", &json, "{}").status, 422);
}

#[test]
fn a_method_of_any_name_is_an_operation() {
    assert_eq!(status("COPY", "/things", &[TOKEN]), 204);
    assert_eq!(status("PROPFIND", "/things", &[]), 204);
}

#[test]
fn a_method_of_any_name_asks_for_credentials() {
    assert_eq!(status("COPY", "/things", &[]), 401);
}

#[test]
fn a_method_that_is_not_there_is_told_those_that_are() {
    for method in ["MOVE", "copy", "POST"] {
        let answered = sent(method, "/things", &[], "");
        assert_eq!(answered.status, 405, "{method}");
        assert_eq!(answered.header("allow"), Some("QUERY, GET, HEAD, COPY, PROPFIND"));
    }
}

#[test]
fn other_origins_may_send_methods_of_any_name() {
    let preflight = |method| {
        let asked = [("origin", "https://front.example"), ("access-control-request-method", method)];
        sent("OPTIONS", "/things", &asked, "")
    };
    for method in ["QUERY", "COPY"] {
        let answered = preflight(method);
        assert_eq!(answered.status, 204, "{method}");
        assert_eq!(answered.header("access-control-allow-methods"), Some(method));
    }
    assert_eq!(preflight("MOVE").header("access-control-allow-methods"), None);
}

#[test]
fn a_slash_too_many_is_redirected_whatever_the_method() {
    assert_eq!(status("COPY", "/things/", &[]), 307);
}

#[test]
fn the_whole_query_is_a_form() {
    let listed = |path| sent("GET", path, &[], "").body;
    assert_eq!(listed("/things"), "[]");
    assert!(listed("/things?name=a+b&x=y").contains(r#"Filter { name: Some(\"a b\"), size: None }"#));
    assert_eq!(status("GET", "/things?size=x", &[]), 422);
}

#[test]
fn the_whole_query_is_json() {
    assert_eq!(status("GET", "/things/by-shape?%5B1,2%5D", &[]), 204);
    assert_eq!(status("GET", "/things/by-shape?a=b", &[]), 422);
    assert_eq!(status("GET", "/things/by-shape", &[]), 422);
}

#[test]
fn each_item_or_member_is_a_cookie_of_its_own() {
    assert_eq!(status("COPY", "/things", &[TOKEN, ("cookie", "marks=1; a=b; marks=2")]), 204);
    assert_eq!(status("COPY", "/things", &[TOKEN, ("cookie", "marks=3")]), 403);
    assert_eq!(status("GET", "/near/B%C3%B8", &[("cookie", "size=7; name=a%20b")]), 204);
    assert_eq!(status("GET", "/near/B%C3%B8", &[("cookie", "size=x")]), 422);
}

#[test]
fn plain_text_in_a_path_is_read_like_a_string() {
    assert_eq!(status("GET", "/near/B%C3%B8", &[]), 204);
    assert_eq!(status("GET", "/near/B", &[]), 422);
}
