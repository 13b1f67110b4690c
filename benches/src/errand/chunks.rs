//! A body that comes in pieces.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};

use axum::body::{Bytes, HttpBody};
use hyper::body::Frame;

pub(super) const CONTENT_TYPE: &str = "multipart/form-data; boundary=----geckoformboundary8e0b6a";
pub(super) const TITLE: &str = "A rake";

/// How many bytes the file has.
pub(super) const PICTURE: u32 = 1_000_000;

/// How many bytes come at once.
const PIECE: usize = 16 * 1024;

static UPLOAD: LazyLock<Bytes> = LazyLock::new(|| {
    let head = format!(
        "------geckoformboundary8e0b6a\r\n\
        Content-Disposition: form-data; name=\"title\"\r\n\r\n\
        {TITLE}\r\n\
        ------geckoformboundary8e0b6a\r\n\
        Content-Disposition: form-data; name=\"picture\"; filename=\"rake.jpg\"\r\n\
        Content-Type: image/jpeg\r\n\r\n"
    );
    // bytes of every kind, like those of a picture: the generator of random numbers of Numerical Recipes
    let picture = (0..PICTURE).scan(1_u32, |state, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some((*state >> 24) as u8)
    });
    head.bytes().chain(picture).chain(*b"\r\n------geckoformboundary8e0b6a--\r\n").collect()
});

/// The whole body.
pub(super) fn upload() -> Bytes {
    UPLOAD.clone()
}

/// What is left of a body.
pub(super) struct Chunks(Bytes);

impl Chunks {
    pub(super) fn new(body: Bytes) -> Self {
        Self(body)
    }
}

impl HttpBody for Chunks {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let length = PIECE.min(self.0.len());
        let piece = self.0.split_to(length);
        Poll::Ready((length > 0).then(|| Ok(Frame::data(piece))))
    }
}
