//! What each keyword is called where it fails, and at which place.

use super::{messages, problems};

/// Each line: a schema, a body, and the problems.
fn each(cases: &[(&str, &str, &[&str])]) {
    for (schema, body, told) in cases {
        assert_eq!(problems(schema, body), *told, "{body} by {schema}");
    }
}

#[test]
fn a_type_has_its_own_word() {
    each(&[
        (r#"{"type": "string"}"#, "1", &[": string_type"]),
        (r#"{"type": "integer"}"#, r#""1""#, &[": int_type"]),
        (r#"{"type": "integer"}"#, "1.5", &[": int_from_float"]),
        (r#"{"type": "number"}"#, "true", &[": float_type"]),
        (r#"{"type": "boolean"}"#, "1", &[": bool_type"]),
        (r#"{"type": "null"}"#, "0", &[": none_required"]),
        (r#"{"type": "array"}"#, "{}", &[": list_type"]),
        (r#"{"type": "object"}"#, "[]", &[": dict_type"]),
    ]);
}

#[test]
fn several_types_are_a_union_where_null_is_not_what_makes_them_several() {
    each(&[
        (r#"{"type": ["string", "integer"]}"#, "1.5", &[": any_of"]),
        (r#"{"type": ["string", "null"]}"#, "1", &[": string_type"]),
        (r#"{"type": ["null", "integer"]}"#, "1.5", &[": int_from_float"]),
        (r#"{"type": ["integer", "number"]}"#, "[]", &[": float_type"]),
        (r#"{"type": ["integer", "boolean", "null"]}"#, "[]", &[": any_of"]),
        (r#"{"type": ["string", "null"]}"#, "null", &[]),
    ]);
    assert_eq!(
        messages(r#"{"type": ["null", "string", "integer"]}"#, "[]"),
        ["must be an integer, a string or null"]
    );
}

#[test]
fn an_integer_is_whatever_has_no_fraction() {
    for whole in ["1.0", "1e2", "-0", "12345678901234567890123", "1e400", "1.50e1"] {
        assert_eq!(problems(r#"{"type": "integer"}"#, whole), [""; 0], "{whole}");
    }
    assert_eq!(problems(r#"{"type": "integer"}"#, "1e-400"), [": int_from_float"]);
}

#[test]
fn a_value_that_is_not_among_those_of_the_document_has_one_problem() {
    each(&[
        (r#"{"enum": [1, "a", {"b": [null]}], "type": "string", "minLength": 3}"#, r#""b""#, &[": enum"]),
        (r#"{"enum": [1, "a", {"b": [null]}]}"#, r#"{"b":[null]}"#, &[]),
        (r#"{"const": {"a": 1.0}}"#, r#"{"a": 2}"#, &[": literal_error"]),
        (r#"{"const": {"a": 1.0, "b": 2}}"#, r#"{"b": 2, "a": 1}"#, &[]),
        (r#"{"const": 9007199254740993}"#, "9007199254740992", &[": literal_error"]),
    ]);
    assert_eq!(
        messages(r#"{"enum": [1, "a", {"b": [null]}]}"#, "2"),
        [r#"must be one of 1, "a", {"b": [null]}"#]
    );
}

#[test]
fn each_keyword_of_a_number_is_a_problem() {
    each(&[
        (r#"{"minimum": 1, "multipleOf": 2}"#, "-1", &[": greater_than_equal", ": multiple_of"]),
        (r#"{"maximum": 1.5}"#, "1.51", &[": less_than_equal"]),
        (r#"{"exclusiveMinimum": 1}"#, "1.0", &[": greater_than"]),
        (r#"{"exclusiveMaximum": 1e1}"#, "10", &[": less_than"]),
        (r#"{"multipleOf": 0.01}"#, "4.351", &[": multiple_of"]),
        (r#"{"multipleOf": 0.01}"#, "4.35", &[]),
        (r#"{"maximum": 9007199254740992}"#, "9007199254740993", &[": less_than_equal"]),
    ]);
}

#[test]
fn each_keyword_of_a_string_is_a_problem_and_counts_code_points() {
    each(&[
        (r#"{"minLength": 3}"#, r#""üü""#, &[": string_too_short"]),
        (r#"{"maxLength": 1}"#, r#""\ud83d\udee0""#, &[]),
        (r#"{"maxLength": 1}"#, r#""ab""#, &[": string_too_long"]),
    ]);
}

#[test]
fn a_format_is_a_problem_of_strings_only() {
    each(&[
        (r#"{"format": "asserted-date"}"#, r#""2023-02-29""#, &[": date_parsing"]),
        (r#"{"format": "asserted-date"}"#, r#""2024-02-29""#, &[]),
        (r#"{"format": "asserted-date"}"#, "1", &[]),
        (
            r#"{"propertyNames": {"format": "asserted-base64", "maxLength": 1}}"#,
            r#"{"a_": 1}"#,
            &["/a_/[key]: base64_decode", "/a_/[key]: string_too_long"],
        ),
    ]);
    assert_eq!(messages(r#"{"format": "asserted-base64"}"#, r#""a""#), ["must be text in base64"]);
}

#[cfg(feature = "pattern")]
#[test]
fn a_pattern_is_met_anywhere_in_a_text() {
    each(&[
        (r#"{"pattern": "b+"}"#, r#""abc""#, &[]),
        (
            r#"{"pattern": "^b$", "minLength": 4}"#,
            r#""abc""#,
            &[": string_pattern_mismatch", ": string_too_short"],
        ),
        (
            r#"{"patternProperties": {"^x-": {"type": "string"}}}"#,
            r#"{"x-a": 1, "y": 1}"#,
            &["/x-a: string_type"],
        ),
        (r#"{"patternProperties": {"^x-": false}}"#, r#"{"x-a": 1}"#, &["/x-a: extra_forbidden"]),
    ]);
}

#[test]
fn each_keyword_of_an_array_is_a_problem_of_the_array() {
    each(&[
        (r#"{"minItems": 2}"#, "[1]", &[": too_short"]),
        (r#"{"maxItems": 1, "uniqueItems": true}"#, "[1, 1.0]", &[": too_long", ": unique_items"]),
        (r#"{"contains": {"type": "string"}}"#, "[1]", &[": contains"]),
        (r#"{"contains": {"type": "string"}, "minContains": 2}"#, r#"["a"]"#, &[": contains"]),
        (r#"{"contains": {"type": "string"}, "maxContains": 1}"#, r#"["a", "b"]"#, &[": max_contains"]),
        (r#"{"contains": {"type": "string"}, "minContains": 0}"#, "[]", &[]),
        (r#"{"prefixItems": [{}], "items": false}"#, "[1, 2, 3]", &[": too_long"]),
    ]);
}

#[test]
fn the_problems_of_items_are_at_the_items() {
    each(&[
        (
            r#"{"prefixItems": [true, {"type": "string"}], "items": {"minimum": 5}}"#,
            "[1, 2, 3, 7]",
            &["/1: string_type", "/2: greater_than_equal"],
        ),
        (
            r#"{"prefixItems": [{"type": "string"}], "unevaluatedItems": false}"#,
            r#"["a", 1]"#,
            &["/1: extra_forbidden"],
        ),
    ]);
}

#[test]
fn a_member_that_is_not_there_is_told_at_its_place() {
    each(&[
        (r#"{"required": ["a", "b"]}"#, r#"{"b": 1}"#, &["/a: missing"]),
        (r#"{"dependentRequired": {"a": ["b", "c"]}}"#, r#"{"a": 1}"#, &["/b: missing", "/c: missing"]),
        (r#"{"dependentSchemas": {"a": {"required": ["b"]}}}"#, r#"{"a": 1}"#, &["/b: missing"]),
        (r#"{"required": ["a"], "allOf": [{"required": ["a"]}]}"#, "{}", &["/a: missing"]),
    ]);
}

#[test]
fn a_member_that_may_not_be_there_is_told_at_its_place() {
    each(&[
        (
            r#"{"properties": {"a": {}}, "additionalProperties": false}"#,
            r#"{"a": 1, "b": 1}"#,
            &["/b: extra_forbidden"],
        ),
        (r#"{"properties": {"a": false}}"#, r#"{"a": 1}"#, &["/a: extra_forbidden"]),
        (r#"{"unevaluatedProperties": false}"#, r#"{"a": 1}"#, &["/a: extra_forbidden"]),
        (r#"{"additionalProperties": {"type": "string"}}"#, r#"{"a": 1}"#, &["/a: string_type"]),
    ]);
}

#[test]
fn how_many_members_there_are_is_a_problem_of_the_object() {
    each(&[
        (r#"{"minProperties": 1}"#, "{}", &[": too_short"]),
        (r#"{"maxProperties": 1}"#, r#"{"a": 1, "b": 1}"#, &[": too_long"]),
    ]);
}

#[test]
fn what_a_name_breaks_is_told_at_the_key_of_the_member() {
    each(&[
        (
            r#"{"propertyNames": {"maxLength": 2}}"#,
            r#"{"abc": {}, "a": 1}"#,
            &["/abc/[key]: string_too_long"],
        ),
        (
            r#"{"propertyNames": {"enum": ["a"], "maxLength": 2}}"#,
            r#"{"a\u0062c": 1}"#,
            &["/abc/[key]: enum"],
        ),
        (r#"{"propertyNames": false}"#, r#"{"a": 1}"#, &["/a/[key]: not"]),
    ]);
}

#[test]
fn a_union_has_one_problem() {
    each(&[
        (
            r#"{"anyOf": [{"type": "string"}, {"properties": {"a": {"type": "string"}}}]}"#,
            r#"{"a": 1}"#,
            &[": any_of"],
        ),
        (r#"{"oneOf": [{"type": "string"}, {"minimum": 5}]}"#, "3", &[": one_of"]),
        (r#"{"oneOf": [{"type": "integer"}, {"minimum": 5}]}"#, "7", &[": one_of"]),
    ]);
    assert_eq!(messages(r#"{"oneOf": [true, true]}"#, "1"), ["must match only one of 2 alternatives"]);
}

#[test]
fn a_union_with_null_has_the_problems_of_what_it_may_be_else() {
    each(&[
        (r#"{"anyOf": [{"required": ["a"]}, {"type": "null"}]}"#, "{}", &["/a: missing"]),
        (
            r#"{"oneOf": [{"type": "null"}, {"type": "string", "minLength": 1}]}"#,
            r#""""#,
            &[": string_too_short"],
        ),
        (r#"{"oneOf": [{"type": "null"}, {"minimum": 1}]}"#, "null", &[": one_of"]),
        (r#"{"anyOf": [{"type": "null"}, {"minimum": 1}]}"#, "null", &[]),
        (r#"{"anyOf": [{"type": "null"}, {"type": "null"}]}"#, "1", &[": any_of"]),
    ]);
}

#[test]
fn what_is_excluded_is_told_as_such() {
    each(&[
        (r#"{"not": {"type": "string"}}"#, r#""a""#, &[": not"]),
        ("false", "1", &[": not"]),
        (r#"{"prefixItems": [false]}"#, "[1]", &["/0: not"]),
        (r#"{"not": {"not": {"type": "string"}}}"#, "1", &[": not"]),
    ]);
}

#[test]
fn the_branch_of_a_condition_tells_its_own_problems() {
    let schema = r#"{"if": {"required": ["a"]}, "then": {"maxProperties": 1}, "else": {"required": ["b"]}}"#;
    each(&[
        (schema, r#"{"a": 1, "c": 1}"#, &[": too_long"]),
        (schema, r#"{"c": 1}"#, &["/b: missing"]),
        (r#"{"if": false, "then": false}"#, "1", &[]),
    ]);
}

#[test]
fn a_value_that_is_wrong_as_a_whole_has_no_other_problem() {
    each(&[
        (
            r#"{"allOf": [{"minimum": 5}, {"type": "string"}, {"type": "array"}, {"enum": ["a"]}]}"#,
            "3",
            &[": string_type"],
        ),
        (r#"{"type": "array", "not": {"type": "string"}}"#, r#""a""#, &[": list_type"]),
    ]);
}

#[test]
fn what_is_inside_is_looked_at_all_the_same() {
    each(&[
        (
            r#"{"enum": ["a"], "items": {"type": "string"}, "minItems": 3}"#,
            "[1]",
            &[": enum", "/0: string_type"],
        ),
        (
            r#"{"maxProperties": 0, "additionalProperties": {"type": "string"}}"#,
            r#"{"a": 1}"#,
            &[": too_long", "/a: string_type"],
        ),
    ]);
}

#[test]
fn what_several_schemas_find_is_one_problem() {
    each(&[
        (
            r#"{"allOf": [{"minimum": 5}, {"minimum": 5}, {"minimum": 4}]}"#,
            "3",
            &[": greater_than_equal", ": greater_than_equal"],
        ),
        (
            r##"{"minimum": 5, "$ref": "#/$defs/a", "$defs": {"a": {"minimum": 5}}}"##,
            "3",
            &[": greater_than_equal"],
        ),
    ]);
}

#[test]
fn half_a_character_is_wrong_whatever_the_schema_says() {
    each(&[
        ("true", r#"{"a": "\ud800"}"#, &["/a: string_unicode"]),
        (r#"{"enum": ["a"]}"#, r#""\udc00""#, &[": string_unicode"]),
        (r#"{"type": "string", "minLength": 5}"#, r#""\udc00""#, &[": string_unicode"]),
    ]);
}
