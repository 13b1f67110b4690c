use super::{message, problems, read, read_text};
use crate::decode::{FLOAT, NUMBER};
use crate::problem::Kind;

#[test]
fn any_number_is_read_as_the_nearest_double() {
    assert_eq!(read(NUMBER, "1.5"), Ok(1.5));
    assert_eq!(read(NUMBER, "3"), Ok(3.0));
    assert_eq!(read(NUMBER, "-1.25e-3"), Ok(-0.00125));
    assert_eq!(read(NUMBER, "0.1"), Ok(0.1));
    assert_eq!(read(NUMBER, "1e-400"), Ok(0.0));
    assert_eq!(read(NUMBER, "1.7976931348623157e308"), Ok(f64::MAX));
    assert!(read(NUMBER, "-0").is_ok_and(f64::is_sign_negative));
}

#[test]
fn a_number_beyond_its_type_is_refused_not_made_infinite() {
    assert_eq!(problems(NUMBER, "1e400"), [": finite_number"]);
    assert_eq!(problems(NUMBER.max(1.0), "-1e400"), [": finite_number"]);
    assert_eq!(problems(FLOAT, "1e39"), [": finite_number"]);
    assert_eq!(problems(FLOAT, "-1e400"), [": finite_number"]);
}

#[test]
fn a_number_of_single_precision_is_the_nearest_to_the_text() {
    assert_eq!(read(FLOAT, "0.1"), Ok(0.1_f32));
    // rounded to a double first, this would be rounded down
    assert_eq!(read(FLOAT, "1.000000059604644775390626"), Ok(1.000_000_1_f32));
}

#[test]
fn bounds_of_single_precision_are_held_against_what_was_sent() {
    assert_eq!(read(FLOAT.max(0.1), "0.1"), Ok(0.1_f32));
}

#[test]
fn bounds_are_inclusive_or_exclusive() {
    let share = NUMBER.above(0.0).below(1.0);
    assert_eq!(read(share, "0.5"), Ok(0.5));
    assert_eq!(problems(share, "0"), [": greater_than"]);
    assert_eq!(problems(share, "1.0"), [": less_than"]);
    let range = NUMBER.range(-0.5, 0.5);
    assert!(read(range, "-0.5").is_ok() && read(range, "0.5").is_ok());
    assert_eq!(problems(range, "-0.51"), [": greater_than_equal"]);
    assert_eq!(problems(range, "0.51"), [": less_than_equal"]);
    assert_eq!(message(range, "1"), "must be at most 0.5");
}

#[test]
fn of_two_lower_bounds_the_later_counts() {
    assert_eq!(problems(NUMBER.min(5.0).above(1.0), "1"), [": greater_than"]);
    assert_eq!(read(NUMBER.min(5.0).above(1.0), "2"), Ok(2.0));
}

#[test]
fn what_is_no_number_is_named_once() {
    for other in [r#""1.5""#, "false", "null", "[]", "{}"] {
        assert_eq!(problems(NUMBER.min(1.0), other), [": float_type"]);
        assert_eq!(problems(FLOAT, other), [": float_type"]);
    }
}

#[test]
fn text_is_a_number_where_json_would_write_it_so() {
    assert_eq!(read_text(NUMBER, "-1.5e1"), Ok(-15.0));
    assert_eq!(read_text(FLOAT, "0.1"), Ok(0.1_f32));
    for other in ["", "nan", "NaN", "inf", "Infinity", "-inf", ".5", "5.", "+1", "01", "1e", " 1", "1,5"] {
        assert_eq!(read_text(NUMBER, other), Err(vec![Kind::FloatParsing]), "{other}");
    }
    assert_eq!(read_text(NUMBER, "1e400"), Err(vec![Kind::FiniteNumber]));
    assert_eq!(read_text(NUMBER.below(1.0), "1"), Err(vec![Kind::LessThan]));
}
