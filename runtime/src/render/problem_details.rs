//! Problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
//!
//! `{"type", "title", "status"}`, and where there is more to say, `detail`. Problems of a request are in the extension member
//! `errors`, in FastAPI's words; one of the body has a `pointer` to its place there, too.

use std::fmt::Write;

use http::StatusCode;

use crate::decode::PROBLEMS;
use crate::encode::{Encode, Writer};
use crate::problem::{Problem, Step};
use crate::rejection::Rejection;

/// What is said of a rejection.
pub(super) struct ProblemDetails<'r>(pub(super) &'r Rejection);

impl Encode for ProblemDetails<'_> {
    fn encode(&self, writer: &mut Writer) {
        let status = self.0.status();
        let members = writer
            .object()
            .field("type", "about:blank")
            .field("title", title(status))
            .field("status", &i64::from(status.as_u16()))
            .optional("detail", &detail(self.0));
        match self.0.problems() {
            [] => members.end(),
            problems => {
                let errors: Vec<Located<'_>> = problems.iter().map(Located).collect();
                members.field("errors", &errors).end();
            }
        }
    }
}

/// The phrase of a status as RFC 9110 has it, which is the title of a problem without a type of its own (RFC 9457, 4.2.1).
fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => "Content Too Large",
        StatusCode::UNPROCESSABLE_ENTITY => "Unprocessable Content",
        status => status.canonical_reason().unwrap_or("Error"),
    }
}

fn detail(rejection: &Rejection) -> Option<String> {
    Some(match rejection.status() {
        StatusCode::UNAUTHORIZED => "Not authenticated".to_owned(),
        StatusCode::FORBIDDEN => "Not enough permissions".to_owned(),
        _ => match rejection.problems().len() {
            0 => return None,
            1 => "The request has a problem.".to_owned(),
            PROBLEMS.. => {
                format!("The request has {PROBLEMS} problems or more, of which these are the first.")
            }
            several => format!("The request has {several} problems."),
        },
    })
}

/// A problem of a request, and where in the body it is.
struct Located<'p>(&'p Problem);

impl Encode for Located<'_> {
    fn encode(&self, writer: &mut Writer) {
        let Problem { kind, loc, msg } = self.0;
        writer
            .object()
            .field("type", kind.as_str())
            .field("loc", loc)
            .field("msg", msg)
            .optional("pointer", &pointer(loc))
            .end();
    }
}

/// A JSON pointer to a place in the body, as a fragment of a URI (RFC 6901, 6).
fn pointer(loc: &[Step]) -> Option<String> {
    let (Step::Name(place), steps) = loc.split_first()? else { return None };
    if place != "body" {
        return None;
    }
    let mut pointer = "#".to_owned();
    for step in steps {
        pointer.push('/');
        match step {
            Step::Name(name) => name.bytes().for_each(|byte| escape(byte, &mut pointer)),
            // A `String` takes whatever is written.
            Step::Index(index) => drop(write!(pointer, "{index}")),
        }
    }
    Some(pointer)
}

fn escape(byte: u8, pointer: &mut String) {
    match byte {
        b'~' => pointer.push_str("~0"),
        b'/' => pointer.push_str("~1"),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => pointer.push(byte.into()),
        // What else may be in a fragment (RFC 3986, 3.5).
        _ if b"-._!$&'()*+,;=:@?".contains(&byte) => pointer.push(byte.into()),
        _ => drop(write!(pointer, "%{byte:02X}")),
    }
}

#[cfg(test)]
mod tests {
    use super::pointer;
    use crate::problem::Step;

    #[test]
    fn a_pointer_is_a_fragment_of_a_uri() {
        let of = |steps: &[Step]| pointer(steps);
        assert_eq!(of(&["body".into()]).as_deref(), Some("#"));
        assert_eq!(of(&["body".into(), "tags".into(), 0.into()]).as_deref(), Some("#/tags/0"));
        assert_eq!(of(&["body".into(), "a/b~c é%".into()]).as_deref(), Some("#/a~1b~0c%20%C3%A9%25"));
    }

    #[test]
    fn a_parameter_has_no_pointer() {
        assert_eq!(pointer(&["query".into(), "body".into()]), None);
        assert_eq!(pointer(&[]), None);
    }
}
