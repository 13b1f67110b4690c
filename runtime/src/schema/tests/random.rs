//! Against another validator, on schemas and bodies made at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use super::{compile, line};
use crate::decode::{Node, Rule, from_slice_with};
use crate::schema::check::Check;
use crate::schema::memory::Memory;
use crate::schema::{Schema, value};

const TYPES: &[&str] = &["null", "boolean", "integer", "number", "string", "array", "object"];

/// A few values of each type, so that schemas and bodies meet.
fn scalar() -> impl Strategy<Value = Value> {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(1.0),
        json!(-2),
        json!(2.5),
        json!(3),
        json!(""),
        json!("a"),
        json!("b"),
        json!("ü"),
        json!("abc"),
    ];
    select(values.to_vec())
}

fn name() -> impl Strategy<Value = &'static str> {
    select(&["a", "b", "c", "abc"])
}

fn object(members: Vec<(&'static str, Value)>) -> Value {
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}

fn body() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 24, 4, |inner| {
        let members = vec((name(), inner.clone()), 0..4).prop_map(object);
        prop_oneof![vec(inner, 0..4).prop_map(Value::from), members]
    })
}

/// Keywords that say something of a value by themselves.
fn assertion() -> BoxedStrategy<Value> {
    let bound = || select(vec![json!(0), json!(1), json!(1.5), json!(3)]);
    let names = || vec(name(), 0..3).prop_map(unique);
    prop_oneof![
        select(TYPES).prop_map(|name| json!({"type": name})),
        subsequence(TYPES, 2..4).prop_map(|names| json!({"type": names})),
        vec(body(), 1..4).prop_map(|values| json!({"enum": values})),
        body().prop_map(|value| json!({"const": value})),
        bound().prop_map(|bound| json!({"minimum": bound})),
        bound().prop_map(|bound| json!({"exclusiveMaximum": bound})),
        Just(json!({"multipleOf": 0.5})),
        Just(json!({"multipleOf": 2})),
        (0..3).prop_map(|length| json!({"minLength": length})),
        (0..3).prop_map(|length| json!({"maxLength": length})),
        (0..3).prop_map(|length| json!({"minItems": length})),
        (0..3).prop_map(|length| json!({"maxItems": length})),
        Just(json!({"uniqueItems": true})),
        (0..3).prop_map(|length| json!({"minProperties": length})),
        (0..3).prop_map(|length| json!({"maxProperties": length})),
        names().prop_map(|names| json!({"required": names})),
        (name(), names()).prop_map(|(name, names)| json!({"dependentRequired": {name: names}})),
    ]
    .boxed()
}

/// Keywords that have schemas inside.
fn applicator(inner: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let some = || vec(inner.clone(), 1..4);
    let by_name = || vec((name(), inner.clone()), 1..3).prop_map(object);
    let one = || inner.clone();
    let reference =
        || select(&["#", "#/$defs/one", "#/$defs/two"]).prop_map(|target| json!({"$ref": target}));
    prop_oneof![
        (some(), one()).prop_map(|(prefix, items)| json!({"prefixItems": prefix, "items": items})),
        one().prop_map(|items| json!({"items": items})),
        (one(), 0..3).prop_map(|(schema, min)| json!({"contains": schema, "minContains": min})),
        (one(), 0..3).prop_map(|(schema, max)| json!({"contains": schema, "maxContains": max})),
        by_name().prop_map(|schemas| json!({"properties": schemas})),
        (by_name(), one())
            .prop_map(|(named, rest)| json!({"properties": named, "additionalProperties": rest})),
        (by_name(), one())
            .prop_map(|(named, rest)| json!({"properties": named, "unevaluatedProperties": rest})),
        (name(), reference()).prop_map(|(name, target)| json!({"properties": {name: target}})),
        reference().prop_map(|target| json!({"items": target})),
        one().prop_map(|names| json!({"propertyNames": names})),
        one().prop_map(|rest| json!({"unevaluatedItems": rest})),
        one().prop_map(|rest| json!({"unevaluatedProperties": rest})),
        some().prop_map(|schemas| json!({"allOf": schemas})),
        some().prop_map(|schemas| json!({"anyOf": schemas})),
        some().prop_map(|schemas| json!({"oneOf": schemas})),
        one().prop_map(|schema| json!({"not": schema})),
        (one(), one(), one()).prop_map(|(a, b, c)| json!({"if": a, "then": b, "else": c})),
        by_name().prop_map(|schemas| json!({"dependentSchemas": schemas})),
    ]
    .boxed()
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![1 => any::<bool>().prop_map(Value::from), 8 => assertion()];
    let inner = leaf.prop_recursive(4, 32, 4, |inner| {
        let keyword = prop_oneof![assertion(), applicator(inner.boxed())];
        vec(keyword, 1..4).prop_map(together)
    });
    let root = vec(applicator(inner.clone().boxed()), 1..4).prop_map(together);
    (root, inner.clone(), inner).prop_map(|(mut root, one, two)| {
        root["$defs"] = json!({"one": one, "two": two});
        root
    })
}

fn together(keywords: Vec<Value>) -> Value {
    let objects = keywords.into_iter().filter_map(|keyword| keyword.as_object().cloned());
    objects.flatten().collect::<Map<_, _>>().into()
}

fn unique(mut names: Vec<&'static str>) -> Vec<&'static str> {
    names.sort_unstable();
    names.dedup();
    names
}

/// A check that keeps every answer from the beginning.
struct Impatient(&'static Schema);

impl Rule for Impatient {
    type Out = ();

    fn read(&self, mut node: Node<'_, '_>) -> Option<()> {
        let mut check = Check::of(node.document());
        check.memory = Memory::impatient();
        check.whole(self.0, &mut node).then_some(())
    }
}

fn told<R: Rule>(rule: R, body: &[u8]) -> Vec<String> {
    from_slice_with(body, &rule).err().unwrap_or_default().iter().map(line).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_valid_is_so_for_both(schema in schema(), bodies in vec(body(), 8)) {
        let theirs = jsonschema::draft202012::new(&schema).unwrap();
        let ours = compile::schema(&schema.to_string());
        for body in bodies {
            let told = told(value(ours), body.to_string().as_bytes());
            prop_assert_eq!(told.is_empty(), theirs.is_valid(&body), "{} by {}: {:?}", body, schema, told);
        }
    }

    #[test]
    fn what_is_remembered_changes_nothing(schema in schema(), bodies in vec(body(), 8)) {
        let schema = compile::schema(&schema.to_string());
        for body in bodies {
            let body = body.to_string();
            prop_assert_eq!(told(value(schema), body.as_bytes()), told(Impatient(schema), body.as_bytes()));
        }
    }
}
