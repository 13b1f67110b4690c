use super::{message, problems, read, read_text};
use crate::decode::{Decode, INTEGER, Node, STRING, checked, constant, of};
use crate::json::Json;
use crate::problem::Kind;
use crate::schema::Keyword::*;
use crate::schema::{Literal, Schema, Types};

/// One of two, as a property says.
#[derive(Debug, PartialEq)]
enum Payment {
    Card(String),
    Cash,
}

impl Decode for Payment {
    fn decode(mut node: Node<'_, '_>) -> Option<Self> {
        match node.tag("by", &["card", "cash"])? {
            0 => node.object()?.required("number", STRING).map(Self::Card),
            _ => Some(Self::Cash),
        }
    }
}

#[test]
fn a_discriminator_says_which_schema_counts() {
    assert_eq!(
        read(of::<Payment>(), r#"{"number": "1", "b\u0079": "card"}"#),
        Ok(Payment::Card("1".to_owned()))
    );
    assert_eq!(read(of::<Payment>(), r#"{"by": "cash"}"#), Ok(Payment::Cash));
    assert_eq!(problems(of::<Payment>(), r#"{"by": "card"}"#), ["/number: missing"]);
}

#[test]
fn what_is_wrong_with_a_discriminator_is_wrong_with_the_union() {
    assert_eq!(problems(of::<Payment>(), "{}"), [": union_tag_not_found"]);
    assert_eq!(problems(of::<Payment>(), r#"{"by": 1}"#), [": union_tag_invalid"]);
    assert_eq!(problems(of::<Payment>(), r#"{"by": "Card"}"#), [": union_tag_invalid"]);
    assert_eq!(problems(of::<Payment>(), "[]"), [": dict_type"]);
    assert_eq!(message(of::<Payment>(), "{}"), r#"must have the member "by""#);
    assert_eq!(message(of::<Payment>(), r#"{"by": 1}"#), r#"the member "by" must be one of "card", "cash""#);
}

/// A string or an integer, and nothing that is too short or odd.
static LABEL: Schema = Schema::Keywords(&[OneOf(&[
    Schema::Keywords(&[Type(Types::STRING), MinLength(2)]),
    Schema::Keywords(&[Type(Types::INTEGER), MultipleOf("2")]),
])]);

#[derive(Debug, PartialEq)]
enum Label {
    Text(String),
    Number(i64),
}

impl Decode for Label {
    fn decode(mut node: Node<'_, '_>) -> Option<Self> {
        use crate::decode::Rule;

        match LABEL.branch(&mut node)? {
            0 => STRING.read(node).map(Self::Text),
            _ => INTEGER.read(node).map(Self::Number),
        }
    }
}

#[test]
fn a_union_without_a_discriminator_is_the_first_that_holds() {
    assert_eq!(read(of::<Label>(), r#""ab""#), Ok(Label::Text("ab".to_owned())));
    assert_eq!(read(of::<Label>(), "4.0"), Ok(Label::Number(4)));
    assert_eq!(problems(of::<Label>(), "5"), [": one_of"]);
}

#[test]
fn what_a_schema_finds_is_told_before_the_rule_reads() {
    static SHORT: Schema = Schema::Keywords(&[Type(Types::OBJECT), MaxProperties(1), PropertyNames(&NAME)]);
    static NAME: Schema = Schema::Keywords(&[MaxLength(1)]);
    let rule = checked(of::<Json>(), &SHORT);
    assert_eq!(read(rule, r#"{"a": 1}"#).unwrap().get("a"), Some(&Json::from(1)));
    assert_eq!(problems(rule, r#"{"a": 1, "bc": 2}"#), [": too_long", "/bc/[key]: string_too_long"]);
    assert_eq!(problems(checked(INTEGER, &SHORT), "1"), [": dict_type"]);
    assert_eq!(problems(checked(STRING, &LABEL), "4"), [": string_type"]);
}

#[test]
fn a_constant_is_one_value() {
    static YES: Literal = Literal::String("yes");
    static ONE: Literal = Literal::Number("1.0");
    static LIST: Literal = Literal::Array(&[Literal::Null, Literal::Bool(true)]);
    assert_eq!(read(constant(&YES), r#""y\u0065s""#), Ok(()));
    assert_eq!(problems(constant(&YES), r#""no""#), [": literal_error"]);
    assert_eq!(read(constant(&ONE), "1"), Ok(()));
    assert_eq!(read(constant(&LIST), "[null, true]"), Ok(()));
    assert_eq!(message(constant(&LIST), "[]"), "must be [null, true]");
}

#[test]
fn a_constant_is_read_from_text() {
    assert_eq!(read_text(constant(&Literal::String("yes")), "yes"), Ok(()));
    assert_eq!(read_text(constant(&Literal::Number("1.0")), "1"), Ok(()));
    assert_eq!(read_text(constant(&Literal::Bool(true)), "true"), Ok(()));
    for (literal, text) in
        [(&Literal::String("1"), "1.0"), (&Literal::Number("1"), "x"), (&Literal::Null, "null")]
    {
        assert_eq!(read_text(constant(literal), text), Err(vec![Kind::LiteralError]));
    }
}

#[test]
fn text_is_a_string_where_any_json_will_do() {
    assert_eq!(read_text(of::<Json>(), "1"), Ok(Json::from("1")));
}
