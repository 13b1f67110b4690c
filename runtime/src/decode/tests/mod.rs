//! What is read, what is refused, and at which places.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod choice;
mod hostile;
mod integer;
mod list;
mod map;
mod multiple;
mod named;
mod number;
mod object;
mod places;
mod random;
mod repeated;
mod string;
mod syntax;
mod tree;
mod tuple;
mod union;

use super::{Note, Rule, TextRule, from_slice_with};
use crate::problem::{Kind, Problem, Step};

/// What a rule reads from JSON.
fn read<R: Rule>(rule: R, body: &str) -> Result<R::Out, Vec<String>> {
    from_slice_with(body.as_bytes(), &rule).map_err(|problems| problems.iter().map(line).collect())
}

/// The problems that a rule has with JSON, each as `place: kind`.
fn problems<R: Rule>(rule: R, body: &str) -> Vec<String> {
    from_slice_with(body.as_bytes(), &rule).err().unwrap_or_default().iter().map(line).collect()
}

/// The message of the only problem that a rule has with JSON.
fn message<R: Rule>(rule: R, body: &str) -> String {
    let problems = from_slice_with(body.as_bytes(), &rule).err().unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems[0].msg.clone()
}

/// What a rule reads from text.
fn read_text<R: TextRule>(rule: R, text: &str) -> Result<R::Out, Vec<Kind>> {
    let mut kinds = Vec::new();
    let note: Note<'_> = &mut |kind, _| kinds.push(kind);
    rule.read_text(text.into(), note).ok_or(kinds)
}

fn line(problem: &Problem) -> String {
    let steps = problem.loc.iter().map(|step| match step {
        Step::Name(name) => format!("/{name}"),
        Step::Index(index) => format!("/{index}"),
    });
    format!("{}: {}", steps.collect::<String>(), problem.kind)
}
