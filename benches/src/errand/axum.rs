//! The same by hand, with axum: `Query` and serde's derive, and `Multipart`, which is multer.

use std::hint::black_box;

use axum::Router;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Query};
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde::Deserialize;

use crate::json::Status;

#[derive(Deserialize)]
struct FindOrders {
    text: String,
    status: Status,
    min_price: Option<f64>,
    #[serde(default = "twenty")]
    limit: i64,
    #[serde(default)]
    offset: i64,
}

fn twenty() -> i64 {
    20
}

async fn find_orders(Query(parameters): Query<FindOrders>) -> StatusCode {
    let FindOrders { text, status, min_price, limit, offset } = parameters;
    black_box((text, status, min_price, limit, offset));
    StatusCode::NO_CONTENT
}

async fn add_photo(mut parts: Multipart) -> Result<StatusCode, MultipartError> {
    let (mut title, mut picture) = (None, None);
    while let Some(part) = parts.next_field().await? {
        match part.name() {
            Some("title") => title = Some(part.text().await?),
            Some("picture") => picture = Some(part.bytes().await?),
            _ => {}
        }
    }
    let is_good = match (title, picture) {
        (Some(title), Some(picture)) => super::is_upload(&title, picture.len() as u64),
        _ => false,
    };
    Ok(if is_good { StatusCode::NO_CONTENT } else { StatusCode::UNPROCESSABLE_ENTITY })
}

/// A router that is ready to be called, as [`crate::contestant::router`].
pub(super) fn router() -> Router {
    Router::new().route("/orders", get(find_orders)).route("/photos", post(add_photo)).with_state(())
}
