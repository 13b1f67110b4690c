use super::{message, problems, read, read_text};
use crate::decode::{FLOAT, INT32, INTEGER, NUMBER};
use crate::problem::Kind;

#[test]
fn an_integer_is_a_multiple_however_it_is_written() {
    let fives = INTEGER.multiple_of(5);
    for good in ["0", "-0", "5", "-15", "1e2", "25.0", "9223372036854775805"] {
        assert!(read(fives, good).is_ok(), "{good}");
    }
    for bad in ["1", "-4", "1.1e1", "9223372036854775807"] {
        assert_eq!(problems(fives, bad), [": multiple_of"], "{bad}");
    }
    assert_eq!(read(INT32.multiple_of(2), "4"), Ok(4_i32));
    assert_eq!(message(fives, "1"), "must be a multiple of 5");
}

#[test]
fn each_keyword_of_an_integer_is_a_problem() {
    let few = INTEGER.range(0, 10).multiple_of(5);
    assert_eq!(problems(few, "11"), [": less_than_equal", ": multiple_of"]);
    assert_eq!(problems(few, "100000000000000000000"), [": less_than_equal"]);
    assert_eq!(problems(few, "-100000000000000000001"), [": greater_than_equal", ": multiple_of"]);
}

#[test]
fn what_is_of_another_type_is_named_once() {
    assert_eq!(problems(INTEGER.multiple_of(5), "1.5"), [": int_from_float"]);
    assert_eq!(problems(INTEGER.multiple_of(5), r#""5""#), [": int_type"]);
    assert_eq!(problems(NUMBER.multiple_of("0.5"), "null"), [": float_type"]);
}

#[test]
fn a_number_is_a_multiple_without_rounding() {
    let cents = NUMBER.max(1e300).multiple_of("0.01");
    assert_eq!(read(cents, "0.07"), Ok(0.07));
    assert_eq!(read(cents, "4.35"), Ok(4.35));
    assert_eq!(read(cents, "1e2"), Ok(100.0));
    assert_eq!(problems(cents, "0.075"), [": multiple_of"]);
    assert_eq!(problems(cents, "0.07000000000000000000000000000000001"), [": multiple_of"]);
    assert_eq!(problems(cents, "1e-400"), [": multiple_of"]);
    assert_eq!(problems(NUMBER.max(1.0).multiple_of("0.5"), "1.25"), [": less_than_equal", ": multiple_of"]);
    assert_eq!(read(FLOAT.multiple_of("0.1"), "0.3"), Ok(0.3_f32));
}

#[test]
fn a_multiple_is_read_from_text() {
    assert_eq!(read_text(INTEGER.multiple_of(5), "1e1"), Ok(10));
    assert_eq!(read_text(INTEGER.multiple_of(5), "7"), Err(vec![Kind::MultipleOf]));
    assert_eq!(read_text(INTEGER.multiple_of(5), "7.5"), Err(vec![Kind::IntParsing]));
    assert_eq!(read_text(INTEGER.multiple_of(5), "x"), Err(vec![Kind::IntParsing]));
    assert_eq!(read_text(NUMBER.multiple_of("0.5"), "1.5"), Ok(1.5));
    assert_eq!(read_text(NUMBER.multiple_of("0.5"), "1.6"), Err(vec![Kind::MultipleOf]));
    assert_eq!(read_text(NUMBER.multiple_of("0.5"), "x"), Err(vec![Kind::FloatParsing]));
}
