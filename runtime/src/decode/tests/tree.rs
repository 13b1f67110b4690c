use super::{problems, read};
use crate::decode::{Decode, INTEGER, Node, list, of};
use crate::encode::{self, Encode, Writer};

/// A type that contains itself.
#[derive(Debug, PartialEq)]
struct Tree {
    value: i64,
    left: Option<Box<Tree>>,
    others: Option<Vec<Tree>>,
}

impl Decode for Tree {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let value = object.required("value", INTEGER);
        let left = object.optional("left", of::<Box<Tree>>());
        let others = object.optional("others", list(of::<Tree>()));
        object.closed();
        let (Some(value), Some(left), Some(others)) = (value, left, others) else { return None };
        Some(Self { value, left, others })
    }
}

impl Encode for Tree {
    fn encode(&self, writer: &mut Writer) {
        let Self { value, left, others } = self;
        writer.object().field("value", value).optional("left", left).optional("others", others).end();
    }
}

#[test]
fn a_type_may_contain_itself() {
    let body =
        r#"{"value":1,"left":{"value":2,"left":{"value":3}},"others":[{"value":4},{"value":5,"others":[]}]}"#;
    let tree = read(of::<Box<Tree>>(), body).unwrap();
    assert_eq!(tree.left.as_ref().and_then(|left| left.left.as_ref()).map(|left| left.value), Some(3));
    assert_eq!(encode::to_vec(&tree), body.as_bytes());
}

#[test]
fn problems_are_found_at_any_depth() {
    let body =
        r#"{"value":1,"left":{"left":{"value":"x","x":0}},"others":[{"value":4},{"value":5,"others":[1]}]}"#;
    let found = [
        "/left/value: missing",
        "/left/left/value: int_type",
        "/left/left/x: extra_forbidden",
        "/others/1/others/0: dict_type",
    ];
    assert_eq!(problems(of::<Tree>(), body), found);
}

#[test]
fn a_body_as_deep_as_may_be_is_read() {
    let depth = 127;
    let body = r#"{"value":1,"left":"#.repeat(depth) + r#"{"value":1}"# + &"}".repeat(depth);
    assert_eq!(encode::to_vec(&read(of::<Tree>(), &body).unwrap()), body.as_bytes());
}
