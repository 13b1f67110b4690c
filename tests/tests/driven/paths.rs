//! Many paths: the one that OpenAPI means is found, whatever is asked for.

#[path = "../../driven/many_paths/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use generated::*;
use proptest::prelude::*;
use specwright::source::Source;
use specwright_runtime::Context;
use specwright_tests::place::here;
use specwright_tests::routing::{Request, Template, meant};

use crate::{ask, request};

/// Notes which operation was called.
struct Recorder(Arc<Mutex<Option<&'static str>>>);

macro_rules! recorder {
    ($($method:ident($($parameters:ty)?) -> $answer:ident;)+) => {
        impl Api for Recorder {
            type Error = Infallible;

            $(
                async fn $method(&self, context: &Context $(, _: $parameters)?) -> Result<$answer, Infallible> {
                    *self.0.lock().unwrap() = Some(context.operation());
                    Ok($answer::NoContent)
                }
            )+
        }
    };
}

recorder! {
    root() -> Root;
    a() -> A;
    a_slash() -> ASlash;
    a_xc(AXcParameters) -> AXc;
    a_bd() -> ABd;
    a_b() -> AB;
    post_ab() -> PostAb;
    a_x(AXParameters) -> AX;
    a_x_slash(AXSlashParameters) -> AXSlash;
    a_xye(AXyeParameters) -> AXye;
    a_byf(AByfParameters) -> AByf;
    a_xcg(AXcgParameters) -> AXcg;
    a_bcz(ABczParameters) -> ABcz;
    w(WParameters) -> W;
    w_b(WBParameters) -> WB;
    w_bd_slash(WBdSlashParameters) -> WBdSlash;
    encoded() -> Encoded;
}

/// The operation that the server calls for a path.
fn called(path: &str) -> Option<&'static str> {
    let called = Arc::default();
    let server = Server::new(Recorder(Arc::clone(&called)));
    let answered = ask(&server, request("GET", path).body(String::new()).unwrap());
    let called = *called.lock().unwrap();
    assert_eq!(called.is_some(), answered.status == 204, "{path} is answered with {}", answered.status);
    called
}

/// The templates of the document, each with its operation of GET.
fn templates() -> Vec<(Template, String)> {
    let source = Source::read(&here().join("cases/many-paths/spec.yaml")).unwrap();
    let paths = source.tree().pointer("/paths").and_then(|paths| paths.as_object()).unwrap();
    let operation =
        |item: &serde_json::Value| item.pointer("/get/operationId").unwrap().as_str().unwrap().to_owned();
    paths.iter().map(|(path, item)| (Template::of(path), operation(item))).collect()
}

#[test]
fn the_concrete_path_comes_before_the_templated() {
    for (path, operation) in [
        ("/a/b", "aB"),
        ("/a/z", "aX"),
        ("/a/b/", "aXSlash"),
        ("/a/b/c/g", "aBCZ"),
        ("/a/z/c/g", "aXCG"),
        ("/k/%C3%A9%2F", "encoded"),
        ("/k/b", "wB"),
        ("/%61", "a"),
    ] {
        assert_eq!(called(path), Some(operation), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_request_finds_the_path_that_is_meant(
        segments in prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d", "e", "f", "g", "k", "é/", "x y"]), 0..6),
        slash: bool,
    ) {
        let asked = Request { slash: slash || segments.is_empty(), segments: segments.iter().map(|text| (*text).to_owned()).collect() };
        let templates = templates();
        let all: Vec<Template> = templates.iter().map(|(template, _)| template.clone()).collect();
        let wanted = meant(&all, &asked).map(|index| templates[index].1.as_str());
        prop_assert_eq!(called(&asked.path()), wanted);
    }
}
