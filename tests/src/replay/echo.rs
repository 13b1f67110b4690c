//! What an operation says of what it read.

use serde_json::{Map, Number, Value};

/// Whether `got` says what `wanted` does: the operation, its parameters and its body. A parameter that is `null` was left
/// out.
pub(super) fn same(got: &Value, wanted: &Map<String, Value>) -> bool {
    let got = got.as_object().map(without_nulls);
    got.is_some_and(|got| equal(&Value::Object(got), &Value::Object(without_nulls(wanted))))
}

fn without_nulls(echo: &Map<String, Value>) -> Map<String, Value> {
    let mut echo = echo.clone();
    if let Some(parameters) = echo.get_mut("params").and_then(Value::as_object_mut) {
        parameters.retain(|_, value| !value.is_null());
    }
    echo
}

/// Whether two values of JSON are the same (JSON Schema Core, section 4.2.2): `1.0` is `1`, and `true` is not.
pub(super) fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => same_number(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let has = |(name, value): (_, &Value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(has)
        }
        _ => one == other,
    }
}

/// Integers are compared as such, so that none of 64 bits is rounded.
fn same_number(one: &Number, other: &Number) -> bool {
    match (integer(one), integer(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.as_f64() == other.as_f64(),
        _ => false,
    }
}

/// The integer that a number is, where it is one of 128 bits.
fn integer(number: &Number) -> Option<i128> {
    let whole = |float: &f64| float.fract() == 0.0 && float.abs() < i128::MAX as f64;
    number.as_i128().or_else(|| number.as_f64().filter(whole).map(|float| float as i128))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn same_json(got: Value, wanted: Value) -> bool {
        same(&got, wanted.as_object().unwrap())
    }

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        let same = |one: &str, other: &str| {
            let read = |text| serde_json::from_str::<Value>(text).unwrap();
            equal(&read(one), &read(other))
        };
        assert!(same("1", "1.0") && same("[1e2]", "[100]") && same("-0.0", "0") && same("0.5", "5e-1"));
        assert!(same("9223372036854775807", "9223372036854775807") && same("1e300", "1e300"));
        assert!(!same("9223372036854775807", "9223372036854775808"));
        assert!(!same("9007199254740993", "9007199254740992.0"));
        assert!(!same("1", "true") && !same("0", "false") && !same("1", "1.5") && !same("1", "\"1\""));
    }

    #[test]
    fn members_are_in_any_order_and_items_are_not() {
        assert!(equal(&json!({"a": 1, "b": [2]}), &json!({"b": [2.0], "a": 1.0})));
        assert!(!equal(&json!({"a": 1}), &json!({"a": 1, "b": null})));
        assert!(!equal(&json!({"a": 1, "b": null}), &json!({"a": 1})));
        assert!(!equal(&json!([1, 2]), &json!([2, 1])));
        assert!(!equal(&json!([1, 2]), &json!([1])));
    }

    #[test]
    fn a_parameter_that_is_null_was_left_out_and_a_body_that_is_null_was_not() {
        let wanted = || json!({"operation": "o", "params": {"a": 1}});
        assert!(same_json(json!({"operation": "o", "params": {"a": 1, "b": null}}), wanted()));
        assert!(same_json(wanted(), json!({"operation": "o", "params": {"a": 1, "b": null}})));
        assert!(!same_json(json!({"operation": "o", "params": {"a": 1}, "body": null}), wanted()));
        assert!(!same_json(json!({"operation": "o", "params": {"a": {"b": null}}}), wanted()));
        assert!(!same_json(json!({"operation": "p", "params": {"a": 1}}), wanted()));
        assert!(!same_json(json!([]), wanted()));
    }
}
