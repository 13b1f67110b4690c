//! What schemas become, and what is refused of them.

#![allow(clippy::unwrap_used)]

use serde_json::json;

use super::{Checks, Direction, Keyword, Schema};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::document;
use crate::model::name::Name;
use crate::model::reader::Reader;
use crate::source::{Pointer, Source};

/// Formats of no type of their own.
static NO_FORMATS: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();

/// The static data of all schemas in `components`, which are the rest of a document of this version, for requests.
///
/// They are compiled even where another stage refuses the document, so that the tests hold for what is not supported yet.
pub(crate) fn checks(version: &str, schemas: &str) -> (Checks, Vec<Diagnostic>) {
    directed(version, schemas, &[Direction::Request])
}

fn directed(version: &str, schemas: &str, directions: &[Direction]) -> (Checks, Vec<Diagnostic>) {
    let schemas = schemas.lines().map(|line| format!("    {line}\n")).collect::<String>();
    let text = format!(
        "openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"
    );
    let source = Source::parse("spec.yaml", text.into_bytes()).unwrap();
    let document = document(&source).document.unwrap();
    let mut reader = Reader::new(&document, &NO_FORMATS);
    let components = Pointer::root().member("components").member("schemas");
    for name in components.of(source.tree()).unwrap().as_object().unwrap().keys() {
        for direction in directions {
            reader.check(components.member(name), *direction, &Name::camel(name).unwrap());
        }
    }
    reader.finish_checks();
    (reader.checks, reader.diagnostics)
}

/// The keywords of the first schema, for requests.
fn keywords(version: &str, schemas: &str) -> Vec<Keyword> {
    let (mut checks, diagnostics) = checks(version, schemas);
    assert_eq!(diagnostics, []);
    match checks.schemas.swap_remove(0).schema {
        Schema::Keywords(keywords) => keywords,
        Schema::Boolean(value) => panic!("{value}"),
    }
}

/// What is wrong with schemas of 3.1, each as `pointer: message; help`.
fn wrong(schemas: &str) -> Vec<String> {
    let (_, diagnostics) = checks("3.1.0", schemas);
    let line = |one: &Diagnostic| {
        let (Place::Value(at) | Place::Key(at)) = &one.place else { panic!("{one:?}") };
        let at = at.as_str().replace("/components/schemas", "");
        format!("{at}: {}; {}", one.message, one.help.as_deref().unwrap_or_default())
    };
    diagnostics.iter().map(line).collect()
}

/// The names of all that is static data.
fn names(version: &str, schemas: &str, directions: &[Direction]) -> Vec<String> {
    let (checks, diagnostics) = directed(version, schemas, directions);
    assert_eq!(diagnostics, []);
    checks.schemas.iter().map(|schema| schema.name.to_string()).collect()
}

const BOTH: &[Direction] = &[Direction::Request, Direction::Response];

/// The keywords of the first schema, as Rust shows them.
fn shown(version: &str, schemas: &str) -> String {
    format!("{:?}", keywords(version, schemas))
}

#[test]
fn unevaluated_comes_last_and_members_are_one_keyword() {
    let schema = "A: {unevaluatedProperties: false, additionalProperties: false, maxItems: 2.0, properties: {a: true}}";
    assert_eq!(
        shown("3.1.0", schema),
        "[Properties { named: [(\"a\", Boolean(true))], patterns: [], additional: Some(Boolean(false)) }, \
         MaxItems(2), UnevaluatedProperties(Boolean(false))]"
    );
}

#[test]
fn nullable_adds_null_to_the_types_and_to_the_enum() {
    assert_eq!(
        shown("3.0.3", "A: {type: string, nullable: true, enum: [a]}"),
        "[Type([String, Null]), Enum([String(\"a\"), Null])]"
    );
    assert_eq!(shown("3.0.3", "A: {nullable: true, enum: [a]}"), "[Enum([String(\"a\")])]");
}

#[test]
fn nullable_beside_the_all_of_of_one_adds_null_to_that() {
    assert_eq!(
        shown("3.0.3", "A: {nullable: true, allOf: [{type: string}]}"),
        "[AnyOf([Keywords([AllOf([Keywords([Type([String])])])]), Keywords([Type([Null])])])]"
    );
}

#[test]
fn a_bound_of_3_0_is_exclusive_by_a_flag() {
    assert_eq!(
        shown("3.0.3", "A: {minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false}"),
        "[ExclusiveMinimum(\"1\"), Maximum(\"5\")]"
    );
    assert_eq!(
        shown("3.1.0", "A: {minimum: 1, exclusiveMinimum: 0.50}"),
        "[Minimum(\"1\"), ExclusiveMinimum(\"0.50\")]"
    );
}

#[test]
fn what_stands_beside_a_reference_counts_since_3_1() {
    let schema = "A: {$ref: '#/components/schemas/B', maxLength: 5}\nB: {type: string}";
    assert_eq!(shown("3.1.0", schema), "[Ref(CheckId(1)), MaxLength(5)]");
    assert_eq!(shown("3.0.3", schema), "[Ref(CheckId(1))]");
}

#[test]
fn formats_that_nobody_asserts_are_documentation() {
    let base64url = "Format(TextFormat { name: \"base64url\", variant: \"Base64Url\" })";
    assert_eq!(
        shown("3.1.0", "A: {format: byte, contentEncoding: Base64URL, contentMediaType: image/png}"),
        format!("[{base64url}]")
    );
    assert_eq!(shown("3.1.0", "A: {type: string, format: phone}"), "[Type([String])]");
}

#[test]
fn formats_of_integers_are_bounds() {
    let bounds = "Minimum(\"-2147483648\"), Maximum(\"2147483647\")";
    assert_eq!(shown("3.1.0", "A: {type: integer, format: int32}"), format!("[Type([Integer]), {bounds}]"));
    assert_eq!(shown("3.1.0", "A: {format: int32}"), format!("[{bounds}, MultipleOf(\"1\")]"));
}

#[test]
fn what_is_referred_to_is_named_by_where_it_stands() {
    let schemas = "A: {$ref: '#/components/schemas/B/properties/inner-one/items'}\n\
                   B: {properties: {inner-one: {items: {allOf: [{$ref: '#/components/schemas/C/allOf/0'}]}}}}\n\
                   C: {allOf: [true]}";
    assert_eq!(
        names("3.1.0", schemas, &[Direction::Request]),
        ["A", "B", "C", "B_INNER_ONE_ITEMS", "C_ALL_OF_0"]
    );
}

#[test]
fn what_is_read_only_is_no_matter_of_a_request() {
    let schema = "A: {required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {$ref: '#/components/schemas/B'}}}\n\
                  B: {type: string, writeOnly: true}";
    let (checks, _) = directed("3.0.3", schema, BOTH);
    let shown = |name| {
        let schema = checks.schemas.iter().find(|schema| schema.name.as_str() == name).unwrap();
        format!("{:?}", schema.schema)
    };
    assert_eq!(
        shown("A"),
        "Keywords([Required([\"name\"]), Properties { named: [(\"id\", Boolean(true)), \
         (\"name\", Keywords([Ref(CheckId(2))]))], patterns: [], additional: None }])"
    );
    assert_eq!(
        shown("A_RESPONSE"),
        "Keywords([Required([\"id\"]), Properties { named: [(\"id\", Keywords([Type([Integer])])), \
         (\"name\", Boolean(true))], patterns: [], additional: None }])"
    );
}

#[test]
fn a_schema_that_says_the_same_both_ways_is_there_once() {
    let schemas = "A: {properties: {b: {$ref: '#/components/schemas/B'}}}\n\
                   B: {properties: {id: {readOnly: true}}}\n\
                   C: {type: string}";
    assert_eq!(names("3.1.0", schemas, BOTH), ["A", "A_RESPONSE", "B", "B_RESPONSE", "C"]);
}

#[test]
fn equal_patterns_are_there_once() {
    let schemas = "A: {pattern: '^a'}\nB: {properties: {c: {pattern: '^a'}, d: {pattern: '^b'}}, patternProperties: {'^b': true}}";
    let (checks, diagnostics) = checks("3.1.0", schemas);
    assert_eq!(diagnostics, []);
    let names: Vec<_> = checks.patterns.iter().map(|pattern| pattern.name.as_str()).collect();
    assert_eq!(names, ["A_PATTERN", "B_D_PATTERN"]);
}

#[test]
fn references_are_relative_to_the_innermost_id() {
    let schemas = "A: {$id: 'https://example.com/a', $defs: {s: {$anchor: here}, t: {$id: t, $defs: {u: true}, $ref: '#/$defs/u'}},\n  \
                       allOf: [{$ref: '#here'}, {$ref: '#/$defs/s'}, {$ref: t}, {$ref: 'https://example.com/a'}]}\n\
                   B: {allOf: [{$ref: 'spec.yaml#/components/schemas/A'}, {$ref: './spec.yaml#/components/schemas/C'}]}\n\
                   C: {type: string}";
    let (checks, diagnostics) = checks("3.1.0", schemas);
    let loops: Vec<_> = diagnostics.iter().map(|one| one.code.name()).collect();
    assert_eq!(loops, ["reference-loop"], "{diagnostics:?}"); // the last of the `allOf`
    let names: Vec<_> = checks.schemas.iter().map(|schema| schema.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "C", "A_S", "A_T", "A_T_U"]);
}

#[test]
fn a_dynamic_reference_without_its_anchor_is_a_plain_one() {
    assert_eq!(
        shown("3.1.0", "A: {items: {$dynamicRef: '#b'}, $defs: {b: {$anchor: b}}}"),
        "[Items { prefix: [], rest: Some(Keywords([Ref(CheckId(1))])) }]"
    );
    assert_eq!(
        shown("3.1.0", "A: {items: {$dynamicRef: '#b'}, $defs: {b: {$dynamicAnchor: b}}}"),
        "[Resource(AnchorsId(0)), Items { prefix: [], \
         rest: Some(Keywords([DynamicRef { anchor: \"b\", initial: CheckId(1) }])) }]"
    );
}

#[test]
fn a_reference_that_goes_nowhere_is_refused() {
    assert_eq!(
        wrong(
            "Apple: {$ref: '#/components/schemas/Aple'}\n\
             B: {$id: 'https://example.com/b', allOf: [{$ref: '#/components/schemas/C'}, {$ref: '#ancor'}], $anchor: anchor}\n\
             C: {allOf: [{$ref: 'other.yaml'}, {$ref: 'https://example.com/bb'}, {$ref: '#/components'}]}"
        ),
        [
            "/Apple/$ref: the reference `#/components/schemas/Aple` leads nowhere; \
             did you mean `#/components/schemas/Apple`?",
            "/B/allOf/0/$ref: the reference `#/components/schemas/C` leads nowhere; \
             references here are from the schema at `/components/schemas/B` on, which has an `$id`",
            "/B/allOf/1/$ref: the reference `#ancor` leads nowhere; did you mean `#anchor`?",
            "/C/allOf/0/$ref: the reference `other.yaml` leads out of the document; \
             references to other files are not supported yet; put what it means under `components`",
            "/C/allOf/1/$ref: the reference `https://example.com/bb` leads out of the document; \
             did you mean `https://example.com/b`?",
            "/C/allOf/2/$ref: the reference `#/components`, to where the specification has no schema, \
             is not supported yet; until it is, put the schema under `components/schemas`",
        ]
    );
}

#[test]
fn a_reference_that_leads_back_to_itself_is_refused_once() {
    assert_eq!(
        wrong(
            "A: {allOf: [{$ref: '#/components/schemas/B'}]}\n\
             B: {if: {$ref: '#/components/schemas/A'}}\n\
             C: {not: {$ref: '#/components/schemas/A'}}\n\
             D: {properties: {d: {$ref: '#/components/schemas/D'}}}"
        ),
        ["/A/allOf/0/$ref: the reference `#/components/schemas/B` leads back to itself; \
          refer to it under `properties` or `items`, or say what it is"]
    );
}

#[test]
fn what_is_referred_to_twice_is_no_loop() {
    let schemas = "A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}\n\
                   B: {$ref: '#/components/schemas/C'}\n\
                   C: {anyOf: [{$ref: '#/components/schemas/D'}]}\n\
                   D: {type: string}\n\
                   E: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}";
    assert_eq!(wrong(schemas), [""; 0]);
}

#[test]
fn a_name_is_that_of_one_schema() {
    assert_eq!(
        wrong("A: {$id: a, $anchor: n, items: {$anchor: n}}\nB: {$id: a}\nC: {$id: 'c#d'}"),
        [
            "/B/$id: the URI `file:///a` names another schema already; give each an `$id` of its own",
            "/C/$id: the `$id` \"c#d\" has a fragment; \
             an `$id` names a whole schema resource; a schema within one has an `$anchor`",
            "/A/items/$anchor: the anchor `n` names another schema already; give it another name",
        ]
    );
}

#[test]
fn a_divisor_of_very_many_digits_is_refused() {
    let schemas = "A: {multipleOf: 1.2345678901234567890123456789012345678}";
    assert_eq!(
        wrong(schemas),
        [
            "/A/multipleOf: a `multipleOf` of more than 37 significant digits is not supported yet; until it is, round it"
        ]
    );
    assert_eq!(shown("3.1.0", "A: {multipleOf: 0.0100}"), "[MultipleOf(\"0.0100\")]");
}

#[test]
fn a_pattern_that_is_none_is_refused_where_it_stands() {
    assert_eq!(
        wrong("A: {pattern: 'äb(c'}\nB: {patternProperties: {'(?=a)': true}}"),
        [
            "/A/pattern: this group is not closed, at character 3; a parenthesis as itself is `\\(`",
            "/B/patternProperties/(?=a): a lookahead takes more than linear time; \
             say what must be there, too, with `allOf` and a `pattern` each",
        ]
    );
}

#[test]
fn a_schema_that_says_what_others_mean_by_an_anchor_is_more_than_they_are() {
    let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    \
                List: {$id: list, items: {$dynamicRef: '#item'}, $defs: {item: {$dynamicAnchor: item}}}\n    \
                Texts: {$id: texts, $ref: list, $defs: {item: {$dynamicAnchor: item, type: string}}}\n    \
                Lists: {$id: lists, items: {$ref: texts}}\n";
    let source = Source::parse("spec.yaml", text.as_bytes().to_vec()).unwrap();
    let document = document(&source).document.unwrap();
    let reader = Reader::new(&document, &NO_FORMATS);
    let schemas = Pointer::root().member("components").member("schemas");
    let all = ["List", "Texts", "Lists"].map(|name| reader.is_dynamic_scope(&schemas.member(name)));
    assert_eq!(all, [false, true, false]);
}

#[test]
fn a_long_chain_of_references_costs_no_more_than_its_length() {
    let count = 20_000;
    let link = |n: usize| format!("A{n}: {{$ref: '#/components/schemas/A{}'}}\n", n + 1);
    let chain: String = (0..count).map(link).collect();
    let (_, diagnostics) = directed("3.1.0", &format!("{chain}A{count}: {{readOnly: true}}"), BOTH);
    assert_eq!(diagnostics, []);
    let (_, diagnostics) = checks("3.1.0", &format!("{chain}A{count}: {{$ref: '#/components/schemas/A0'}}"));
    assert_eq!(diagnostics.len(), 1);
}

/// What the first of `schemas` says of each value.
fn holds(schemas: &str, values: &[serde_json::Value]) -> Vec<Option<bool>> {
    let (checks, diagnostics) = checks("3.1.0", schemas);
    assert_eq!(diagnostics, []);
    let id = checks.ids().next().unwrap();
    values.iter().map(|value| checks.holds(id, value)).collect()
}

#[test]
fn a_value_of_the_document_is_held_against_a_schema() {
    let (yes, no) = (Some(true), Some(false));
    let numbers = [json!(0.3), json!(0.35), json!(1), json!(1.0), json!("1")];
    assert_eq!(holds("A: {multipleOf: 0.1}", &numbers), [yes, no, yes, yes, yes]);
    assert_eq!(holds("A: {exclusiveMinimum: 0.3, maximum: 1}", &numbers), [no, yes, yes, yes, yes]);
    assert_eq!(
        holds("A: {oneOf: [{type: integer}, {const: 0.3}, {minimum: 1}]}", &numbers),
        [yes, no, no, no, yes]
    );
    let lists = [json!([]), json!([1]), json!([1, 1.0]), json!([1, "a"]), json!({})];
    assert_eq!(holds("A: {uniqueItems: true, contains: {type: integer}}", &lists), [no, yes, no, yes, yes]);
    assert_eq!(
        holds("A: {prefixItems: [{const: 1}], items: {type: string}}", &lists),
        [yes, yes, no, yes, yes]
    );
    let objects = [json!({}), json!({"a": 1}), json!({"x-b": 1}), json!({"b": {"b": {}}}), json!(null)];
    let tree = "A: {properties: {a: {}, b: {$ref: '#/components/schemas/A'}}, patternProperties: {^x: {type: string}}, \
                additionalProperties: false, dependentRequired: {a: [b]}}";
    assert_eq!(holds(tree, &objects), [yes, no, no, yes, yes]);
    assert_eq!(
        holds("A: {if: {required: [a]}, then: false, else: {maxProperties: 0}}", &objects),
        [yes, no, no, no, no]
    );
}

#[test]
fn where_an_answer_hangs_on_the_runtime_there_is_none() {
    let values = [json!("a"), json!(1), json!(null)];
    let (yes, no) = (Some(true), Some(false));
    assert_eq!(holds("A: {format: date, type: [string, 'null']}", &values), [None, no, yes]);
    assert_eq!(holds("A: {not: {format: date}}", &values), [None, no, no]);
    assert_eq!(holds("A: {anyOf: [{format: date}, {type: string}]}", &values), [yes, yes, yes]);
    assert_eq!(holds("A: {unevaluatedProperties: false}", &[json!({}), json!([])]), [None, yes]);
}

#[test]
fn what_schemas_repeat_without_end_is_given_up() {
    let mut value = json!({});
    (0..60).for_each(|_| value = json!({"a": value}));
    let twice =
        "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}}}";
    assert_eq!(holds(twice, &[value]), [None]);
}
