//! What is said to be wrong with a request.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::wanted::AnyOf;

/// A problem that is wanted.
#[derive(Debug, Deserialize)]
#[serde(from = "(Vec<Step>, AnyOf<String>)")]
pub(super) struct Wanted {
    /// Where it is.
    place: Vec<Step>,
    /// Whether the place may be further in.
    or_inside: bool,
    /// What it may be called, our word first.
    kinds: AnyOf<String>,
}

/// An answer that says what is wrong. Other members do not matter, here and in a problem.
#[derive(Deserialize)]
struct Answer {
    detail: Vec<Problem>,
}

/// What an answer says of one problem.
#[derive(Debug, Deserialize)]
struct Problem {
    #[serde(rename = "type")]
    kind: String,
    loc: Vec<Step>,
    msg: String,
}

/// A step of the way to a problem: a name, or the index of an item.
#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
enum Step {
    Name(String),
    Index(u64),
}

/// The last step of a place that may go on.
const ANYTHING: &str = "...";

impl From<(Vec<Step>, AnyOf<String>)> for Wanted {
    fn from((mut place, kinds): (Vec<Step>, AnyOf<String>)) -> Self {
        let last = place.pop_if(|step| matches!(step, Step::Name(name) if name == ANYTHING));
        Self { place, or_inside: last.is_some(), kinds }
    }
}

impl Wanted {
    fn is(&self, problem: &Problem) -> bool {
        let there =
            if self.or_inside { problem.loc.starts_with(&self.place) } else { problem.loc == self.place };
        there && self.kinds.all().contains(&problem.kind)
    }
}

/// The problems that the content of an answer has too many or too few, each as a phrase. Their order does not matter.
pub(super) fn differences(wanted: &[Wanted], content: &[u8]) -> Vec<String> {
    let answer = serde_json::from_slice::<Answer>(content).ok();
    let worded = |answer: &Answer| answer.detail.iter().all(|problem| !problem.msg.is_empty());
    let Some(Answer { detail: problems }) = answer.filter(worded) else {
        return vec![format!("body {:?}, want a list of problems", String::from_utf8_lossy(content))];
    };
    let more = problems.iter().filter(|problem| !wanted.iter().any(|wanted| wanted.is(problem)));
    let less = wanted.iter().filter(|wanted| !problems.iter().any(|problem| wanted.is(problem)));
    let more = more.map(|problem| format!("problem {problem} too many"));
    more.chain(less.map(|wanted| format!("problem {wanted} missing"))).collect()
}

/// `["body","name"] missing`
impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", steps(&self.loc), self.kind)
    }
}

/// `["body","name"]… missing or dict_type`
impl fmt::Display for Wanted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.or_inside { "…" } else { "" };
        write!(formatter, "{}{more} {}", steps(&self.place), self.kinds.all().join(" or "))
    }
}

fn steps(place: &[Step]) -> Value {
    serde_json::to_value(place).expect("names and indices")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn against(wanted: Value, detail: Value) -> Vec<String> {
        let wanted = Vec::<Wanted>::deserialize(wanted).unwrap();
        differences(&wanted, json!({ "detail": detail }).to_string().as_bytes())
    }

    fn problem(loc: Value, kind: &str) -> Value {
        json!({"type": kind, "loc": loc, "msg": "In words", "ctx": {}})
    }

    #[test]
    fn problems_are_the_same_in_any_order() {
        let wanted = json!([[["body", "a", 0], "missing"], [["query", "b"], ["enum", "literal_error"]]]);
        let got = json!([
            problem(json!(["query", "b"]), "literal_error"),
            problem(json!(["body", "a", 0]), "missing")
        ]);
        assert_eq!(against(wanted, got), [""; 0]);
    }

    #[test]
    fn a_problem_too_many_or_too_few_is_told() {
        let got = json!([problem(json!(["body", "a"]), "missing")]);
        assert_eq!(against(json!([]), got.clone()), [r#"problem ["body","a"] missing too many"#]);
        let wanted = json!([[["body", "a"], "missing"], [["body", 1, "..."], ["x", "y"]]]);
        assert_eq!(against(wanted, got.clone()), [r#"problem ["body",1]… x or y missing"#]);
        assert_eq!(against(json!([[["body", "b"], "missing"]]), got.clone()).len(), 2);
        assert_eq!(against(json!([[["body", "a"], "enum"]]), got).len(), 2);
    }

    #[test]
    fn a_name_is_no_index() {
        let got = json!([problem(json!(["body", "0"]), "missing")]);
        assert_eq!(against(json!([[["body", 0], "missing"]]), got).len(), 2);
    }

    #[test]
    fn a_place_may_go_on_only_where_it_says_so() {
        let got = || json!([problem(json!(["body", 12]), "json_invalid")]);
        assert_eq!(against(json!([[["body", "..."], "json_invalid"]]), got()), [""; 0]);
        assert_eq!(against(json!([[["body", 12, "..."], "json_invalid"]]), got()), [""; 0]);
        assert_eq!(against(json!([[["body"], "json_invalid"]]), got()).len(), 2);
        assert_eq!(against(json!([[["query", "..."], "json_invalid"]]), got()).len(), 2);
    }

    #[test]
    fn what_is_no_list_of_problems_is_told() {
        for detail in [
            json!("Not Found"),
            json!(null),
            json!([{"type": "missing", "loc": ["body"]}]),
            json!([{"type": "missing", "loc": ["body"], "msg": ""}]),
            json!([{"type": "missing", "loc": "body", "msg": "m"}]),
        ] {
            assert_eq!(against(json!([]), detail.clone()).len(), 1, "{detail}");
        }
        assert_eq!(differences(&[], b"[]").len(), 1);
    }
}
