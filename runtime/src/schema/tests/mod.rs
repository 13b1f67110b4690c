//! What schemas take, and what they call it where they do not.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod compile;
mod hostile;
mod problems;
mod random;
mod resource;
mod stated;
#[cfg(feature = "pattern")]
mod suite;
mod unevaluated;
mod uri;

use super::{Schema, value};
use crate::decode::from_slice_with;
use crate::problem::{Problem, Step};

/// The problems that a schema has with a body, each as `place: kind`.
fn problems(schema: &str, body: &str) -> Vec<String> {
    told(compile::schema(schema), body).iter().map(line).collect()
}

/// The messages of the problems that a schema has with a body.
fn messages(schema: &str, body: &str) -> Vec<String> {
    told(compile::schema(schema), body).into_iter().map(|problem| problem.msg).collect()
}

fn told(schema: &'static Schema, body: &str) -> Vec<Problem> {
    from_slice_with(body.as_bytes(), &value(schema)).err().unwrap_or_default()
}

fn line(problem: &Problem) -> String {
    let steps = problem.loc.iter().map(|step| match step {
        Step::Name(name) => format!("/{name}"),
        Step::Index(index) => format!("/{index}"),
    });
    format!("{}: {}", steps.collect::<String>(), problem.kind)
}
