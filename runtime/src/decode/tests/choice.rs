use super::{message, problems, read, read_text};
use crate::decode::{Choice, list, nullable, of};
use crate::encode;
use crate::problem::Kind;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Size {
    Small,
    Big,
    Empty,
}

impl Choice for Size {
    const CHOICES: &'static [(&'static str, Self)] =
        &[("small", Self::Small), ("big \"one\"", Self::Big), ("", Self::Empty)];
}

crate::choice!(Size);

#[test]
fn a_choice_is_one_of_its_strings() {
    assert_eq!(read(of::<Size>(), r#""small""#), Ok(Size::Small));
    assert_eq!(read(of::<Size>(), r#""big \u0022one\"""#), Ok(Size::Big));
    assert_eq!(read(list(nullable(of::<Size>())), r#"["", null]"#), Ok(vec![Some(Size::Empty), None]));
}

#[test]
fn anything_else_is_none_of_them() {
    for other in [r#""Small""#, r#"" small""#, "1", "null", "[]", "{}", r#""\ud800""#] {
        assert_eq!(problems(of::<Size>(), other), [": enum"], "{other}");
    }
}

#[test]
fn the_message_lists_the_strings() {
    assert_eq!(message(of::<Size>(), "1"), r#"must be one of "small", "big \"one\"", """#);
}

#[test]
fn a_choice_is_read_from_text() {
    assert_eq!(read_text(of::<Size>(), "small"), Ok(Size::Small));
    assert_eq!(read_text(of::<Size>(), ""), Ok(Size::Empty));
    assert_eq!(read_text(of::<Size>(), "SMALL"), Err(vec![Kind::Enum]));
}

#[test]
fn a_choice_is_written_as_its_string() {
    assert_eq!(Size::Big.as_str(), "big \"one\"");
    assert_eq!(Size::Small.to_string(), "small");
    assert_eq!(encode::to_vec(&[Size::Big, Size::Empty][..]), br#"["big \"one\"",""]"#);
}
