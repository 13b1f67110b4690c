use super::{NOTHING, checked, document, in_components, in_schema, words};

#[test]
fn a_type_is_one_string_in_3_0_and_one_or_more_in_3_1() {
    assert_eq!(in_schema("3.0.3", "{type: [string, 'null']}"), ["wrong-type value /type"]);
    assert_eq!(in_schema("3.1.0", "{type: [string, 'null']}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{type: string}"), NOTHING);
}

#[test]
fn the_null_type_is_a_string_and_exists_since_3_1() {
    assert_eq!(in_schema("3.0.3", "{type: 'null'}"), ["wrong-value value /type"]);
    assert_eq!(in_schema("3.1.0", "{type: 'null'}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{type: null}"), ["wrong-type value /type"]);
    assert_eq!(in_schema("3.1.0", "{type: [string, null]}"), ["wrong-type value /type/1"]);
}

#[test]
fn types_are_not_repeated_nor_left_out() {
    assert_eq!(in_schema("3.1.0", "{type: [string, string]}"), ["wrong-value value /type/1"]);
    assert_eq!(in_schema("3.1.0", "{type: []}"), ["wrong-value value /type"]);
}

#[test]
fn an_exclusive_bound_is_a_boolean_in_3_0_and_a_number_in_3_1() {
    assert_eq!(in_schema("3.0.3", "{minimum: 1, exclusiveMinimum: true}"), NOTHING);
    assert_eq!(in_schema("3.0.3", "{exclusiveMinimum: 5}"), ["wrong-type value /exclusiveMinimum"]);
    assert_eq!(in_schema("3.1.0", "{exclusiveMinimum: 5}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{exclusiveMinimum: true}"), ["wrong-type value /exclusiveMinimum"]);
}

#[test]
fn a_length_is_an_integer_from_0() {
    assert_eq!(in_schema("3.0.3", "{maxLength: 0, minLength: 5.0, maxItems: 18446744073709551615}"), NOTHING);
    assert_eq!(in_schema("3.0.3", "{maxLength: -1}"), ["wrong-value value /maxLength"]);
    assert_eq!(in_schema("3.0.3", "{maxLength: 1.5}"), ["wrong-type value /maxLength"]);
}

#[test]
fn required_lists_different_names_and_some_in_3_0() {
    assert_eq!(in_schema("3.0.3", "{required: true}"), ["wrong-type value /required"]);
    assert_eq!(in_schema("3.0.3", "{required: []}"), ["wrong-value value /required"]);
    assert_eq!(in_schema("3.1.0", "{required: []}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{required: [a, b, a]}"), ["wrong-value value /required/2"]);
}

#[test]
fn an_enum_of_3_0_has_a_value() {
    assert_eq!(in_schema("3.0.3", "{enum: []}"), ["wrong-value value /enum"]);
    assert_eq!(in_schema("3.0.3", "{enum: [a, 1, null, {}, [x]]}"), NOTHING);
}

#[test]
fn an_array_of_3_0_has_items() {
    assert_eq!(in_schema("3.0.3", "{type: array}"), ["missing-key value "]);
    assert_eq!(in_schema("3.1.0", "{type: array}"), NOTHING);
}

#[test]
fn a_property_is_a_schema_and_no_type_name() {
    let schema = "paths: {}\ncomponents: {schemas: {A: {properties: {a: string}}}}";
    let (message, help) = words(&document("3.0.3", schema));
    assert_eq!(message, "`a` in `properties` must be a Schema Object, not a string");
    assert_eq!(help.as_deref(), Some("write `type: string` in a map of its own"));
}

#[test]
fn additional_properties_are_a_schema_or_a_boolean() {
    for good in ["true", "false", "{type: string}"] {
        assert_eq!(in_schema("3.0.3", &format!("{{additionalProperties: {good}}}")), NOTHING, "{good}");
    }
    assert_eq!(
        in_schema("3.0.3", "{additionalProperties: 'false'}"),
        ["wrong-type value /additionalProperties"]
    );
}

#[test]
fn a_boolean_is_a_schema_since_3_1() {
    assert_eq!(in_schema("3.0.3", "{properties: {a: true}}"), ["wrong-type value /properties/a"]);
    assert_eq!(in_schema("3.1.0", "{properties: {a: true}}"), NOTHING);
}

#[test]
fn nullable_needs_a_type() {
    assert_eq!(in_schema("3.0.3", "{nullable: true, enum: [a]}"), ["no-effect key /nullable"]);
    assert_eq!(in_schema("3.0.3", "{type: string, nullable: true}"), NOTHING);
}

#[test]
fn what_is_beside_a_reference_is_ignored_in_3_0() {
    assert_eq!(
        in_schema("3.0.3", "{$ref: '#/x', nullable: true, nonsense: 5}"),
        ["no-effect key /nullable", "no-effect key /nonsense",]
    );
}

#[test]
fn beside_a_reference_of_3_1_other_keywords_hold_as_well() {
    assert_eq!(in_schema("3.1.0", "{$ref: '#/x', description: d, x-a: 1}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{$ref: '#/x', minLength: 1}"), NOTHING);
    assert_eq!(in_schema("3.1.0", "{$ref: '#/x', minLength: -1}"), ["wrong-value value /minLength"]);
    assert_eq!(in_schema("3.1.0", "{$ref: '#/x', nonsense: 1}"), ["unknown-key key /nonsense"]);
}

#[test]
fn a_reference_is_a_string() {
    assert_eq!(in_schema("3.0.3", "{$ref: 5}"), ["wrong-type value /$ref"]);
    assert_eq!(in_schema("3.1.0", "{$ref: 5}"), ["wrong-type value /$ref"]);
    assert_eq!(
        in_components("3.0.3", "{parameters: {A: {$ref: 5}}}"),
        ["wrong-type value /components/parameters/A/$ref"]
    );
}

#[test]
fn a_property_may_be_named_like_a_reference() {
    assert_eq!(in_schema("3.0.3", "{properties: {$ref: {type: string}}}"), NOTHING);
}

#[test]
fn beside_other_references_3_1_has_a_summary_and_a_description() {
    let parameter = "{parameters: {A: {$ref: '#/x', summary: s, description: d, required: true}}}";
    assert_eq!(in_components("3.1.0", parameter), ["no-effect key /components/parameters/A/required"]);
    assert_eq!(in_components("3.0.3", parameter).len(), 3);
}

#[test]
fn the_outermost_schemas_are_listed_in_order() {
    let text = document(
        "3.0.3",
        "paths:
  /a:
    get:
      parameters: [{name: q, in: query, schema: {type: array, items: {type: string}}}]
      responses:
        '200': {description: ok, headers: {X-A: {schema: {type: string}}}, content: {text/plain: {schema: {$ref: '#/x'}}}}
components: {schemas: {A: {properties: {a: {}}}}}",
    );
    let found: Vec<_> = checked(&text).schemas.iter().map(|pointer| pointer.to_string()).collect();
    assert_eq!(
        found,
        [
            "/paths/~1a/get/parameters/0/schema",
            "/paths/~1a/get/responses/200/headers/X-A/schema",
            "/paths/~1a/get/responses/200/content/text~1plain/schema",
            "/components/schemas/A",
        ]
    );
}
