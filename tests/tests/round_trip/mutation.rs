//! Changes of a JSON value: some break it, some do not.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Number, Value, json};

/// One change, and where.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    at: Index,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Replace(Value),
    Remove,
    Add(String, Value),
    Repeat,
    Number(Arithmetic),
    Text(Edit),
}

#[derive(Debug, Clone, Copy)]
enum Arithmetic {
    Plus(f64),
    Negative,
    /// `1` as `1.0`.
    AsFraction,
}

#[derive(Debug, Clone)]
enum Edit {
    Push(char),
    Pop,
    Put(Index, char),
    Cut(Index),
    UpperCase,
    LowerCase,
}

/// A few changes of a value whose members are called `names`.
pub(crate) fn changes(names: Vec<String>) -> impl Strategy<Value = Vec<Change>> {
    let change = (any::<Index>(), what(names)).prop_map(|(at, what)| Change { at, what });
    vec(change, 1..4)
}

fn what(names: Vec<String>) -> impl Strategy<Value = What> {
    let letter =
        || prop_oneof![select("aAzZ019-+:.TtzPx@/~ =_é😀\u{0}".chars().collect::<Vec<_>>()), any::<char>()];
    let arithmetic = prop_oneof![
        select(vec![1.0, -1.0, 0.5, 0.25, 0.001, 10.0, -10.0, 100.0, 2_147_483_648.0])
            .prop_map(Arithmetic::Plus),
        Just(Arithmetic::Negative),
        Just(Arithmetic::AsFraction),
    ];
    let edit = prop_oneof![
        letter().prop_map(Edit::Push),
        Just(Edit::Pop),
        (any::<Index>(), letter()).prop_map(|(at, letter)| Edit::Put(at, letter)),
        any::<Index>().prop_map(Edit::Cut),
        Just(Edit::UpperCase),
        Just(Edit::LowerCase),
    ];
    prop_oneof![
        3 => value().prop_map(What::Replace),
        2 => Just(What::Remove),
        3 => (select(names), value()).prop_map(|(name, value)| What::Add(name, value)),
        1 => Just(What::Repeat),
        4 => arithmetic.prop_map(What::Number),
        4 => edit.prop_map(What::Text),
    ]
}

/// Values at which one schema or another changes its mind.
fn value() -> impl Strategy<Value = Value> {
    let numbers =
        [json!(0), json!(1), json!(-1), json!(2), json!(3), json!(9), json!(10), json!(100), json!(101)];
    let fractions = [json!(1.0), json!(1.5), json!(0.25), json!(0.01), json!(-0.0), json!(100.0)];
    let large = [json!(2_147_483_648_i64), json!(-2_147_483_649_i64), json!(i64::MAX), json!(i64::MIN)];
    let others = [
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([1]),
        json!(["a"]),
        json!([1.0, 1]),
        json!([[]]),
        json!({"a": 1}),
        json!({"a": 1.5}),
        json!({"x": null}),
        json!([0.0, {"x": null}]),
        json!({"kind": "circle"}),
        json!({"link": true}),
        json!({"value": 1}),
        json!({"on": false}),
        json!({"id": 1, "note": ""}),
    ];
    let texts = [
        "",
        "a",
        "ab",
        "abcd",
        "abcdef",
        "red",
        "Red",
        "good",
        "circle",
        "square",
        "origin",
        "card",
        "cash",
        "up",
        "AB-1",
        "AB-12345",
        "2024-02-29",
        "2023-02-29",
        "2024-02-29T12:00:00Z",
        "2016-12-31T23:59:60Z",
        "12:00:00Z",
        "12:00:00",
        "P1D",
        "P1Y2W",
        "PT",
        "::1",
        "127.0.0.1",
        "127.0.0.01",
        "a@b.c",
        "a-.b",
        "a:b",
        "/a~0",
        "/a~2",
        "AAAA",
        "AAA=",
        "AAA",
        "-_==",
        "+/==",
        "0aF0",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "+49",
        "1",
    ];
    let texts = texts.map(|text| json!(text));
    select([&numbers[..], &fractions, &large, &others, &texts].concat())
}

/// `value` after the changes.
pub(crate) fn changed(mut value: Value, changes: &[Change]) -> Value {
    for Change { at, what } in changes {
        let places = pointers(&value);
        let place = at.get(&places);
        what.apply(&mut value, place);
    }
    value
}

/// Where all values in `value` are, in order.
fn pointers(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        Value::Object(members) => {
            let token = |name: &String| name.replace('~', "~0").replace('/', "~1");
            members.iter().map(|(name, member)| (token(name), member)).collect()
        }
        _ => Vec::new(),
    };
    for (token, part) in parts {
        all.extend(pointers(part).into_iter().map(|rest| format!("/{token}{rest}")));
    }
    all
}

impl What {
    fn apply(&self, value: &mut Value, place: &str) {
        if let Self::Remove = self {
            return remove(value, place);
        }
        let there = value.pointer_mut(place).unwrap();
        match (self, there) {
            (Self::Replace(other), there) => *there = other.clone(),
            (Self::Add(name, other), Value::Object(members)) => {
                _ = members.insert(name.clone(), other.clone())
            }
            (Self::Add(_, other), Value::Array(items)) => items.push(other.clone()),
            (Self::Repeat, Value::Array(items)) => items.extend(items.first().cloned()),
            (Self::Number(arithmetic), Value::Number(number)) => *number = arithmetic.apply(number),
            (Self::Text(edit), Value::String(text)) => *text = edit.apply(text),
            _ => {}
        }
    }
}

fn remove(value: &mut Value, place: &str) {
    let Some((parent, last)) = place.rsplit_once('/') else { return };
    match value.pointer_mut(parent).unwrap() {
        Value::Array(items) => _ = items.remove(last.parse().unwrap()),
        Value::Object(members) => _ = shift(members, &last.replace("~1", "/").replace("~0", "~")),
        _ => {}
    }
}

fn shift(members: &mut Map<String, Value>, name: &str) -> Option<Value> {
    members.shift_remove(name)
}

/// Whole numbers beyond may be others as a fraction, and more than 64 bits hold.
const EXACT: u64 = 1 << 53;

impl Arithmetic {
    fn apply(self, number: &Number) -> Number {
        let whole = number.as_i64();
        let value = number.as_f64().unwrap();
        if whole.is_some_and(|whole| whole.unsigned_abs() > EXACT) && !matches!(self, Self::Negative) {
            return number.clone();
        }
        match (self, whole) {
            #[allow(clippy::cast_possible_truncation, reason = "whole numbers stay whole")]
            (Self::Plus(other), Some(whole)) if other.fract() == 0.0 => {
                whole.saturating_add(other as i64).into()
            }
            (Self::Negative, Some(whole)) => whole.saturating_neg().into(),
            (Self::Plus(other), _) => Number::from_f64(value + other).unwrap_or(number.clone()),
            (Self::Negative, None) => Number::from_f64(-value).unwrap_or(number.clone()),
            (Self::AsFraction, _) => Number::from_f64(value).unwrap_or(number.clone()),
        }
    }
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        match self {
            Self::Push(letter) => letters.push(*letter),
            Self::Pop => _ = letters.pop(),
            Self::Put(at, letter) if !letters.is_empty() => letters[at.index(text.chars().count())] = *letter,
            Self::Cut(at) if !letters.is_empty() => _ = letters.remove(at.index(text.chars().count())),
            Self::Put(..) | Self::Cut(_) => {}
            Self::UpperCase => return text.to_uppercase(),
            Self::LowerCase => return text.to_lowercase(),
        }
        letters.into_iter().collect()
    }
}
