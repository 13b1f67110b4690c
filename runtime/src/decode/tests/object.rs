use super::{message, problems, read};
use crate::decode::{BOOLEAN, Decode, INTEGER, Node, STRING, list, nullable, of};

#[derive(Debug, PartialEq)]
struct Tool {
    name: String,
    stock: Option<i64>,
    weight: Option<Option<i64>>,
    parts: Option<Vec<Tool>>,
}

impl Decode for Tool {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let name = object.required("name", STRING.length(1, 10));
        let stock = object.optional("stock", INTEGER.min(0));
        let weight = object.optional("weight", nullable(INTEGER));
        let parts = object.optional("parts", list(of::<Tool>()));
        let (Some(name), Some(stock), Some(weight), Some(parts)) = (name, stock, weight, parts) else {
            return None;
        };
        Some(Self { name, stock, weight, parts })
    }
}

#[derive(Debug)]
struct Closed;

impl Decode for Closed {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        object.optional("a", BOOLEAN);
        object.optional("b", BOOLEAN);
        object.closed();
        Some(Self)
    }
}

fn rake(stock: Option<i64>) -> Tool {
    Tool { name: "Rake".to_owned(), stock, weight: None, parts: None }
}

#[test]
fn members_are_found_in_any_order() {
    assert_eq!(read(of::<Tool>(), r#"{"name": "Rake", "stock": 2}"#), Ok(rake(Some(2))));
    assert_eq!(read(of::<Tool>(), r#"{"stock": 2, "x": {"name": 1}, "name": "Rake"}"#), Ok(rake(Some(2))));
}

#[test]
fn a_name_may_be_escaped() {
    assert_eq!(read(of::<Tool>(), r#"{"n\u0061me": "Rake"}"#), Ok(rake(None)));
}

#[test]
fn a_member_of_a_member_is_not_a_member() {
    assert_eq!(problems(of::<Tool>(), r#"{"x": {"name": "Rake"}}"#), ["/name: missing"]);
}

#[test]
fn names_have_regard_to_case() {
    assert_eq!(problems(of::<Tool>(), r#"{"Name": "Rake"}"#), ["/name: missing"]);
}

#[test]
fn what_is_not_there_is_not_null() {
    assert_eq!(problems(of::<Tool>(), r#"{"name": "Rake", "stock": null}"#), ["/stock: int_type"]);
    let weightless = Tool { weight: Some(None), ..rake(None) };
    assert_eq!(read(of::<Tool>(), r#"{"name": "Rake", "weight": null}"#), Ok(weightless));
}

#[test]
fn unknown_members_are_left_out_unless_the_object_is_closed() {
    assert_eq!(read(of::<Tool>(), r#"{"name": "Rake", "colour": ["red"]}"#), Ok(rake(None)));
    assert!(read(of::<Closed>(), r#"{"b": true, "a": true}"#).is_ok());
    assert!(read(of::<Closed>(), "{}").is_ok());
    assert_eq!(
        problems(of::<Closed>(), r#"{"c": 1, "a": 1, "A": 1}"#),
        ["/c: extra_forbidden", "/a: bool_type", "/A: extra_forbidden"]
    );
}

#[test]
fn what_is_no_object_is_named_once() {
    for other in [r#""a""#, "1", "null", "true", "[]"] {
        assert_eq!(problems(of::<Tool>(), other), [": dict_type"]);
    }
}

#[test]
fn all_problems_of_all_members_are_found_in_the_order_of_the_body() {
    let body = r#"{"stock": -1, "parts": [{"name": ""}, {"name": "a"}, 3, {"parts": {}}], "name": 5, "weight": "x"}"#;
    let found = [
        "/stock: greater_than_equal",
        "/parts/0/name: string_too_short",
        "/parts/2: dict_type",
        "/parts/3/name: missing",
        "/parts/3/parts: list_type",
        "/name: string_type",
        "/weight: int_type",
    ];
    assert_eq!(problems(of::<Tool>(), body), found);
}

#[test]
fn messages_are_plain() {
    assert_eq!(message(of::<Tool>(), "{}"), "is required");
    assert_eq!(message(of::<Tool>(), "[]"), "must be an object");
    assert_eq!(message(of::<Closed>(), r#"{"secret": 1}"#), "there is no such member");
}

#[test]
fn an_object_may_have_any_number_of_members() {
    for many in [1, 31, 32, 33, 61, 62, 63, 64, 65, 128, 1000] {
        let others: String = (0..many).map(|other| format!(r#""n{other}":[{{}}],"#)).collect();
        let open = format!(r#"{{{others}"name":"Rake","stock":2}}"#);
        assert_eq!(read(of::<Tool>(), &open), Ok(rake(Some(2))), "{many}");
        let closed = format!(r#"{{"a":true,{others}"b":1}}"#);
        let found = problems(of::<Closed>(), &closed);
        assert_eq!(found.len(), 100.min(many + 1), "{many}");
        assert!(
            found.iter().take(99).all(|line| *line == "/b: bool_type" || line.ends_with(": extra_forbidden"))
        );
    }
}
