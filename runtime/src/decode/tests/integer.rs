use super::{message, problems, read, read_text};
use crate::decode::{INT32, INT64, INTEGER};
use crate::problem::Kind;

#[test]
fn integers_of_64_bits_are_exact() {
    assert_eq!(read(INTEGER, "9007199254740993"), Ok(9_007_199_254_740_993));
    assert_eq!(read(INTEGER, "9223372036854775807"), Ok(i64::MAX));
    assert_eq!(read(INTEGER, "-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read(INTEGER, "-0"), Ok(0));
}

#[test]
fn a_number_without_a_fraction_is_an_integer_however_it_is_written() {
    let same = [
        ("1.0", 1),
        ("1e2", 100),
        ("1E+2", 100),
        ("100e-2", 1),
        ("-1.50e1", -15),
        ("0.0001e4", 1),
        ("0e999999999999999999999", 0),
        ("-0.0", 0),
        ("9223372036854775807.000", i64::MAX),
        ("-9.223372036854775808e18", i64::MIN),
        ("900719925474099.3e1", 9_007_199_254_740_993),
    ];
    for (text, integer) in same {
        assert_eq!(read(INTEGER, text), Ok(integer), "{text}");
    }
}

#[test]
fn a_number_with_a_fraction_is_no_integer() {
    let fractions =
        ["1.5", "1e-1", "15e-1", "0.1", "100000000000000000000.5", "1e-999999999999999999999", "1.05e1"];
    for fraction in fractions {
        assert_eq!(problems(INTEGER.max(0), fraction), [": int_from_float"], "{fraction}");
    }
}

#[test]
fn an_integer_of_more_bits_is_refused_not_rounded() {
    for large in ["9223372036854775808", "-9223372036854775809", "1e19", "1e999999999999999999999", "1e400"] {
        assert_eq!(problems(INTEGER, large), [": int_parsing_size"], "{large}");
    }
    assert_eq!(message(INTEGER, "1e19"), "must fit in 64 bits");
}

#[test]
fn an_integer_of_more_bits_breaks_a_bound_where_there_is_one() {
    assert_eq!(problems(INTEGER.max(5), "1e19"), [": less_than_equal"]);
    assert_eq!(problems(INTEGER.below(5), "1e19"), [": less_than"]);
    assert_eq!(problems(INTEGER.min(5), "-1e19"), [": greater_than_equal"]);
    assert_eq!(problems(INTEGER.max(5), "-1e19"), [": int_parsing_size"]);
    assert_eq!(problems(INT64, "9223372036854775808"), [": less_than_equal"]);
    assert_eq!(problems(INT64, "-9223372036854775809"), [": greater_than_equal"]);
}

#[test]
fn an_integer_of_32_bits_breaks_a_bound_beyond_them() {
    assert_eq!(read(INT32, "2147483647"), Ok(i32::MAX));
    assert_eq!(read(INT32, "-2147483648"), Ok(i32::MIN));
    assert_eq!(problems(INT32, "2147483648"), [": less_than_equal"]);
    assert_eq!(problems(INT32, "-2147483649"), [": greater_than_equal"]);
    assert_eq!(problems(INT32, "1e30"), [": less_than_equal"]);
}

#[test]
fn bounds_wider_than_the_type_do_not_let_more_in() {
    assert_eq!(problems(INT32.max(i64::MAX), "2147483648"), [": int_parsing_size"]);
    assert_eq!(message(INT32.max(i64::MAX), "2147483648"), "must fit in 32 bits");
}

#[test]
fn bounds_are_inclusive_or_exclusive() {
    assert!(read(INTEGER.range(1, 3), "1").is_ok() && read(INTEGER.range(1, 3), "3").is_ok());
    assert_eq!(problems(INTEGER.range(1, 3), "0"), [": greater_than_equal"]);
    assert_eq!(problems(INTEGER.range(1, 3), "4"), [": less_than_equal"]);
    assert!(read(INTEGER.above(0).below(2), "1").is_ok());
    assert_eq!(problems(INTEGER.above(0).below(2), "0"), [": greater_than"]);
    assert_eq!(problems(INTEGER.above(0).below(2), "2"), [": less_than"]);
}

#[test]
fn a_range_that_nothing_is_in_breaks_both_bounds() {
    assert_eq!(problems(INTEGER.min(5).max(1), "3"), [": greater_than_equal", ": less_than_equal"]);
}

#[test]
fn a_message_says_the_bound() {
    assert_eq!(message(INTEGER.min(5), "1"), "must be at least 5");
    assert_eq!(message(INTEGER.max(5), "6"), "must be at most 5");
    assert_eq!(message(INTEGER.above(5), "5"), "must be greater than 5");
    assert_eq!(message(INTEGER.below(5), "5"), "must be less than 5");
    assert_eq!(message(INTEGER, "1.5"), "must be an integer");
}

#[test]
fn what_is_no_number_is_named_once() {
    for other in [r#""5""#, "true", "null", "[]", "{}"] {
        assert_eq!(problems(INTEGER.range(1, 3), other), [": int_type"]);
    }
}

#[test]
fn text_is_an_integer_where_json_would_write_it_so() {
    assert_eq!(read_text(INTEGER, "-7"), Ok(-7));
    assert_eq!(read_text(INTEGER, "7e2"), Ok(700));
    assert_eq!(read_text(INT32, "7"), Ok(7));
    for other in ["", " 7", "7 ", "+7", "007", "0x7", "1_000", "seven", "٧", "1.5", "-", "NaN", "7\n"] {
        assert_eq!(read_text(INTEGER, other), Err(vec![Kind::IntParsing]), "{other}");
    }
    assert_eq!(read_text(INTEGER, "9223372036854775808"), Err(vec![Kind::IntParsingSize]));
    assert_eq!(read_text(INTEGER.max(9), "10"), Err(vec![Kind::LessThanEqual]));
}
