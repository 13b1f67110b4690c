use super::{message, problems, read};
use crate::decode::{BOOLEAN, INTEGER, NUMBER, STRING, tuple};

#[test]
fn a_tuple_has_one_item_for_each_rule() {
    assert_eq!(read(tuple((STRING, NUMBER)), r#"["a", 1.5]"#), Ok(("a".to_owned(), 1.5)));
    assert_eq!(read(tuple((INTEGER,)), "[1]"), Ok((1,)));
    let eight = tuple((INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, INTEGER, BOOLEAN, STRING));
    assert_eq!(read(eight, r#"[1,2,3,4,5,6,true,"8"]"#).map(|read| (read.5, read.6)), Ok((6, true)));
}

#[test]
fn a_tuple_has_no_more_items_and_no_fewer() {
    let pair = tuple((STRING, INTEGER));
    assert_eq!(problems(pair, r#"["a"]"#), [": too_short"]);
    assert_eq!(problems(pair, r#"["a", 1, 2]"#), [": too_long"]);
    assert_eq!(message(pair, r#"["a", 1, 2]"#), "must have at most 2 items");
    assert_eq!(problems(pair, "{}"), [": list_type"]);
}

#[test]
fn every_item_of_a_tuple_is_looked_at() {
    let pair = tuple((STRING, INTEGER));
    assert_eq!(problems(pair, r#"[1, "a"]"#), ["/0: string_type", "/1: int_type"]);
    assert_eq!(problems(pair, "[1]"), [": too_short", "/0: string_type"]);
    assert_eq!(problems(pair, r#"["a", 1.5, null]"#), [": too_long", "/1: int_from_float"]);
}
