use super::{message, problems, read, read_text};
use crate::decode::{BOOLEAN, NULL, STRING, nullable};
use crate::format::Format;
use crate::problem::Kind;

#[test]
fn a_string_is_what_is_between_its_quotes() {
    assert_eq!(read(STRING, r#""Üð /' rake""#).unwrap(), "Üð /' rake");
    assert_eq!(read(STRING, r#""""#).unwrap(), "");
    assert_eq!(read(STRING, "\"a raw \u{7f}\"").unwrap(), "a raw \u{7f}");
}

#[test]
fn every_escape_of_json_is_read() {
    assert_eq!(read(STRING, r#""\"\\\/\b\f\n\r\t\u0041\u00fc\u20ac""#).unwrap(), "\"\\/\u{8}\u{c}\n\r\tAü€");
    assert_eq!(read(STRING, r#""a\ud83d\uDEE0b""#).unwrap(), "a🛠b");
}

#[test]
fn half_a_surrogate_pair_is_no_text() {
    for half in [
        r#""\ud800""#,
        r#""\udee0\ud83d""#,
        r#""\ud800\ud800\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800\n""#,
        r#""\uDFFF""#,
    ] {
        assert_eq!(problems(STRING, half), [": string_unicode"], "{half}");
    }
}

#[test]
fn half_a_surrogate_pair_is_no_matter_where_no_string_is_wanted() {
    assert_eq!(problems(BOOLEAN, r#""\ud800""#), [": bool_type"]);
}

#[test]
fn what_is_no_string_is_named_once() {
    for other in ["5", "true", "null", "[]", "{}"] {
        assert_eq!(problems(STRING.length(1, 2), other), [": string_type"]);
    }
}

#[test]
fn lengths_are_counted_in_code_points() {
    let four = STRING.length(4, 4);
    assert!(read(four, r#""🛠🛠🛠🛠""#).is_ok());
    assert!(read(four, r#""\ud83d\udee0\ud83d\udee0\ud83d\udee0\ud83d\udee0""#).is_ok());
    assert!(read(four, r#""e\u0301e\u0301""#).is_ok());
    assert_eq!(problems(four, r#""🛠🛠🛠""#), [": string_too_short"]);
    assert_eq!(problems(four, r#""🛠🛠🛠🛠🛠""#), [": string_too_long"]);
    assert_eq!(problems(four, r#""abc""#), [": string_too_short"]);
    assert_eq!(problems(four, r#""abcde""#), [": string_too_long"]);
}

#[test]
fn each_length_is_a_bound_of_its_own() {
    assert_eq!(problems(STRING.min_length(1), r#""""#), [": string_too_short"]);
    assert!(read(STRING.min_length(1), r#""a""#).is_ok());
    assert_eq!(problems(STRING.min_length(4), r#""🛠🛠🛠""#), [": string_too_short"]);
    assert_eq!(problems(STRING.max_length(0), r#""a""#), [": string_too_long"]);
    assert!(read(STRING.max_length(0), r#""""#).is_ok());
}

#[test]
fn a_message_says_what_should_have_been_sent() {
    assert_eq!(message(STRING.min_length(1), r#""""#), "must have at least 1 character");
    assert_eq!(message(STRING.max_length(2), r#""abc""#), "must have at most 2 characters");
    assert_eq!(message(STRING, "1"), "must be a string");
}

#[test]
fn text_is_a_string_as_it_is() {
    assert_eq!(read_text(STRING.length(1, 4), r"a\n"), Ok(r"a\n".to_owned()));
    assert_eq!(read_text(STRING.min_length(1), ""), Err(vec![Kind::StringTooShort]));
}

#[test]
fn booleans_are_two_words() {
    assert_eq!((read(BOOLEAN, "true"), read(BOOLEAN, "false")), (Ok(true), Ok(false)));
    for other in ["1", r#""true""#, "null", "[]"] {
        assert_eq!(problems(BOOLEAN, other), [": bool_type"]);
    }
    assert_eq!((read_text(BOOLEAN, "true"), read_text(BOOLEAN, "false")), (Ok(true), Ok(false)));
    for other in ["1", "True", "yes", "on", " true", ""] {
        assert_eq!(read_text(BOOLEAN, other), Err(vec![Kind::BoolParsing]));
    }
}

#[test]
fn null_is_read_where_it_is_wanted_only() {
    assert_eq!(read(NULL, "null"), Ok(()));
    assert_eq!(problems(NULL, "0"), [": none_required"]);
    assert_eq!(read(nullable(STRING), "null"), Ok(None));
    assert_eq!(read(nullable(STRING), r#""a""#), Ok(Some("a".to_owned())));
    assert_eq!(problems(nullable(STRING), "1"), [": string_type"]);
}

#[test]
fn a_string_may_have_a_format() {
    let email = STRING.max_length(10).format(Format::Email);
    assert_eq!(read(email, r#""a@b.example""#), Err(vec![": string_too_long".to_owned()]));
    assert_eq!(read(email, r#""a@b.com""#), Ok("a@b.com".to_owned()));
    assert_eq!(problems(email, r#""a""#), [": value_error"]);
    assert_eq!(problems(email, "1"), [": string_type"]);
    assert_eq!(read_text(email, "a"), Err(vec![Kind::ValueError]));
    assert_eq!(message(STRING.format(Format::Date), r#""""#), "must be a date, such as 2024-02-29");
}

#[cfg(feature = "pattern")]
#[test]
fn each_keyword_of_a_string_is_a_problem() {
    use crate::schema::Pattern;

    static LOWER: Pattern = Pattern::new("^[a-z]+$");
    let rule = STRING.length(3, 5).pattern(&LOWER).format(Format::Uuid);
    assert_eq!(
        problems(rule, r#""A""#),
        [": string_too_short", ": string_pattern_mismatch", ": uuid_parsing"]
    );
    assert_eq!(problems(STRING.pattern(&LOWER), r#""a\nb""#), [": string_pattern_mismatch"]);
    assert_eq!(read_text(STRING.format(Format::Hostname).pattern(&LOWER), "abc"), Ok("abc".to_owned()));
    assert_eq!(message(STRING.pattern(&LOWER), r#""1""#), "must match ^[a-z]+$");
}
