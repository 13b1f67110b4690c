//! Types that a macro makes of a rule.

use std::collections::BTreeMap;

use super::{problems, read, read_text};
use crate::HeaderText;
use crate::decode::{INTEGER, STRING, list, map, of};
use crate::encode;
use crate::problem::Kind;
use crate::schema::Literal;

#[derive(Debug, Clone, PartialEq)]
struct Code(String);

crate::newtype!(Code, String, STRING.length(2, 3), text);

#[derive(Debug, Clone, PartialEq)]
struct Counts(BTreeMap<String, Vec<i64>>);

crate::newtype!(Counts, BTreeMap<String, Vec<i64>>, map(list(INTEGER.min(0))).min_properties(1));

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct One;

crate::constant!(One, Literal::Number("1"));

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Yes;

crate::constant!(Yes, Literal::String("yes"));

#[test]
fn a_named_type_is_read_by_its_rule() {
    assert_eq!(read(of::<Code>(), r#""abc""#), Ok(Code("abc".to_owned())));
    assert_eq!(problems(list(of::<Code>()), r#"["a", 1]"#), ["/0: string_too_short", "/1: string_type"]);
    assert_eq!(read_text(of::<Code>(), "abcd"), Err(vec![Kind::StringTooLong]));
    assert_eq!(problems(of::<Counts>(), r#"{"a": [-1]}"#), ["/a/0: greater_than_equal"]);
}

#[test]
fn a_named_type_is_made_of_good_values_only() {
    let code = Code::new("abc".to_owned()).unwrap();
    assert_eq!((code.as_ref(), code.len(), code.to_string()), (&"abc".to_owned(), 3, "abc".to_owned()));
    assert_eq!(String::from(code), "abc");
    let wrong = Counts::try_from(BTreeMap::from([("a".to_owned(), vec![1, -1])])).unwrap_err();
    assert_eq!((wrong.len(), wrong[0].kind, wrong[0].loc.len()), (1, Kind::GreaterThanEqual, 2));
}

#[test]
fn a_named_type_is_written_as_its_value() {
    assert_eq!(encode::to_vec(&Code("ab\"".to_owned())), br#""ab\"""#);
    assert_eq!(Code("ab".to_owned()).header_value().unwrap(), "ab");
    assert_eq!(encode::to_vec(&One), b"1");
    assert_eq!(encode::to_vec(&Yes), br#""yes""#);
    assert_eq!((Yes.header_value().unwrap(), One.to_string()), ("yes".parse().unwrap(), "1".to_owned()));
}

#[test]
fn a_constant_type_is_read_where_its_value_is() {
    assert_eq!((read(of::<One>(), "1.0"), read(of::<Yes>(), r#""yes""#)), (Ok(One), Ok(Yes)));
    assert_eq!(problems(of::<Yes>(), "1"), [": literal_error"]);
    assert_eq!(read_text(of::<One>(), "1e0"), Ok(One));
    assert_eq!(read_text(of::<Yes>(), "no"), Err(vec![Kind::LiteralError]));
}
