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

#[test]
fn checked_text_is_the_first_that_the_schema_takes() {
    static ANY: Schema = Schema::Boolean(true);
    static TEXT: Schema = Schema::Keywords(&[Type(Types::STRING.or(Types::BOOLEAN))]);
    let any = |text| read_text(checked(of::<Json>(), &ANY), text).unwrap();
    assert_eq!(
        (any("1.0"), any("true"), any("a\"\n")),
        (Json::from(1), Json::from(true), Json::from("a\"\n"))
    );
    assert_eq!(
        (any("TRUE"), any("null"), any("01")),
        (Json::from("TRUE"), Json::from("null"), Json::from("01"))
    );
    let text = |text| read_text(checked(of::<Json>(), &TEXT), text).unwrap();
    assert_eq!((text("1"), text("false")), (Json::from("1"), Json::from(false)));
    assert_eq!(read_text(checked(of::<Label>(), &LABEL), "4"), Ok(Label::Number(4)));
}

#[test]
fn checked_text_that_is_nothing_is_told_in_the_words_of_text() {
    static EVEN: Schema = Schema::Keywords(&[Type(Types::INTEGER), Minimum("5"), MultipleOf("2")]);
    static FLAG: Schema = Schema::Keywords(&[AllOf(&[Schema::Keywords(&[Type(Types::BOOLEAN)])])]);
    static SHARE: Schema = Schema::Keywords(&[Ref(&NUMBER), Maximum("1")]);
    static NUMBER: Schema = Schema::Keywords(&[Type(Types::NUMBER.or(Types::NULL))]);
    static SHORT: Schema = Schema::Keywords(&[Type(Types::STRING), MaxLength(1)]);
    let kinds = |schema, text| read_text(checked(of::<Json>(), schema), text).unwrap_err();
    assert_eq!(kinds(&EVEN, "3"), [Kind::GreaterThanEqual, Kind::MultipleOf]);
    for text in ["1.5", "x", "", "true"] {
        assert_eq!(kinds(&EVEN, text), [Kind::IntParsing], "{text}");
    }
    assert_eq!((kinds(&FLAG, "yes"), kinds(&FLAG, "1")), (vec![Kind::BoolParsing], vec![Kind::BoolParsing]));
    assert_eq!(
        (kinds(&SHARE, "null"), kinds(&SHARE, "2")),
        (vec![Kind::FloatParsing], vec![Kind::LessThanEqual])
    );
    assert_eq!(kinds(&SHORT, "12"), [Kind::StringTooLong]);
    assert_eq!(read_text(checked(INTEGER, &SHARE), "-1e400"), Err(vec![Kind::IntParsingSize]));
}
