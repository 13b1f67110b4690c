//! What values are, and when two are the same.

#![allow(clippy::unwrap_used)]

use super::{Decimal, Json, Number};
use crate::decode::from_slice;
use crate::encode::to_vec;

fn json(text: &str) -> Json {
    from_slice(text.as_bytes()).unwrap()
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    for same in ["100", "1e2", "1E+2", "100.0", "1000e-1", "0.1e3", "0.001e5"] {
        assert_eq!(json(same), json("100"), "{same}");
    }
    for zero in ["0", "-0", "0.0", "0e9", "-0.0e-9"] {
        assert_eq!(json(zero), json("0"), "{zero}");
    }
}

#[test]
fn numbers_that_no_double_tells_apart_are_told_apart() {
    assert_ne!(json("9007199254740993"), json("9007199254740992"));
    assert_ne!(json("1e400"), json("1e401"));
    assert_ne!(json("1e-400"), json("0"));
    assert_ne!(json("1"), json("-1"));
}

#[test]
fn numbers_are_ordered_by_what_they_are() {
    let ordered =
        ["-1e400", "-10", "-9.5", "-0.01", "0", "1e-400", "0.09", "0.1", "2", "10", "11e400", "1e402"];
    for (place, number) in ordered.iter().enumerate() {
        for greater in ordered.iter().skip(place + 1) {
            assert!(Decimal::of(number) < Decimal::of(greater), "{number} < {greater}");
        }
    }
}

#[test]
fn a_multiple_is_found_without_rounding() {
    let multiple = |number, divisor| Decimal::of(number).is_multiple_of(&Decimal::of(divisor));
    for (number, divisor) in [
        ("0.3", "0.1"),
        ("4.35", "0.01"),
        ("-19.99", "0.01"),
        ("0", "7"),
        ("1e400", "8"),
        ("9007199254740993", "3"),
        ("1e99999999999999999999999999", "16"),
    ] {
        assert!(multiple(number, divisor), "{number} of {divisor}");
    }
    for (number, divisor) in
        [("0.35", "0.1"), ("1", "1.5"), ("1e308", "0.123456789"), ("1e400", "3"), ("9007199254740993", "2")]
    {
        assert!(!multiple(number, divisor), "{number} of {divisor}");
    }
}

#[test]
fn the_order_of_members_does_not_count_and_that_of_items_does() {
    assert_eq!(json(r#"{"a":1,"b":[2.0]}"#), json(r#"{"b":[2],"a":1e0}"#));
    assert_ne!(json(r#"{"a":1}"#), json(r#"{"a":1,"b":1}"#));
    assert_ne!(json("[1,2]"), json("[2,1]"));
    assert_ne!(json("false"), json("0"));
}

#[test]
fn an_integer_is_read_exactly() {
    assert_eq!(Number::new("1.5e1").unwrap().as_i64(), Some(15));
    assert_eq!(Number::new("-9223372036854775808").unwrap().as_i64(), Some(i64::MIN));
    assert_eq!(Number::new("18446744073709551615").unwrap().as_u64(), Some(u64::MAX));
    for none in ["1.5", "1e400", "1e-1", "9223372036854775808"] {
        assert_eq!(Number::new(none).unwrap().as_i64(), None, "{none}");
    }
}

#[test]
fn what_is_no_number_of_json_is_none() {
    for text in ["", "+1", "01", ".5", "1.", "NaN", "1e", " 1", "0x1"] {
        assert_eq!(Number::new(text), None, "{text}");
    }
    assert_eq!(Number::from_f64(f64::NAN), None);
}

#[test]
fn a_value_is_written_as_it_was_read() {
    let text = r#"{"b":[1.0,-0,1e400,"\n",true,null],"a":{}}"#;
    assert_eq!(String::from_utf8(to_vec(&json(text))).unwrap(), text);
}

#[test]
fn half_a_character_is_no_text() {
    let problems = from_slice::<Json>(br#"{"a":["b","\ud800"]}"#).unwrap_err();
    assert_eq!((problems.len(), problems[0].kind.as_str()), (1, "string_unicode"));
}
