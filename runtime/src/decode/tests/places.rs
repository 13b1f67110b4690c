use crate::decode::{Document, INTEGER, STRING, from_slice_with, list};
use crate::problem::{Kind, Problem, Step, detail};

/// Where the text is not JSON.
fn invalid(body: &[u8]) -> String {
    let problem = Document::parse(body).unwrap_err();
    assert_eq!((problem.kind, problem.loc), (Kind::JsonInvalid, vec![]));
    problem.msg
}

#[test]
fn malformed_json_is_told_by_line_and_column() {
    assert_eq!(invalid(b""), "line 1, column 1: expected a value");
    assert_eq!(invalid(b"{"), "line 1, column 2: expected a name in double quotes");
    assert_eq!(invalid(b"{\n  \"a\": 1,\n  'b': 2\n}"), "line 3, column 3: expected a name in double quotes");
    assert_eq!(invalid(b"[1,\r\n\r\n]"), "line 3, column 1: expected a value");
    assert_eq!(invalid(b"\n\n"), "line 3, column 1: expected a value");
    assert_eq!(invalid(b"1 2"), "line 1, column 3: expected nothing more");
}

#[test]
fn a_column_is_a_code_point() {
    assert_eq!(invalid("[\"ü🛠\" 1]".as_bytes()), "line 1, column 7: expected a comma or a closing bracket");
}

#[test]
fn bytes_that_are_not_utf8_are_told_by_line_and_column() {
    assert_eq!(invalid(b"{\n\"n\xc3\xbc\":\"\xff\"}"), "line 2, column 7: must be UTF-8");
    assert_eq!(invalid(b"\"\xed\xa0\x80\""), "line 1, column 2: must be UTF-8");
}

#[test]
fn the_place_of_a_problem_is_the_way_through_the_body() {
    let problems = from_slice_with(br#"[[1,"a"],[[]]]"#, &list(list(INTEGER))).unwrap_err();
    let places: Vec<_> = problems.into_iter().map(|problem| problem.loc).collect();
    assert_eq!(places, [[Step::Index(0), Step::Index(1)], [Step::Index(1), Step::Index(0)]]);
}

#[test]
fn problems_are_written_as_the_detail_of_an_answer() {
    let problems = from_slice_with(br#"["a", 1]"#, &list(STRING)).unwrap_err();
    let mut problems: Vec<_> = problems.into_iter().map(|problem| problem.under("body")).collect();
    problems.push(Problem::new(Kind::Missing, ["query", "a \"b\""], "is required"));
    let expected = concat!(
        r#"{"detail":[{"type":"string_type","loc":["body",1],"msg":"must be a string"},"#,
        r#"{"type":"missing","loc":["query","a \"b\""],"msg":"is required"}]}"#
    );
    assert_eq!(String::from_utf8(detail(&problems)).unwrap(), expected);
}
