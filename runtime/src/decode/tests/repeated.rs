use super::{problems, read};
use crate::decode::{Decode, INTEGER, Node, of};

#[derive(Debug, PartialEq)]
struct Point {
    x: i64,
    y: Option<i64>,
}

impl Decode for Point {
    fn decode(node: Node<'_, '_>) -> Option<Self> {
        let mut object = node.object()?;
        let x = object.required("x", INTEGER);
        let y = object.optional("y", INTEGER);
        object.closed();
        let (Some(x), Some(y)) = (x, y) else { return None };
        Some(Self { x, y })
    }
}

/// Ignores what it is given.
#[derive(Debug)]
struct Anything;

impl Decode for Anything {
    fn decode(_: Node<'_, '_>) -> Option<Self> {
        Some(Self)
    }
}

#[test]
fn a_name_that_is_there_twice_is_one_problem_at_the_name() {
    assert_eq!(problems(of::<Point>(), r#"{"x":1,"x":2}"#), ["/x: repeated"]);
    assert_eq!(problems(of::<Point>(), r#"{"x":1,"y":2,"x":1,"x":3}"#), ["/x: repeated"]);
}

#[test]
fn of_a_repeated_name_the_first_value_is_looked_at() {
    assert_eq!(problems(of::<Point>(), r#"{"x":"a","x":2}"#), ["/x: int_type", "/x: repeated"]);
    assert_eq!(problems(of::<Point>(), r#"{"x":1,"x":"a"}"#), ["/x: repeated"]);
}

#[test]
fn escapes_do_not_hide_a_repeated_name() {
    assert_eq!(problems(of::<Anything>(), r#"{"name":1,"n\u0061me":2}"#), ["/name: repeated"]);
    assert_eq!(problems(of::<Anything>(), r#"{"n\u0061me":1,"name":2}"#), ["/name: repeated"]);
    assert_eq!(problems(of::<Anything>(), r#"{"\u0061":1,"\u0061":2}"#), ["/a: repeated"]);
    assert_eq!(problems(of::<Anything>(), r#"{"a":1,"\\u0061":2}"#), [""; 0]);
}

#[test]
fn a_repeated_name_is_found_in_what_nobody_reads() {
    let found = problems(of::<Anything>(), r#"[{"a":{"":1,"b":[{"c":1,"d":2,"c":3}],"":2}}]"#);
    assert_eq!(found, ["/0/a/b/0/c: repeated", "/0/a/: repeated"]);
}

#[test]
fn the_same_name_in_another_object_is_another_name() {
    assert!(read(of::<Anything>(), r#"[{"a":{"a":{"a":1}}},{"a":1}]"#).is_ok());
}

#[test]
fn names_that_look_alike_are_not_the_same() {
    assert!(read(of::<Anything>(), r#"{"abc":1,"adc":2,"aec":3,"abcc":4,"":5,"a":6,"A":7}"#).is_ok());
}

#[test]
fn a_repeated_name_is_found_among_many() {
    for many in [2, 31, 32, 33, 34, 64, 65, 66, 200, 1000] {
        for repeated in [0, many / 2, many - 1] {
            let names = (0..many).map(|name| format!(r#""n{name}":{{"x":1}},"#));
            let body = format!(r#"{{{}"n{repeated}":0}}"#, names.collect::<String>());
            assert_eq!(problems(of::<Anything>(), &body), [format!("/n{repeated}: repeated")]);
        }
    }
}
