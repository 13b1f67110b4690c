//! What is written.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use super::{Encode, Writer, to_vec};
use crate::schema::Literal;

fn json(value: impl Encode) -> String {
    String::from_utf8(to_vec(&value)).unwrap()
}

/// A value that is written by a function.
struct By(fn(&mut Writer));

impl Encode for By {
    fn encode(&self, writer: &mut Writer) {
        self.0(writer);
    }
}

#[test]
fn integers_are_written_in_full() {
    assert_eq!(
        json(vec![0, 7, 10, -1, i64::MAX, i64::MIN]),
        "[0,7,10,-1,9223372036854775807,-9223372036854775808]"
    );
    assert_eq!(json(u64::MAX), "18446744073709551615");
    assert_eq!(json(i32::MIN), "-2147483648");
}

#[test]
fn numbers_are_written_in_as_few_digits_as_give_them_back() {
    assert_eq!(json(vec![0.1, 12.5, 3.0, -0.0, 1e300, 1.5e-7]), "[0.1,12.5,3.0,-0.0,1e+300,1.5e-7]");
    assert_eq!(json(0.1_f32), "0.1");
    assert_eq!(json(0.1 + 0.2), "0.30000000000000004");
}

#[test]
fn what_json_has_no_number_for_is_null() {
    assert_eq!(json(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY]), "[null,null,null]");
    assert_eq!(json(f32::NAN), "null");
}

#[test]
fn strings_are_escaped_where_they_have_to_be() {
    assert_eq!(json("a \"b\" \\ /"), r#""a \"b\" \\ /""#);
    assert_eq!(json("\u{8}\t\n\u{c}\r"), r#""\b\t\n\f\r""#);
    assert_eq!(json("\0\u{1f}\u{b}"), r#""\u0000\u001f\u000b""#);
    assert_eq!(json("ü 🛠 \u{7f} \u{2028}"), "\"ü 🛠 \u{7f} \u{2028}\"");
}

#[test]
fn a_quote_is_escaped_wherever_it_is() {
    for length in 0..40 {
        for place in 0..=length {
            let (before, after) = ("ü".repeat(place), "a".repeat(length - place));
            assert_eq!(json(format!("{before}\"{after}")), format!("\"{before}\\\"{after}\""));
        }
    }
}

#[test]
fn members_and_items_are_separated_by_commas() {
    assert_eq!(json(By(|writer| writer.object().end())), "{}");
    assert_eq!(json(By(|writer| writer.object().field("a", &1).end())), r#"{"a":1}"#);
    let two = By(|writer| writer.object().field("a", &true).field("b", &[false][..]).end());
    assert_eq!(json(vec![two]), r#"[{"a":true,"b":[false]}]"#);
    assert_eq!(json(Vec::<i64>::new()), "[]");
    assert_eq!(json(By(|writer| writer.array().item(&1).item("a").end())), r#"[1,"a"]"#);
}

#[test]
fn a_member_without_a_value_is_left_out() {
    let optional = By(|writer| writer.object().optional("a", &None::<i64>).optional("b", &Some(1)).end());
    assert_eq!(json(optional), r#"{"b":1}"#);
}

#[test]
fn a_name_is_escaped_like_a_string() {
    assert_eq!(json(By(|writer| writer.object().field("a\"\n", &()).end())), r#"{"a\"\n":null}"#);
}

#[test]
fn nothing_is_null() {
    assert_eq!(json(vec![Some("a"), None]), r#"["a",null]"#);
    assert_eq!(json(Some(None::<i64>)), "null");
    assert_eq!(json(()), "null");
}

#[test]
fn a_box_is_what_is_in_it() {
    assert_eq!(json(Box::new(Some(Box::new(1)))), "1");
}

#[test]
fn a_map_is_an_object_and_a_tuple_an_array() {
    let map = BTreeMap::from([("b".to_owned(), (1, "x")), ("a\"".to_owned(), (2, "y"))]);
    assert_eq!(json(&map), r#"{"a\"":[2,"y"],"b":[1,"x"]}"#);
    assert_eq!(json(BTreeMap::<String, i64>::new()), "{}");
    assert_eq!(json((1,)), "[1]");
}

#[test]
fn the_rest_is_written_among_the_other_members() {
    let object = By(|writer| {
        let rest = BTreeMap::from([("c".to_owned(), 3), ("b".to_owned(), 2)]);
        writer.object().field("a", &1).rest(&rest).rest(&BTreeMap::<String, i64>::new()).end();
    });
    assert_eq!(json(object), r#"{"a":1,"b":2,"c":3}"#);
}

#[test]
fn a_literal_is_written_as_the_document_has_it() {
    let literal = Literal::Object(&[
        ("a", Literal::Array(&[Literal::Null, Literal::Bool(true), Literal::Number("1.50")])),
        ("b", Literal::String("\"")),
    ]);
    assert_eq!(json(literal), r#"{"a":[null,true,1.50],"b":"\""}"#);
}
