//! Bodies of one of several media types, and those that are handed over as they come.

#[path = "../../driven/body_media_types/mod.rs"]
#[rustfmt::skip]
mod generated;

use generated::{
    AddFeed, AddPet, AddPetBody, AddScan, Api, PatchPet, Pet, ReplacePicture, ReplacePictureBody, Server,
    SetCount,
};
use specwright_runtime::{ByteStream, Content, Context, ReadError, Uploads};

use crate::{Answered, ask, request};

/// Panics where what was sent is not what the test says in the header field `x-wanted`.
struct Desk;

fn see(context: &Context, seen: &str) {
    let wanted = context.headers().get("x-wanted").map(|wanted| wanted.to_str().unwrap());
    assert_eq!(wanted, Some(seen));
}

async fn told(stream: ByteStream) -> Result<String, ReadError> {
    let media_type = stream.media_type().to_owned();
    Ok(format!("{media_type} {:?}", stream.bytes().await?))
}

fn of_content(content: &Content) -> String {
    format!("{} {:?}", content.media_type, content.bytes)
}

impl Api for Desk {
    type Error = ReadError;

    async fn add_pet(&self, context: &Context, body: AddPetBody) -> Result<AddPet, ReadError> {
        see(
            context,
            &match body {
                AddPetBody::Json(pet) => format!("json {}", pet.name),
                AddPetBody::VndPetJson(pet) => format!("vnd {}", pet.name),
                AddPetBody::Form(pet) => format!("form {}", pet.name),
                AddPetBody::Xml(content) => of_content(&content),
                AddPetBody::Text(text) => format!("text {text}"),
            },
        );
        Ok(AddPet::NoContent)
    }

    async fn replace_picture(
        &self,
        context: &Context,
        body: Option<ReplacePictureBody>,
    ) -> Result<ReplacePicture, ReadError> {
        see(
            context,
            &match body {
                None => "none".to_owned(),
                Some(ReplacePictureBody::Png(stream)) => format!("png {}", told(stream).await?),
                Some(ReplacePictureBody::Image(stream)) => format!("image {}", told(stream).await?),
                Some(ReplacePictureBody::Text(stream)) => format!("text {}", told(stream).await?),
                Some(ReplacePictureBody::Any(content)) => format!("any {}", of_content(&content)),
            },
        );
        Ok(ReplacePicture::NoContent)
    }

    async fn patch_pet(&self, context: &Context, pet: Pet) -> Result<PatchPet, ReadError> {
        see(context, &pet.name);
        Ok(PatchPet::NoContent)
    }

    async fn add_scan(&self, context: &Context, body: ByteStream) -> Result<AddScan, ReadError> {
        see(context, &told(body).await?);
        Ok(AddScan::NoContent)
    }

    async fn set_count(&self, context: &Context, body: Option<i64>) -> Result<SetCount, ReadError> {
        see(context, &format!("{body:?}"));
        Ok(SetCount::NoContent)
    }

    async fn add_feed(&self, context: &Context, body: Content) -> Result<AddFeed, ReadError> {
        see(context, &of_content(&body));
        Ok(AddFeed::NoContent)
    }
}

fn send(method: &str, path: &str, media_type: &str, body: &str, wanted: &str) -> Answered {
    let request = request(method, path).header("content-type", media_type).header("x-wanted", wanted);
    ask(&Server::new(Desk), request.body(body.to_owned()).unwrap())
}

#[test]
fn a_body_is_read_by_its_media_type() {
    for (media_type, body, wanted) in [
        ("application/json; charset=utf-8", r#"{"name":"Rex"}"#, "json Rex"),
        ("Application/Vnd.Pet+JSON", r#"{"name":"Rex"}"#, "vnd Rex"),
        ("application/x-www-form-urlencoded", "name=Rex", "form Rex"),
        ("application/xml; charset=utf-16", "<rex/>", "application/xml; charset=utf-16 b\"<rex/>\""),
        ("text/plain", "Rex", "text Rex"),
    ] {
        assert_eq!(send("POST", "/pets", media_type, body, wanted).status, 204, "{media_type}");
    }
}

#[test]
fn the_most_specific_media_type_wins() {
    for (media_type, wanted) in [
        ("image/png", "png image/png b\"x\""),
        ("image/gif", "image image/gif b\"x\""),
        ("text/csv", "text text/csv b\"x\""),
        ("application/json", "any application/json b\"x\""),
    ] {
        assert_eq!(send("PUT", "/pictures", media_type, "x", wanted).status, 204, "{media_type}");
    }
    assert_eq!(send("PUT", "/pictures", "image/png", "", "none").status, 204);
}

#[test]
fn what_no_media_type_admits_is_415_and_what_is_not_there_is_missing() {
    for media_type in ["image/png", "application/merge-patch+json", "json"] {
        assert_eq!(send("POST", "/pets", media_type, "x", "").status, 415, "{media_type}");
    }
    let answered = send("POST", "/pets", "image/png", "", "");
    assert_eq!(answered.status, 422);
    assert!(answered.body.contains(r#"{"type":"missing","loc":["body"]"#), "{}", answered.body);
}

#[test]
fn another_json_is_read_where_the_document_names_it() {
    assert_eq!(
        send("PATCH", "/patches", "application/merge-patch+json", r#"{"name":"Rex"}"#, "Rex").status,
        204
    );
    assert_eq!(send("PATCH", "/patches", "application/json", r#"{"name":"Rex"}"#, "Rex").status, 415);
}

#[test]
fn text_is_held_against_its_schema() {
    assert_eq!(send("PUT", "/counts", "text/plain", "7", "Some(7)").status, 204);
    assert_eq!(send("PUT", "/counts", "text/plain", "", "None").status, 204);
    assert!(send("PUT", "/counts", "text/plain", "0", "").body.contains("greater_than_equal"));
    assert!(send("PUT", "/counts", "text/plain", "x", "").body.contains("int_parsing"));
    assert_eq!(send("PUT", "/counts", "text/plain; charset=iso-8859-1", "7", "").status, 415);
    assert!(send("POST", "/pets", "text/plain", &"x".repeat(21), "").body.contains("string_too_long"));
}

#[test]
fn a_stream_is_read_by_the_handler_and_too_long_a_one_is_413() {
    let wanted = "application/octet-stream b\"scan\"";
    assert_eq!(send("POST", "/scans", "application/octet-stream", "scan", wanted).status, 204);
    assert_eq!(send("POST", "/scans", "application/octet-stream", "", wanted).status, 422);
    assert_eq!(send("POST", "/scans", "text/plain", "scan", wanted).status, 415);
    let server = Server::new(Desk).uploads(Uploads { max_body: 3, ..Uploads::default() });
    let request = request("POST", "/scans").header("content-type", "application/octet-stream");
    assert_eq!(ask(&server, request.body("scan".to_owned()).unwrap()).status, 413);
}

#[test]
fn xml_is_handed_over_with_what_it_says_that_it_is() {
    let wanted = "application/rss+xml; charset=utf-8 b\"<rss/>\"";
    assert_eq!(send("POST", "/feeds", "application/rss+xml; charset=utf-8", "<rss/>", wanted).status, 204);
    assert_eq!(send("POST", "/feeds", "application/xml", "<rss/>", wanted).status, 415);
}
