//! The version that a document says it is of.

use serde_json::Value;

use super::quote::quoted;
use super::report::kind;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::document::table::Version;
use crate::source::Pointer;

const KNOWN: &str = "write `openapi: 3.0.4`, `openapi: 3.1.2` or `openapi: 3.2.0`";

impl Version {
    /// The version that a document says it is of (3.2.0, section "OpenAPI Object").
    ///
    /// # Errors
    ///
    /// The tree is no mapping, has no `openapi`, or names no version that documents are read in.
    pub fn of(tree: &Value) -> Result<Self, Diagnostic> {
        let root = Pointer::root();
        let Value::Object(document) = tree else {
            let message = format!("the document must be an OpenAPI Object, not {}", kind(tree));
            return Err(Diagnostic::new(Code::WrongType, Place::Value(root), message));
        };
        let at = Place::Value(root.member("openapi"));
        match document.get("openapi") {
            Some(Value::String(version)) => parse(version, at),
            Some(Value::Number(_)) => {
                let message = "`openapi` is a number, and must be a string of three numbers";
                Err(Diagnostic::new(Code::Version, at, message).help(KNOWN))
            }
            Some(other) => {
                let message = format!("`openapi` must be a string, not {}", kind(other));
                Err(Diagnostic::new(Code::Version, at, message).help(KNOWN))
            }
            None => Err(absent(document.contains_key("swagger"))),
        }
    }
}

fn absent(swagger: bool) -> Diagnostic {
    if swagger {
        let at = Place::Value(Pointer::root().member("swagger"));
        return Diagnostic::new(Code::Version, at, "Swagger 2.0 is not supported")
            .help("convert the document to OpenAPI 3.0, 3.1 or 3.2");
    }
    let message = "missing key `openapi` in the OpenAPI Object";
    Diagnostic::new(Code::MissingKey, Place::Value(Pointer::root()), message).help(KNOWN)
}

fn parse(text: &str, at: Place) -> Result<Version, Diagnostic> {
    let mut parts = text.split('.');
    let (major, minor, patch) = (parts.next(), parts.next(), parts.next());
    let is_number = |part: Option<&str>| {
        part.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if parts.next().is_some() || !(is_number(major) && is_number(minor) && is_number(patch)) {
        let message = format!("{} is no version of three numbers", quoted(text));
        return Err(Diagnostic::new(Code::Version, at, message).help(KNOWN));
    }
    match (major, minor) {
        (Some("3"), Some("0")) => Ok(Version::V3_0),
        (Some("3"), Some("1")) => Ok(Version::V3_1),
        (Some("3"), Some("2")) => Ok(Version::V3_2),
        _ => {
            let message = format!("there is no OpenAPI {}", quoted(text));
            Err(Diagnostic::new(Code::Version, at, message).help(KNOWN))
        }
    }
}
