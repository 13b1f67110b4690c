//! What is read from bodies with parts, what is refused, and at which places.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails where it stands"
)]

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context as TaskContext, Poll};

use bytes::Bytes;
use http::Request;
use http_body::Frame;
use proptest::prelude::*;

use super::parser::{Event, Parser};
use super::{FILE, File, sent_as};
use crate::context::{Context, Served};
use crate::decode::{Decode, INT64, INTEGER, Node, STRING, list, of};
use crate::form::{DecodeForm, Form};
use crate::input::Input;
use crate::parameter::json;
use crate::problem::Step;
use crate::rejection::Rejection;
use crate::uploads::Uploads;

struct Label {
    count: i64,
}

impl Decode for Label {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let count = node.object()?.required("count", INT64.min(1))?;
        Some(Self { count })
    }
}

struct Album {
    photos: Vec<File>,
    cover: Option<File>,
    owner: Option<String>,
    copies: i64,
    label: Option<Label>,
}

impl DecodeForm for Album {
    const FILES: &'static [&'static str] = &["photos", "cover"];

    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let photos = form.required("photos", list(FILE.length(0, 100_000)).items(1, 2));
        let cover = form.optional("cover", sent_as(&["image/png", "video/*"], FILE));
        let owner = form.optional("owner", STRING.length(2, 20));
        let copies = form.default("copies", INTEGER.min(1), || 1);
        let label = form.optional("label", sent_as(&["application/json"], json(of::<Label>())));
        form.closed();
        let (Some(photos), Some(cover), Some(owner), Some(copies), Some(label)) =
            (photos, cover, owner, copies, label)
        else {
            return None;
        };
        Some(Self { photos, cover, owner, copies, label })
    }
}

/// A body in pieces.
struct Pieces(Vec<Bytes>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop().map(|piece| Ok(Frame::data(piece))))
    }
}

fn pieces(body: &[u8], length: usize) -> Pieces {
    Pieces(body.chunks(length).rev().map(Bytes::copy_from_slice).collect())
}

const TYPE: &str = "multipart/form-data; boundary=----shed";

async fn sent(
    body: Pieces,
    media_type: &str,
    uploads: Uploads,
) -> Result<Result<Album, Vec<String>>, Rejection> {
    let request = Request::post("/").header("content-type", media_type).extension(uploads);
    let (head, ()) = request.body(()).unwrap().into_parts();
    let context = Context::new(head, Served { under: 0, max_body: 1000, peer: None }, &[]);
    let mut input = Input::of(&context);
    let read = input.multipart(body, of::<Album>()).await?;
    Ok(read.ok_or_else(|| {
        let Rejection::Invalid(problems) = input.rejected() else { panic!("problems") };
        let step = |step: &Step| match step {
            Step::Name(name) => format!("/{name}"),
            Step::Index(index) => format!("/{index}"),
        };
        let place = |loc: &[Step]| loc.iter().map(step).collect::<String>();
        problems.iter().map(|problem| format!("{}: {}", place(&problem.loc), problem.kind)).collect()
    }))
}

async fn read(body: &str) -> Result<Album, Vec<String>> {
    sent(pieces(body.as_bytes(), 7), TYPE, Uploads::default()).await.unwrap()
}

async fn problems(body: &str) -> Vec<String> {
    read(body).await.err().unwrap_or_default()
}

/// A part: what is behind `form-data; `, other lines of its head, and its content.
fn part(disposition: &str, lines: &str, content: &str) -> String {
    format!("------shed\r\nContent-Disposition: form-data; {disposition}\r\n{lines}\r\n{content}\r\n")
}

fn photo(content: &str) -> String {
    part("name=\"photos\"; filename=\"a.png\"", "Content-Type: image/png\r\n", content)
}

const END: &str = "------shed--\r\n";

#[tokio::test]
async fn files_and_fields_are_read_by_their_rules() {
    let body = photo("\r\n--\r\n------she")
        + &part("name=copies", "", "3")
        + &part("name=owner", "", "Ann Lee")
        + END;
    let album = read(&body).await.unwrap();
    let [photo] = &album.photos[..] else { panic!("one photo") };
    assert_eq!((photo.filename(), photo.media_type(), photo.size()), (Some("a.png"), Some("image/png"), 15));
    assert_eq!(photo.bytes().await.unwrap(), "\r\n--\r\n------she");
    assert_eq!((album.owner.as_deref(), album.copies), (Some("Ann Lee"), 3));
    assert!(album.cover.is_none() && album.label.is_none());
}

#[tokio::test]
async fn a_part_may_be_json() {
    let label =
        |content| photo("") + &part("name=label", "Content-Type: application/json\r\n", content) + END;
    assert_eq!(read(&label(r#"{"count": 2}"#)).await.unwrap().label.unwrap().count, 2);
    assert_eq!(problems(&label(r#"{"count": 0}"#)).await, ["/body/label/count: greater_than_equal"]);
    assert!(problems(&label("{")).await[0].starts_with("/body/label"));
}

#[tokio::test]
async fn a_part_of_another_media_type_is_refused_and_one_of_none_is_not() {
    let cover = |lines| photo("") + &part("name=cover; filename=c", lines, "x") + END;
    for good in ["Content-Type: IMAGE/png; a=b\r\n", "Content-Type: video/mp4\r\n", ""] {
        assert!(read(&cover(good)).await.is_ok(), "{good}");
    }
    for bad in ["Content-Type: image/gif\r\n", "Content-Type: png\r\n"] {
        assert_eq!(problems(&cover(bad)).await, ["/body/cover: value_error"], "{bad}");
    }
}

#[tokio::test]
async fn everything_is_said_at_once() {
    let body = photo("1")
        + &photo("2")
        + &photo("3")
        + &part("name=owner", "", "A")
        + &part("name=copies", "", "1")
        + &part("name=copies", "", "2")
        + &part("name=more", "", "x")
        + &part("name=label", "Content-Transfer-Encoding: base64\r\n", "e30=")
        + END;
    let expected = [
        "/body/label: value_error",
        "/body/photos: too_long",
        "/body/owner: string_too_short",
        "/body/copies: repeated",
        "/body/label: json_invalid",
        "/body/more: extra_forbidden",
    ];
    assert_eq!(problems(&body).await, expected);
}

#[tokio::test]
async fn what_was_left_empty_counts_as_not_sent() {
    let body = part("name=photos; filename=\"\"", "Content-Type: application/octet-stream\r\n", "")
        + &part("name=owner", "", "")
        + END;
    assert_eq!(problems(&body).await, ["/body/photos: missing"]);
    assert_eq!(read(&(photo("") + END)).await.unwrap().photos[0].size(), 0);
}

#[tokio::test]
async fn no_part_at_all_is_a_body_without_fields() {
    assert_eq!(problems(END).await, ["/body/photos: missing"]);
    assert_eq!(problems("").await, ["/body: missing"]);
}

#[tokio::test]
async fn preamble_padding_and_epilogue_mean_nothing() {
    let body = format!(
        "Hello\r\n{}------shed--  \r\nThat was all\r\n{END}",
        photo("x").replacen("shed", "shed \t", 1)
    );
    assert_eq!(read(&body).await.unwrap().photos.len(), 1);
    assert!(read(&(photo("x") + END.trim_end())).await.is_ok());
}

#[tokio::test]
async fn what_is_no_multipart_is_a_problem_of_the_body() {
    let long = part(&format!("name=\"{}\"", "a".repeat(20_000)), "", "");
    let photo = photo("x");
    for body in [
        "hello",
        "------shed",
        &photo,
        &format!("{photo}------shed-"),
        &format!("{photo}------shedding--"),
        "------shed\r\n\r\nx\r\n------shed--\r\n",
        "------shed\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n------shed--\r\n",
        "------shed\nContent-Disposition: form-data; name=a\n\nx\n------shed--\n",
        &long,
    ] {
        assert_eq!(problems(body).await, ["/body: value_error"], "{body}");
    }
}

#[tokio::test]
async fn a_boundary_is_needed_and_may_be_in_quotes() {
    let body = photo("x") + END;
    let with = async |media_type: &str| {
        sent(pieces(body.as_bytes(), 9), media_type, Uploads::default()).await.unwrap()
    };
    assert!(with("Multipart/Form-Data; charset=utf-8; Boundary=\"----shed\"").await.is_ok());
    let long = format!("multipart/form-data; boundary={}", "a".repeat(71));
    for media_type in [
        "multipart/form-data",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"a \"",
        &long,
    ] {
        assert_eq!(with(media_type).await.err().unwrap(), ["/body: value_error"], "{media_type}");
    }
    for media_type in ["multipart/mixed; boundary=----shed", "application/x-www-form-urlencoded"] {
        let answer = sent(pieces(body.as_bytes(), 9), media_type, Uploads::default()).await;
        assert!(matches!(answer, Err(Rejection::UnsupportedMediaType)), "{media_type}");
    }
}

#[tokio::test]
async fn a_file_too_great_for_memory_is_on_disk_until_it_is_dropped() {
    let content: String = (0..90_000).map(|index| char::from(b'a' + (index % 26) as u8)).collect();
    let body = photo(&content) + &photo("small") + END;
    let uploads = Uploads { in_memory: 100, ..Uploads::default() };
    let album = sent(pieces(body.as_bytes(), 5000), TYPE, uploads).await.unwrap().unwrap();
    let [great, small] = &album.photos[..] else { panic!("two photos") };
    let (path, in_memory) = match (&great.content, &small.content) {
        (super::file::Kept::OnDisk(path), super::file::Kept::InMemory(bytes)) => {
            (path.to_path_buf(), bytes.clone())
        }
        _ => panic!("one on disk, one in memory"),
    };
    assert_eq!((great.size(), great.bytes().await.unwrap().len()), (90_000, 90_000));
    assert_eq!(in_memory, "small");
    let (mut reader, mut all) = (great.open().await.unwrap(), Vec::new());
    while let Some(chunk) = reader.chunk().await.unwrap() {
        all.extend_from_slice(&chunk);
    }
    assert_eq!(all, content.as_bytes());
    assert!(path.exists());
    drop(album);
    assert!(!path.exists());
}

#[tokio::test]
async fn a_file_is_kept_where_the_handler_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    for (in_memory, name) in [(0, "disk"), (1000, "memory")] {
        let body = photo("content") + END;
        let uploads = Uploads { in_memory, ..Uploads::default() };
        let mut album = sent(pieces(body.as_bytes(), 50), TYPE, uploads).await.unwrap().unwrap();
        album.photos.remove(0).persist(folder.path().join(name)).await.unwrap();
        assert_eq!(std::fs::read(folder.path().join(name)).unwrap(), b"content");
    }
}

#[tokio::test]
async fn whatever_is_too_much_is_413() {
    let body = photo(&"x".repeat(500)) + &part("name=owner", "", "Ann") + END;
    let (length, plain) = (body.len() as u64, Uploads::default());
    let with = async |body: &str, uploads| sent(pieces(body.as_bytes(), 100), TYPE, uploads).await;
    assert!(
        with(&body, Uploads { max_body: length, max_file: 500, max_parts: 2, ..plain.clone() }).await.is_ok()
    );
    for uploads in [
        Uploads { max_body: length - 1, ..plain.clone() },
        Uploads { max_file: 499, ..plain.clone() },
        Uploads { max_parts: 1, ..plain.clone() },
    ] {
        assert!(matches!(with(&body, uploads).await, Err(Rejection::ContentTooLarge)));
    }
    let text = photo("") + &part("name=more", "", &"x".repeat(1000)) + END;
    assert!(matches!(with(&text, plain).await, Err(Rejection::ContentTooLarge)));
}

#[tokio::test]
async fn what_was_sent_is_in_no_debug_output() {
    let body = part("name=photos; filename=hush.png", "Content-Type: x/hush\r\n", "hush") + END;
    let shown = format!("{:?}", read(&body).await.unwrap().photos);
    assert!(!shown.contains("hush"), "{shown}");
}

/// The heads and the contents of parts.
type Found = Vec<(Bytes, Vec<u8>)>;

/// What a parser finds in `body`, content put together; the last is whether it ended, or what is wrong.
fn events(body: &[u8], cuts: impl Iterator<Item = usize>) -> (Found, Result<bool, &'static str>) {
    let (mut parser, mut found) = (Parser::new("b").unwrap(), Found::new());
    let (mut rest, mut cuts) = (body, cuts);
    loop {
        match parser.next() {
            Err(malformed) => return (found, Err(malformed.0)),
            Ok(Event::End) => return (found, Ok(true)),
            Ok(Event::Head(head)) => found.push((head, Vec::new())),
            Ok(Event::Content(content)) => found.last_mut().unwrap().1.extend_from_slice(&content),
            Ok(Event::Wanting) if rest.is_empty() => return (found, Ok(false)),
            Ok(Event::Wanting) => {
                let (piece, behind) = rest.split_at(cuts.next().unwrap_or(1).clamp(1, rest.len()));
                parser.push(piece);
                rest = behind;
            }
        }
    }
}

#[test]
fn a_body_that_is_cut_off_anywhere_has_no_end() {
    let body = b"--b\r\nA: 1\r\n\r\none\r\n--b\r\nA: 2\r\n\r\n\r\n--b--";
    for length in 0..body.len() {
        assert_eq!(events(&body[..length], std::iter::empty()).1, Ok(false), "{length}");
    }
    let parts = [("A: 1", "one"), ("A: 2", "")];
    let expected = parts.map(|(head, content)| (Bytes::from(head), content.as_bytes().to_vec())).to_vec();
    assert_eq!(events(body, std::iter::empty()), (expected, Ok(true)));
}

proptest! {
    #[test]
    fn parts_are_the_same_however_a_body_is_cut(
        body in "(--b|--b--|\r\n|\r|\n|-|b|A: 1\r\n\r\n| |x){0,30}",
        cuts in prop::collection::vec(1usize..9, 0..60),
    ) {
        let body = format!("--b\r\nA: 0\r\n\r\n{body}");
        prop_assert_eq!(
            events(body.as_bytes(), cuts.into_iter()),
            events(body.as_bytes(), std::iter::once(body.len()))
        );
    }

    #[test]
    fn content_without_its_boundary_comes_through_as_it_was(
        contents in prop::collection::vec("(\r\n|\r|\n|-|--|\r\n--|\r\n-|x){0,12}", 0..5),
        cut in 1usize..20,
    ) {
        let body: String = contents.iter().map(|content| format!("--b\r\nA: 1\r\n\r\n{content}\r\n")).collect();
        let (found, end) = events((body + "--b--").as_bytes(), std::iter::repeat(cut));
        prop_assert_eq!(end, Ok(true));
        let found: Vec<_> = found.into_iter().map(|(_, content)| String::from_utf8(content).unwrap()).collect();
        prop_assert_eq!(found, contents);
    }

    #[test]
    fn no_bytes_are_too_odd(body: Vec<u8>, odd in "(\r\n|--b|;|=|\"|name|Content-Disposition: form-data; name=|\\\\){0,20}") {
        let _ = events(&body, std::iter::repeat(3));
        let _ = super::head::Head::parse(&body);
        let _ = super::head::Head::parse(odd.as_bytes());
    }
}
