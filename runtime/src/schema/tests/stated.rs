//! Schemas as generated code states them: data that the compiler lays out.

use super::told;
use crate::schema::Keyword::*;
use crate::schema::{Anchors, Literal, Schema, Types};

/// A list of what is called an item where the list is used.
static LIST: Schema = Schema::Keywords(&[
    Resource(LIST_ANCHORS),
    Type(Types::ARRAY),
    Items {
        prefix: &[],
        rest: Some(&Schema::Keywords(&[DynamicRef { anchor: "item", initial: &Schema::Boolean(true) }])),
    },
]);
static LIST_ANCHORS: Anchors = &[("item", &Schema::Boolean(true))];

/// A list of strings.
static STRINGS: Schema = Schema::Keywords(&[Resource(STRINGS_ANCHORS), Ref(&LIST)]);
static STRINGS_ANCHORS: Anchors = &[("item", &Schema::Keywords(&[Type(Types::STRING)]))];

/// A word, or what is not this word.
static YES: Schema = Schema::Keywords(&[AnyOf(&[
    Schema::Keywords(&[Const(Literal::String("yes"))]),
    Schema::Keywords(&[Not(&NO)]),
])]);

/// The opposite, one level further in.
static NO: Schema = Schema::Keywords(&[Properties {
    named: &[("next", Schema::Keywords(&[Ref(&YES)]))],
    patterns: &[],
    additional: Some(&Schema::Boolean(false)),
}]);

fn lines(schema: &'static Schema, body: &str) -> Vec<String> {
    told(schema, body).iter().map(super::line).collect()
}

#[test]
fn a_list_is_of_what_its_user_calls_an_item() {
    assert_eq!(lines(&LIST, r#"["a", 1]"#), [""; 0]);
    assert_eq!(lines(&STRINGS, r#"["a", 1]"#), ["/1: string_type"]);
}

#[test]
fn schemas_may_refer_to_each_other() {
    assert_eq!(lines(&YES, r#""yes""#), [""; 0]);
    assert_eq!(lines(&YES, r#"{"next": "yes"}"#), [": any_of"]);
    assert_eq!(lines(&YES, r#"{"next": {"next": "yes"}}"#), [""; 0]);
}

#[cfg(feature = "pattern")]
#[test]
fn a_pattern_is_a_static_of_its_own() {
    use crate::schema::Pattern;

    static EXTENSION: Pattern = Pattern::new("^x-");
    static SCHEMA: Schema = Schema::Keywords(&[Properties {
        named: &[],
        patterns: &[(&EXTENSION, Schema::Keywords(&[Type(Types::STRING.or(Types::NULL))]))],
        additional: Some(&Schema::Boolean(false)),
    }]);

    assert_eq!(
        lines(&SCHEMA, r#"{"x-a": 1, "x-b": null, "y": 1}"#),
        ["/x-a: string_type", "/y: extra_forbidden"]
    );
}
