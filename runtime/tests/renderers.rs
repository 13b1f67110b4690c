//! Errors of the server itself, in another shape than FastAPI's.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod head;
mod shop;
#[path = "shop/socket.rs"]
mod socket;

use bytes::Bytes;
use http::HeaderValue;
use http_body_util::Full;
use serde_json::{Value, json};
use shop::wanted::{self, Server};
use shop::{Answered, Shop, ask, request, with_body};
use specwright_runtime::{
    Binary, Context, Cors, Failure, Rejection, Rendered, Reply, Response, Server as ServerOf,
};
use tokio::net::TcpListener;

const TOKEN: &str = "Authorization: Bearer foobar";
const JSON: &str = "Content-Type: application/json";

/// What a server with problem details answers.
async fn problem(method: &str, target: &str, fields: &[&str]) -> (Answered, Value) {
    told(ask(Server::new(Shop).problem_details(), request(method, target, fields)).await)
}

async fn ordered(fields: &[&str], content: impl Into<Bytes>) -> (Answered, Value) {
    let server = Server::new(Shop).problem_details();
    told(ask(server, with_body("POST", "/orders", fields, Full::new(content.into()))).await)
}

fn told(answer: Answered) -> (Answered, Value) {
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{answer:?}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    let told: Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(told["status"], answer.status.as_u16());
    assert_eq!(told["type"], "about:blank");
    (answer, told)
}

/// What a server says that renders the status, the path that was asked for, and how many problems there are.
async fn own(method: &str, target: &str, fields: &[&str]) -> Answered {
    ask(Server::new(Shop).render(lines), request(method, target, fields)).await
}

fn lines(rejection: &Rejection, context: &Context) -> Rendered {
    let (status, path) = (rejection.status().as_u16(), context.uri().path());
    let text = format!("{status} {} {path}, {} problems", context.method(), rejection.problems().len());
    Rendered::new(HeaderValue::from_static("text/plain; charset=utf-8"), text)
}

#[tokio::test]
async fn a_problem_says_the_phrase_of_its_status() {
    let (_, not_found) = problem("GET", "/nothing", &[]).await;
    assert_eq!(not_found, json!({"type": "about:blank", "title": "Not Found", "status": 404}));
}

#[tokio::test]
async fn a_405_names_the_methods_whatever_renders_it() {
    for (target, allow) in [("/items/", "GET, HEAD"), ("/docs", "GET, HEAD")] {
        let (answer, told) = problem("DELETE", target, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, Some(allow)));
        assert_eq!(told["title"], "Method Not Allowed");
    }
}

#[tokio::test]
async fn a_challenge_stays_whatever_renders_the_answer() {
    let (answer, told) = problem("GET", "/items/", &[]).await;
    assert_eq!((answer.status.as_u16(), told["detail"].as_str()), (401, Some("Not authenticated")));
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let answer = own("GET", "/items/", &["Authorization: Bearer revoked"]).await;
    assert_eq!(answer.text(), "401 GET /items/, 0 problems");
    assert_eq!(answer.header("www-authenticate"), Some(r#"Bearer error="invalid_token""#));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn what_could_not_be_verified_is_a_problem_without_its_reason() {
    for (token, status, title) in
        [("down", 503, "Service Unavailable"), ("broken", 500, "Internal Server Error")]
    {
        let (answer, told) = problem("GET", "/items/", &[&format!("Authorization: Bearer {token}")]).await;
        assert_eq!((answer.status.as_u16(), told["title"].as_str()), (status, Some(title)));
        assert!(!answer.text().contains("hunter2"));
    }
}

#[tokio::test]
async fn a_failed_operation_is_a_problem_without_its_reason() {
    let (answer, told) = problem("GET", "/items/", &["Authorization: Bearer trouble"]).await;
    assert_eq!(told, json!({"type": "about:blank", "title": "Internal Server Error", "status": 500}));
    assert_eq!(answer.status, 500);
    let (_, told) = problem("GET", "/items/", &["Authorization: Bearer pause"]).await;
    assert_eq!(told["title"], "Service Unavailable");
}

#[tokio::test]
async fn problems_of_a_request_are_listed_with_pointers_into_the_body() {
    let (answer, told) = ordered(&[TOKEN, JSON], r#"{"item": "", "c~/ü": 1}"#).await;
    assert_eq!(answer.status, 422);
    assert_eq!(told["title"], "Unprocessable Content");
    assert_eq!(told["detail"], "The request has 3 problems.");
    let errors = told["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    assert!(pointers.contains(&"#/item") && pointers.contains(&"#/c~0~1%C3%BC"), "{pointers:?}");
    assert!(errors.iter().all(|error| error["loc"][0] == "body" && error["msg"].is_string()), "{told}");
}

#[tokio::test]
async fn a_problem_of_a_parameter_has_no_pointer() {
    let (_, told) = problem("GET", "/orders/x", &["Authorization: Bearer t", "X-Shelf: a"]).await;
    assert_eq!(told["detail"], "The request has a problem.");
    assert_eq!(told["errors"][0]["loc"], json!(["path", "orderId"]));
    assert_eq!(told["errors"][0].get("pointer"), None);
}

#[tokio::test]
async fn malformed_json_is_told_by_line_and_column_at_the_body() {
    let (_, told) = ordered(&[TOKEN, JSON], "{\n  \"item\": rake}").await;
    let error = &told["errors"][0];
    assert_eq!((&error["type"], &error["loc"]), (&json!("json_invalid"), &json!(["body"])));
    assert_eq!(error["pointer"], "#");
    assert!(error["msg"].as_str().unwrap().starts_with("line 2, column 11: "), "{error}");
}

#[tokio::test]
async fn more_than_a_hundred_problems_are_said_to_be_more() {
    let members: Vec<String> = (0..150).map(|index| format!("\"m{index}\": 0")).collect();
    let (_, told) = ordered(&[TOKEN, JSON], format!("{{{}}}", members.join(","))).await;
    assert_eq!(told["errors"].as_array().unwrap().len(), 100);
    assert_eq!(told["detail"], "The request has 100 problems or more, of which these are the first.");
}

#[tokio::test]
async fn bodies_that_are_not_read_are_problems() {
    let (answer, told) = ordered(&[TOKEN, "Content-Type: text/plain"], "rake").await;
    assert_eq!((answer.status.as_u16(), &told["title"]), (415, &json!("Unsupported Media Type")));
    let server = Server::new(Shop).problem_details().max_body(1);
    let request = with_body("POST", "/orders", &[TOKEN, JSON], Full::<Bytes>::from("{}"));
    let (answer, told) = self::told(ask(server, request).await);
    assert_eq!((answer.status.as_u16(), &told["title"]), (413, &json!("Content Too Large")));
}

/// The problem where an operation would have this response.
async fn instead_of(response: fn() -> Result<Response, Failure>, fields: &[&str]) -> (Answered, Value) {
    let server = ServerOf::<head::Operations>::new(Box::new(move |_| response())).problem_details();
    told(ask(server, request("GET", "/", fields)).await)
}

#[tokio::test]
async fn a_part_and_a_version_that_are_not_there_are_problems() {
    let ten = || Ok(Reply::binary(200, "text/plain", Binary::from("0123456789").entity_tag("a")).into());
    let (answer, told) = instead_of(ten, &["Range: bytes=10-"]).await;
    assert_eq!((answer.status.as_u16(), &told["title"]), (416, &json!("Range Not Satisfiable")));
    assert_eq!(answer.header("content-range"), Some("bytes */10"));
    let (answer, told) = instead_of(ten, &["If-Match: \"b\""]).await;
    assert_eq!((answer.status.as_u16(), &told["title"]), (412, &json!("Precondition Failed")));
}

#[tokio::test]
async fn a_client_that_accepts_nothing_is_told_by_a_problem() {
    let (answer, told) = instead_of(|| Err(Failure::not_acceptable()), &[]).await;
    assert_eq!((answer.status.as_u16(), &told["title"]), (406, &json!("Not Acceptable")));
}

#[tokio::test]
async fn a_request_that_cannot_be_routed_is_rendered_too() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(Server::new(Shop).problem_details().serve(listener));
    let response = socket::exchange(address, "GET /items/ HTTP/1.1\r\n\r\n").await;
    assert!(response.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{response}");
    assert!(response.ends_with(r#"{"type":"about:blank","title":"Bad Request","status":400}"#), "{response}");
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_a_problem_too() {
    let (answer, told) = ordered(&[TOKEN, JSON], r#"{"item": "a\nb", "count": 1}"#).await;
    assert_eq!((answer.status.as_u16(), &told["title"]), (500, &json!("Internal Server Error")));
    assert_eq!(answer.header("location"), None);
}

#[tokio::test]
async fn declared_responses_are_not_rendered() {
    let answer = own("GET", "/orders/404", &[TOKEN, "X-Shelf: a"]).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (404, r#"{"detail":"No such order"}"#));
}

#[tokio::test]
async fn a_renderer_of_ones_own_knows_the_request_and_says_content_and_media_type() {
    let answer = own("GET", "/orders/x?y", &[TOKEN, "X-Shelf: a"]).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (422, "422 GET /orders/x, 1 problems"));
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(own("PUT", "/nothing", &[]).await.text(), "404 PUT /nothing, 0 problems");
}

#[tokio::test]
async fn a_renderer_sees_that_credentials_are_secret() {
    let server = Server::new(Shop).render(|_, context| {
        Rendered::new(HeaderValue::from_static("text/plain"), format!("{:?}", context.headers()))
    });
    let answer = ask(server, request("GET", "/items/", &["Authorization: Bearer revoked"])).await;
    assert!(answer.text().contains("Sensitive") && !answer.text().contains("revoked"), "{}", answer.text());
}

#[tokio::test]
async fn a_renderer_may_answer_with_what_the_document_declares() {
    let server = Server::new(Shop).render(|rejection, _| match rejection {
        Rejection::NotFound => Rendered::json(&wanted::Problem { detail: "nicht da".to_owned() }),
        other => Rendered::detail(other),
    });
    let answer = ask(server.clone(), request("GET", "/nothing", &[])).await;
    assert_eq!(
        (answer.text(), answer.header("content-type")),
        (r#"{"detail":"nicht da"}"#, Some("application/json"))
    );
    let answer = ask(server, request("GET", "/items/", &[])).await;
    assert_eq!(answer.text(), r#"{"detail":"Not authenticated"}"#);
}

#[tokio::test]
async fn head_has_the_length_of_what_is_rendered_and_not_its_content() {
    let answer = own("HEAD", "/nothing", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (404, ""));
    assert_eq!(answer.header("content-length"), Some("29"));
}

#[tokio::test]
async fn pages_of_other_origins_may_read_what_is_rendered() {
    let cors = Cors::origins(["https://app.example"]).unwrap();
    let server = Server::new(Shop).cors(cors).problem_details();
    let home = "Origin: https://app.example";
    let (answer, _) = told(ask(server.clone(), request("GET", "/items/", &[home])).await);
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://app.example"));
    let preflight = request("OPTIONS", "/items/", &[home, "Access-Control-Request-Method: GET"]);
    assert_eq!(ask(server, preflight).await.status, 204);
}
