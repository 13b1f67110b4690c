//! What comes back: media types that the client chooses, parts of files, streams of items, statuses that the document leaves open.

#[path = "../../driven/response_media_types/mod.rs"]
#[rustfmt::skip]
mod media_types;
#[path = "../../driven/response_ranges/mod.rs"]
#[rustfmt::skip]
mod ranges;
#[path = "../../driven/response_schemas/mod.rs"]
#[rustfmt::skip]
mod schemas;
#[path = "../../driven/response_streams/mod.rs"]
#[rustfmt::skip]
mod streams;

use std::convert::Infallible;

use media_types::{
    Count, ReadArchive, ReadPhoto, ReadReport, ReadReportOk, ReadReportOkType, ReadState, ReadStateOkBody,
};
use ranges::{DeleteJobs, ReadJobs, ReadJobsClientErrorStatus, Trouble};
use schemas::{CreateTool, ListTools, ReadAnything, ReadChanges, Tool};
use specwright_runtime::json::Json;
use specwright_runtime::security::{ApiKey, Denied};
use specwright_runtime::{Binary, Context, Event, Failure, Items};
use streams::{Price, ReadLines, ReadLinesOk, ReadNews, ReadPrices};

use crate::{Answered, ask, request};

struct Shed;

impl media_types::Api for Shed {
    type Error = Failure;

    async fn read_report(&self, context: &Context) -> Result<ReadReport, Failure> {
        let Some(wanted) = context.accept() else { return Ok(ReadReport::NotAcceptable) };
        Ok(ReadReport::Ok(match wanted {
            ReadReportOkType::Json => ReadReportOk::Json(Count { count: 3 }),
            ReadReportOkType::Text => ReadReportOk::Text("3 tools\n".to_owned()),
            ReadReportOkType::Html => ReadReportOk::Html("<p>3 tools</p>\n".to_owned()),
            ReadReportOkType::Csv => ReadReportOk::Csv("count\r\n3\r\n".to_owned()),
            ReadReportOkType::Xml => ReadReportOk::Xml("<count>3</count>".into()),
        }))
    }

    async fn read_state(&self, _: &Context) -> Result<ReadState, Failure> {
        Ok(ReadState::Ok(ReadStateOkBody::Shut))
    }

    async fn read_photo(&self, _: &Context) -> Result<ReadPhoto, Failure> {
        let body = Binary::from("0123456789").media_type("image/png").entity_tag("v1");
        Ok(ReadPhoto::Ok { cache_control: "max-age=60".to_owned(), body })
    }

    async fn read_archive(&self, _: &Context) -> Result<ReadArchive, Failure> {
        Ok(ReadArchive::Ok(Binary::from(vec![b'P', b'K']).media_type("text/html")))
    }
}

fn get(path: &str, fields: &[(&'static str, &'static str)]) -> Answered {
    let mut request = request("GET", path);
    for (name, value) in fields {
        request = request.header(*name, *value);
    }
    ask(&media_types::Server::new(Shed), request.body(String::new()).unwrap())
}

#[test]
fn the_client_chooses_among_the_media_types() {
    for (accept, media_type, body) in [
        ("*/*", "application/json", r#"{"count":3}"#),
        ("text/html;q=0.9, text/plain", "text/plain; charset=utf-8", "3 tools\n"),
        ("text/csv", "text/csv; header=present; charset=utf-8", "count\r\n3\r\n"),
        ("application/xml", "application/xml", "<count>3</count>"),
    ] {
        let answered = get("/report", &[("accept", accept)]);
        assert_eq!((answered.status, answered.body.as_str()), (200, body), "{accept}");
        assert_eq!(answered.header("content-type"), Some(media_type));
        assert_eq!(answered.header("vary"), Some("accept"));
    }
}

#[test]
fn a_client_that_accepts_none_of_them_gets_what_the_handler_says() {
    assert_eq!(get("/report", &[("accept", "image/png")]).status, 406);
}

#[test]
fn one_of_several_strings_may_be_text() {
    assert_eq!(get("/state", &[]).body, "shut");
}

#[test]
fn a_part_of_a_photo_is_sent_and_a_photo_that_is_known_is_not() {
    let part = get("/photo", &[("range", "bytes=2-4")]);
    assert_eq!((part.status, part.body.as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(part.header("content-type"), Some("image/png"));
    let known = get("/photo", &[("if-none-match", "\"v1\"")]);
    assert_eq!((known.status, known.header("cache-control")), (304, Some("max-age=60")));
}

#[test]
fn a_media_type_that_the_document_does_not_declare_is_not_sent() {
    assert_eq!(get("/archive", &[]).status, 500);
}

impl ranges::Authenticate for Shed {
    type Key = ();

    async fn key(&self, _: &Context, _: ApiKey) -> Result<(), Denied> {
        Ok(())
    }
}

impl ranges::Api for Shed {
    type Error = Failure;

    async fn read_jobs(&self, context: &Context) -> Result<ReadJobs, Failure> {
        let body = Trouble { detail: "No".to_owned() };
        let Some(wanted) = context.headers().get("x-status") else {
            let status = ReadJobsClientErrorStatus::of::<410>();
            return Ok(ReadJobs::ClientError { status, status_2: None, body });
        };
        let status = wanted.to_str()?.parse::<u16>()?.try_into()?;
        Ok(ReadJobs::Default { status, body })
    }

    async fn delete_jobs(&self, _: &Context, (): ()) -> Result<DeleteJobs, Failure> {
        Ok(DeleteJobs::Forbidden)
    }
}

fn jobs(fields: &[(&'static str, &'static str)]) -> Answered {
    let mut request = request("GET", "/jobs");
    for (name, value) in fields {
        request = request.header(*name, *value);
    }
    ask(&ranges::Server::new(Shed), request.body(String::new()).unwrap())
}

#[test]
fn a_range_and_the_default_have_the_status_that_the_handler_gives() {
    let gone = jobs(&[]);
    assert_eq!((gone.status, gone.body.as_str()), (410, r#"{"detail":"No"}"#));
    let broken = jobs(&[("x-status", "502")]);
    assert_eq!((broken.status, broken.body.as_str()), (502, r#"{"detail":"No"}"#));
}

#[test]
fn the_default_does_not_stand_for_what_is_declared_by_itself_or_has_no_content() {
    for status in ["200", "204", "404", "418", "100", "999"] {
        let answered = jobs(&[("x-status", status)]);
        assert_eq!(answered.body, r#"{"detail":"Internal Server Error"}"#, "{status}");
    }
}

impl streams::Api for Shed {
    type Error = Infallible;

    async fn read_prices(&self, _: &Context) -> Result<ReadPrices, Infallible> {
        let event = Event::new(Price { tool: "rake".to_owned(), cents: 950 }).named("price").id("1");
        Ok(ReadPrices::Ok(vec![event].into()))
    }

    async fn read_news(&self, _: &Context) -> Result<ReadNews, Infallible> {
        Ok(ReadNews::Ok(vec![Event::new("Rakes are\ncheap".to_owned())].into()))
    }

    async fn read_lines(&self, context: &Context) -> Result<ReadLines, Infallible> {
        let items = || Items::from(vec![Price { tool: "rake".to_owned(), cents: 950 }]);
        let body = match context.accept() {
            Some(streams::ReadLinesOkType::JsonSequence) => ReadLinesOk::JsonSequence(items()),
            Some(streams::ReadLinesOkType::JsonLines2) => ReadLinesOk::JsonLines2(items()),
            _ => ReadLinesOk::JsonLines(items()),
        };
        Ok(ReadLines::Ok { x_total: 1, body })
    }
}

fn stream(path: &str, accept: &str) -> Answered {
    let request = request("GET", path).header("accept", accept).body(String::new());
    ask(&streams::Server::new(Shed), request.unwrap())
}

#[test]
fn events_carry_json_or_text() {
    let prices = stream("/prices", "text/event-stream");
    assert_eq!(prices.body, "event: price\nid: 1\ndata: {\"tool\":\"rake\",\"cents\":950}\n\n");
    assert_eq!(prices.header("content-type"), Some("text/event-stream"));
    assert_eq!(stream("/news", "*/*").body, "data: Rakes are\ndata: cheap\n\n");
}

#[test]
fn items_are_lines_or_a_sequence() {
    let lines = stream("/lines", "application/jsonl");
    assert_eq!(lines.body, "{\"tool\":\"rake\",\"cents\":950}\n");
    assert_eq!(lines.header("x-total"), Some("1"));
    let sequence = stream("/lines", "application/json-seq");
    assert_eq!(sequence.body, "\u{1e}{\"tool\":\"rake\",\"cents\":950}\n");
}

impl schemas::Api for Shed {
    type Error = Failure;

    async fn list_tools(&self, _: &Context) -> Result<ListTools, Failure> {
        // A violation, which debug builds log and all builds send.
        Ok(ListTools::Ok(vec![Tool { name: String::new(), shape: None }]))
    }

    async fn create_tool(&self, _: &Context, body: Tool) -> Result<CreateTool, Failure> {
        Ok(CreateTool::Ok(body))
    }

    async fn read_changes(&self, _: &Context) -> Result<ReadChanges, Failure> {
        Ok(ReadChanges::Ok(vec![Tool { name: "rake".to_owned(), shape: Some(vec![1, 2]) }].into()))
    }

    async fn read_anything(&self, _: &Context) -> Result<ReadAnything, Failure> {
        let x_size = schemas::Size::new(3).map_err(|_| Failure::new("no size"))?;
        let x_either = Some(Json::from("a"));
        Ok(ReadAnything::Ok { x_size, x_either, body: Json::Null })
    }
}

#[test]
fn a_response_is_sent_though_its_schema_refuses_it() {
    let request = |path| request("GET", path).body(String::new()).unwrap();
    let server = schemas::Server::new(Shed);
    assert_eq!(ask(&server, request("/tools")).body, r#"[{"name":""}]"#);
    assert_eq!(ask(&server, request("/tools/changes")).body, "{\"name\":\"rake\",\"shape\":[1,2]}\n");
}

#[test]
fn a_header_may_be_a_scalar_of_any_type() {
    let request = request("GET", "/anything").body(String::new()).unwrap();
    let answered = ask(&schemas::Server::new(Shed), request);
    assert_eq!(answered.body, "null");
    for (name, value) in [("x-size", "3"), ("x-either", "a"), ("x-version", "2")] {
        assert_eq!(answered.header(name), Some(value), "{name}");
    }
}
