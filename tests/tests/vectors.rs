//! Every way to write a parameter: what is read of each vector of `conformance/parameter_styles.json`.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

#[allow(unreachable_pub, dead_code, reason = "another program has the rest")]
#[path = "../vectors/mod.rs"]
mod vectors;

#[rustfmt::skip]
mod echo {
    include!(concat!(env!("OUT_DIR"), "/vectors/mod.rs"));

    pub(crate) fn server() -> Server<Echo> {
        Server::new(Echo)
    }
}

use http::Request;
use http_body_util::{BodyExt as _, Empty};
use serde_json::Value;
use tower_service::Service as _;
use vectors::{Vector, vectors};

/// Vectors that are refused in another way, each with the status and the reason.
const OTHERWISE: &[(&str, u16, &str)] = &[
    ("path-simple-flat-5d0d95", 404, "what cannot be decoded is no path"),
    ("path-simple-flat-97364b", 404, "what cannot be decoded is no path"),
];

#[tokio::test]
async fn each_vector_is_read_as_it_says() {
    let server = echo::server();
    let mut wrong = Vec::new();
    let vectors = vectors();
    for vector in &vectors {
        let answer = server.clone().call(request(vector)).await.unwrap();
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let good = match &vector.value {
            None => status == refusal(vector),
            Some(_) if vector.absent => status == 204,
            Some(value) => status == 200 && is_same(&serde_json::from_slice(&body).unwrap(), value),
        };
        if !good {
            wrong.push(format!("{status} {} of {vector:?}", String::from_utf8_lossy(&body)));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

fn request(vector: &Vector) -> Request<Empty<bytes::Bytes>> {
    let (operation, raw) = (&vector.operation, &vector.raw);
    let request = match vector.place.as_str() {
        "path" => Request::builder().uri(format!("/{operation}/{raw}")),
        "query" => Request::builder().uri(format!("/{operation}?{raw}")),
        "header" => Request::builder().uri(format!("/{operation}")).header(&vector.name, raw),
        _ => Request::builder().uri(format!("/{operation}")).header("cookie", raw),
    };
    request.body(Empty::new()).unwrap()
}

fn refusal(vector: &Vector) -> u16 {
    OTHERWISE.iter().find(|(id, ..)| *id == vector.id).map_or(422, |(_, status, _)| *status)
}

/// Whether two values are the same to JSON Schema, to which `1.0` is `1`.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| is_same(one, other)))
        }
        _ => one == other,
    }
}
