use super::{message, problems, read};
use crate::decode::{Decode, INTEGER, Node, Rule, STRING, list, nullable, of};

#[test]
fn a_list_has_its_items_in_order() {
    assert_eq!(read(list(INTEGER), "[3, 1, 2]"), Ok(vec![3, 1, 2]));
    assert_eq!(read(list(INTEGER), "[]"), Ok(vec![]));
    assert_eq!(read(list(list(INTEGER)), "[[1],[],[2,3]]"), Ok(vec![vec![1], vec![], vec![2, 3]]));
    assert_eq!(read(list(nullable(INTEGER)), "[1,null]"), Ok(vec![Some(1), None]));
}

#[test]
fn what_is_no_array_is_named_once() {
    for other in [r#""a""#, "1", "null", "true", r#"{"0":1}"#] {
        assert_eq!(problems(list(INTEGER).min_items(1), other), [": list_type"]);
    }
}

#[test]
fn how_many_items_there_may_be_is_bounded() {
    let two = list(INTEGER).items(2, 2);
    assert!(read(two, "[1,2]").is_ok());
    assert_eq!(problems(two, "[1]"), [": too_short"]);
    assert_eq!(problems(two, "[1,2,3]"), [": too_long"]);
    assert_eq!(message(two, "[]"), "must have at least 2 items");
    assert_eq!(message(list(INTEGER).max_items(1), "[1,2]"), "must have at most 1 item");
}

#[test]
fn every_item_is_looked_at_even_where_there_are_too_many() {
    let found = problems(list(STRING.min_length(1)).max_items(2), r#"["", 1, "a", ""]"#);
    assert_eq!(found, [": too_long", "/0: string_too_short", "/1: string_type", "/3: string_too_short"]);
}

#[test]
fn no_item_of_a_unique_list_is_there_twice() {
    let unique = list(INTEGER).max_items(3).unique();
    assert_eq!(read(unique, "[1, 2, 3]"), Ok(vec![1, 2, 3]));
    assert_eq!(problems(unique, "[1, 2, 1.0]"), [": unique_items"]);
    assert_eq!(problems(unique, "[1, 2, 3, 1]"), [": too_long", ": unique_items"]);
    assert_eq!(problems(unique, r#"["a", "a"]"#), [": unique_items", "/0: int_type", "/1: int_type"]);
    assert_eq!(problems(unique, "1"), [": list_type"]);
    assert_eq!(message(unique, "[1, 1]"), "must not have the same item twice");
}

#[test]
fn a_list_with_a_wrong_item_is_nothing() {
    #[derive(Debug)]
    struct Nothing;

    impl Decode for Nothing {
        fn decode(node: Node<'_, '_>) -> Option<Self> {
            assert_eq!(list(INTEGER).read(node), None);
            None
        }
    }
    assert_eq!(problems(of::<Nothing>(), r#"[1,"a",2]"#), ["/1: int_type"]);
}
