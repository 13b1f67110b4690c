//! Bodies in parts: files, fields and JSON in them, and the same fields in a form.

#[path = "../../driven/multipart/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::io;
use std::sync::Mutex;

use generated::{AddAlbum, AddNote, AddNoteBody, Album, Api, Server};
use specwright_runtime::{Context, Uploads};

use crate::{Answered, ask, request};

/// Remembers what was sent.
#[derive(Default)]
struct Desk;

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn see(what: String) {
    SEEN.lock().unwrap().push(what);
}

fn has_seen(what: &str) -> bool {
    SEEN.lock().unwrap().iter().any(|seen| seen == what)
}

impl Api for Desk {
    type Error = io::Error;

    async fn add_album(&self, _: &Context, album: Album) -> io::Result<AddAlbum> {
        let mut told = String::new();
        for photo in album.photos.iter().chain(&album.cover).chain(&album.raw) {
            let content = photo.bytes().await?;
            told += &format!("{:?} {:?} {content:?}; ", photo.filename(), photo.media_type());
        }
        let labels = album.labels.iter().flatten().chain(&album.owner).map(|label| label.text.as_str());
        see(format!("{told}{} {:?} {:?}", album.copies, labels.collect::<Vec<_>>(), album.area));
        Ok(AddAlbum::NoContent)
    }

    async fn add_note(&self, _: &Context, body: Option<AddNoteBody>) -> io::Result<AddNote> {
        let (source, note) = match body {
            None => ("none", None),
            Some(AddNoteBody::Multipart(note)) => ("parts", Some(note)),
            Some(AddNoteBody::Form(note)) => ("form", Some(note)),
        };
        see(format!(
            "{source} {:?}",
            note.map(|note| (note.text, note.tags, note.from.map(|from| from.text)))
        ));
        Ok(AddNote::NoContent)
    }
}

const TYPE: &str = "multipart/form-data; boundary=b";

fn send(path: &str, media_type: &str, body: &str) -> Answered {
    let request = request("POST", path).header("content-type", media_type);
    ask(&Server::new(Desk), request.body(body.to_owned()).unwrap())
}

fn part(disposition: &str, media_type: &str, content: &str) -> String {
    format!(
        "--b\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {media_type}\r\n\r\n{content}\r\n"
    )
}

const PHOTO: &str = "--b\r\nContent-Disposition: form-data; name=photos; filename=a.png\r\n\r\nphoto\r\n";

#[test]
fn files_fields_and_json_reach_the_handler() {
    let body = PHOTO.to_owned()
        + &part("name=raw", "x/y", "raw")
        + &part("name=cover; filename=c", "image/jpeg", "cover")
        + &part("name=copies", "text/plain", "2")
        + &part("name=labels", "application/json", r#"{"text":"one"}"#)
        + &part("name=labels", "application/json", r#"{"text":"two"}"#)
        + &part("name=owner", "text/plain", r#"{"text":"Ann"}"#)
        + &part("name=area", "application/json", "[1, 2]")
        + "--b--";
    assert_eq!(send("/albums", TYPE, &body).status, 204);
    let wanted = r#"Some("a.png") None b"photo"; Some("c") Some("image/jpeg") b"cover"; None Some("x/y") b"raw"; 2 ["one", "two", "Ann"] Some([[1.0, 2.0]])"#;
    assert!(has_seen(wanted), "{:?}", SEEN.lock().unwrap());
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let body = part("name=cover; filename=c", "image/gif", "")
        + &part("name=copies", "text/plain", "0")
        + &part("name=labels", "application/json", r#"{"text":""}"#)
        + &part("name=more", "text/plain", "x")
        + "--b--";
    let answered = send("/albums", TYPE, &body);
    assert_eq!(answered.status, 422);
    for problem in [
        r#"{"type":"missing","loc":["body","photos"]"#,
        r#"{"type":"value_error","loc":["body","cover"]"#,
        r#"{"type":"greater_than_equal","loc":["body","copies"]"#,
        r#"{"type":"string_too_short","loc":["body","labels",0,"text"]"#,
        r#"{"type":"extra_forbidden","loc":["body","more"]"#,
    ] {
        assert!(answered.body.contains(problem), "{problem} in {}", answered.body);
    }
}

#[test]
fn the_same_fields_come_in_parts_or_as_a_form() {
    let body = part("name=text", "text/plain", "in parts") + &part("name=tags", "text/plain", "a") + "--b--";
    assert_eq!(send("/notes", TYPE, &body).status, 204);
    let form = "text=in+a+form&from=%7B%22text%22:%22Ann%22%7D";
    assert_eq!(send("/notes", "application/x-www-form-urlencoded", form).status, 204);
    assert!(has_seen(r#"parts Some(("in parts", Some(["a"]), None))"#), "{:?}", SEEN.lock().unwrap());
    assert!(has_seen(r#"form Some(("in a form", None, Some("Ann")))"#), "{:?}", SEEN.lock().unwrap());
}

#[test]
fn an_optional_body_of_no_bytes_is_none_and_another_media_type_415() {
    assert_eq!(send("/notes", "text/plain", "").status, 204);
    assert!(has_seen("none None"));
    assert_eq!(send("/notes", "text/plain", "x").status, 415);
    assert_eq!(send("/albums", "application/json", "{}").status, 415);
}

#[test]
fn files_have_a_limit_of_their_own() {
    let photo = PHOTO.replace("photo\r\n", &("x".repeat(3_000_000) + "\r\n"));
    assert_eq!(send("/albums", TYPE, &(photo.clone() + "--b--")).status, 204);
    let server = Server::new(Desk).uploads(Uploads { max_file: 2_000_000, ..Uploads::default() });
    let request = request("POST", "/albums").header("content-type", TYPE);
    assert_eq!(ask(&server, request.body(photo + "--b--").unwrap()).status, 413);
}
