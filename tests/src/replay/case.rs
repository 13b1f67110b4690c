//! A recorded case: what is sent, and what is wanted of the answers.

use serde::Deserialize;
use serde_json::{Value, json};

use super::step::Step;
use super::variables::Variables;

/// A case: one step, or several that build on one another.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub struct Case {
    /// What it is about, in few words.
    pub name: String,
    /// What it has in common with others.
    pub group: String,
    /// Whose rule it is.
    pub class: Class,
    /// The steps as they are written, which a play fills in.
    steps: Vec<Value>,
}

/// Whose rule a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// FastAPI answers the same.
    Match,
    /// FastAPI answers otherwise, and ours is stricter.
    Stricter,
    /// FastAPI has no such thing.
    Own,
}

/// A case as it is written. What it may not have is an error of reading, so that nothing recorded goes without being
/// compared; the reasons and what FastAPI answers are for the reader.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    group: String,
    class: Class,
    #[serde(rename = "why")]
    _why: Option<String>,
    #[serde(rename = "fastapi")]
    _fastapi: Option<Value>,
    request: Option<Value>,
    response: Option<Value>,
    steps: Option<Vec<Value>>,
}

impl Case {
    /// Its steps, each filled in with the variables that the play has by then.
    pub(super) fn steps(&self) -> impl Iterator<Item = impl FnOnce(&Variables) -> Step> {
        self.steps
            .iter()
            .map(|step| |variables: &Variables| Step::read(&variables.fill(step)).expect("read before"))
    }
}

impl TryFrom<Written> for Case {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { name, group, class, request, response, steps, .. } = written;
        let steps = match (request, response, steps) {
            (Some(request), Some(response), None) => vec![json!({"request": request, "response": response})],
            (None, None, Some(steps)) => steps,
            _ => return Err(format!("`{name}` is neither an exchange nor a flow")),
        };
        for step in &steps {
            Step::read(step).map_err(|error| format!("`{name}`: {error} in {step}"))?;
        }
        Ok(Self { name, group, class, steps })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(content: &str) -> Result<Case, serde_json::Error> {
        serde_json::from_str(&format!(r#"{{"name": "n", "group": "g", "class": "own", {content}}}"#))
    }

    #[test]
    fn a_case_is_an_exchange_or_a_flow() {
        let exchange = r#""request": {"method": "GET", "path": "/"}, "response": {"status": 200}"#;
        assert_eq!(of(exchange).unwrap().steps().count(), 1);
        let flow = format!(r#""steps": [{{"jwt": {{"as": "a", "key": "k"}}}}, {{{exchange}}}]"#);
        assert_eq!(of(&flow).unwrap().steps().count(), 2);
        assert!(of(&format!("{flow}, {exchange}")).is_err());
        assert!(of(r#""why": "not""#).is_err());
    }

    #[test]
    fn what_cannot_be_played_is_refused_where_it_is_read() {
        let request = r#""request": {"method": "GET", "path": "/"}"#;
        assert!(of(&format!(r#"{request}, "response": {{"status": 200, "echoes": {{}}}}"#)).is_err());
        assert!(
            of(&format!(r#""steps": [{{{request}, "response": {{"status": 200}}, "wait": 1}}]"#)).is_err()
        );
        assert!(of(r#""steps": [{"jwt": {"as": "a", "alg": "HS256"}}]"#).is_err());
    }
}
