//! Responses held against their schemas, where debug assertions are on.

use crate::decode::{self, Node, Rule};
use crate::problem::{Problem, Step};
use crate::schema::Schema;

/// A schema that a response has to be like, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// The operation, by its `operationId`.
    pub operation: &'static str,
    /// The schema of its content.
    pub schema: &'static Schema,
}

/// The schema against which a response of an operation is [held](crate::Reply::held), where debug assertions are on. Where they
/// are off it is nothing, and the schema is not even named: it may be left out, too.
///
/// ```
/// use specwright_runtime::schema::Schema;
/// use specwright_runtime::{Reply, held};
///
/// #[cfg(debug_assertions)]
/// static NOTHING: Schema = Schema::Boolean(false);
///
/// let reply = Reply::json(200, "a violation, in the log").held(held!("readItems", NOTHING));
/// ```
#[macro_export]
macro_rules! held {
    ($operation:literal, $($schema:tt)+) => {{
        #[cfg(debug_assertions)]
        let held = ::core::option::Option::Some($crate::Held { operation: $operation, schema: &$($schema)+ });
        #[cfg(not(debug_assertions))]
        let held = ::core::option::Option::None;
        held
    }};
}

impl Held {
    /// Writes to the log what is wrong with `json`, each problem with its place, and never what was sent.
    pub(crate) fn tell(self, json: &[u8]) {
        for Problem { kind, loc, msg } in self.problems(json) {
            let (operation, kind, at) = (self.operation, kind.as_str(), pointer(&loc));
            tracing::error!(operation, kind, at, msg, "a response is not as the document says");
        }
    }

    fn problems(self, json: &[u8]) -> Vec<Problem> {
        decode::from_slice_with(json, &self).err().unwrap_or_default()
    }
}

impl Rule for Held {
    type Out = ();

    fn read(&self, mut node: Node<'_, '_>) -> Option<()> {
        self.schema.check(&mut node).then_some(())
    }
}

/// A place as a JSON pointer (RFC 6901).
fn pointer(loc: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    };
    loc.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Keyword::*;
    use crate::schema::Types;

    static SHORT: Schema = Schema::Keywords(&[Type(Types::STRING), MaxLength(3)]);
    static LIST: Schema = Schema::Keywords(&[Items { prefix: &[], rest: Some(&SHORT) }]);

    fn problems(json: &str) -> Vec<(String, &'static str)> {
        let held = Held { operation: "readItems", schema: &LIST };
        held.problems(json.as_bytes()).iter().map(|one| (pointer(&one.loc), one.kind.as_str())).collect()
    }

    #[test]
    fn every_violation_has_its_place() {
        let wanted = [("/1".to_owned(), "string_too_long"), ("/2".to_owned(), "string_type")];
        assert_eq!(problems(r#"["abc", "abcd", 1]"#), wanted);
    }

    #[test]
    fn what_is_as_the_schema_says_is_no_problem() {
        assert_eq!(problems(r#"["abc"]"#), []);
    }
}
