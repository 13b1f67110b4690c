//! What `x-specwright-allow` takes out of a report.
#![allow(clippy::unwrap_used)]

use super::understand;
use crate::diagnostic::Report;
use crate::settings::Settings;
use crate::source::Source;

fn report_of(text: &str) -> Report {
    let source = Source::parse("spec.yaml", text.as_bytes().to_vec()).unwrap();
    let settings = Settings::default();
    understand(source, &settings).map_or_else(|report| report, |(_, report)| report)
}

/// The findings as `code line:column`.
fn found(text: &str) -> Vec<String> {
    let report = report_of(text);
    let findings = report.findings().iter().map(|finding| {
        let start = finding.found.as_ref().unwrap().start;
        format!("{} {}:{}", finding.diagnostic.code.name(), start.line, start.column)
    });
    findings.collect()
}

/// A document with two operations that require security; `ROOT`, `PATH` and `ONE` stand at the root, at the first path and at its operation.
const TWO: &str = "\
openapi: 3.1.0
info: {title: T, version: '1'} # ROOT
paths:
  /a: # PATH
    get: # ONE
      security: [{s: []}]
      responses: {'204': {description: ok}}
  /b:
    get:
      security: [{s: []}]
      responses: {'204': {description: ok}}
components: {securitySchemes: {s: {type: http, scheme: bearer}}}
";

/// [`TWO`], with `key` in the line after the mark.
fn two(mark: &str, key: &str) -> String {
    let indent = match mark {
        "ROOT" => "",
        "PATH" => "    ",
        _ => "      ",
    };
    TWO.replace(&format!(" # {mark}\n"), &format!("\n{indent}{key}\n"))
}

const NOTHING: [&str; 0] = [];

#[test]
fn what_is_not_acknowledged_is_reported() {
    assert_eq!(found(TWO), ["undeclared-401 7:7", "undeclared-401 11:7"]);
}

#[test]
fn an_acknowledgement_holds_at_its_object_and_inside_it() {
    assert_eq!(found(&two("ONE", "x-specwright-allow: [undeclared-401]")), ["undeclared-401 12:7"]);
    assert_eq!(found(&two("PATH", "x-specwright-allow: [undeclared-401]")), ["undeclared-401 12:7"]);
}

#[test]
fn at_the_root_it_holds_for_the_whole_document() {
    assert_eq!(found(&two("ROOT", "x-specwright-allow: [undeclared-401]")), NOTHING);
}

#[test]
fn one_code_needs_no_list() {
    assert_eq!(found(&two("ROOT", "x-specwright-allow: undeclared-401")), NOTHING);
}

#[test]
fn a_name_that_begins_alike_is_not_inside() {
    let text = TWO.replace("/b:", "/aa:");
    let text = text.replace(" # PATH\n", "\n    x-specwright-allow: undeclared-401\n");
    assert_eq!(found(&text), ["undeclared-401 12:7"]);
}

#[test]
fn an_acknowledgement_of_nothing_is_stale() {
    let text = two("ROOT", "x-specwright-allow: [undeclared-401, undeclared-403]");
    assert_eq!(found(&text), ["stale-acknowledgement 3:38"]);
    let text = two("ONE", "x-specwright-allow: [no-effect]");
    assert_eq!(found(&text), ["stale-acknowledgement 6:28", "undeclared-401 8:7", "undeclared-401 12:7"]);
}

#[test]
fn an_acknowledgement_within_another_is_not_stale_and_neither_is_the_other() {
    let text = two("ONE", "x-specwright-allow: undeclared-401");
    assert_eq!(found(&text.replace(" # ROOT\n", "\nx-specwright-allow: undeclared-401\n")), NOTHING);
}

#[test]
fn where_there_is_an_error_nothing_is_called_stale() {
    let text = two("ROOT", "x-specwright-allow: [undeclared-403]").replace("204", "999");
    assert_eq!(found(&text), ["unknown-key 8:19", "unknown-key 12:19"]);
}

#[test]
fn an_error_cannot_be_acknowledged() {
    let text = two("ROOT", "x-specwright-allow: [undeclared-401, unknown-key]");
    assert_eq!(found(&text), ["acknowledgement 3:38"]);
    let text = two("ROOT", "x-specwright-allow: [undeclared-401, stale-acknowledgement]");
    assert_eq!(found(&text), ["acknowledgement 3:38"]);
}

#[test]
fn a_code_that_does_not_exist_is_an_error() {
    let text = two("ROOT", "x-specwright-allow: [undeclared-401, undeclared-404]");
    assert_eq!(found(&text), ["acknowledgement 3:38"]);
    let help = report_of(&text).findings().first().unwrap().diagnostic.help.clone().unwrap();
    assert_eq!(help, "did you mean `undeclared-401`?");
}

#[test]
fn codes_are_written_once_in_a_string_or_in_a_list() {
    for (key, wanted) in [
        ("x-specwright-allow: []", "wrong-value 3:21"),
        ("x-specwright-allow: {}", "wrong-type 3:21"),
        ("x-specwright-allow: [401]", "wrong-type 3:22"),
        ("x-specwright-allow: [undeclared-401, undeclared-401]", "wrong-value 3:38"),
    ] {
        assert!(
            found(&two("ROOT", key)).contains(&wanted.to_owned()),
            "{key}: {:?}",
            found(&two("ROOT", key))
        );
    }
}

/// A document with one schema, that of the answer, and what it is warned of.
fn of_schema(schema: &str) -> Vec<String> {
    found(&format!(
        "openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          \
         description: ok\n          content:\n            application/json:\n              schema:\n                {schema}\n\
         components: {{schemas: {{A: {{type: string}}}}}}\n"
    ))
}

#[test]
fn a_schema_acknowledges_warnings_about_itself() {
    assert_eq!(of_schema("{type: string, example: 1}"), ["example-mismatch 12:41"]);
    assert_eq!(of_schema("{type: string, example: 1, x-specwright-allow: example-mismatch}"), NOTHING);
}

#[test]
fn an_object_beside_a_reference_acknowledges_warnings_too() {
    let beside = |rest: &str| of_schema(&format!("{{$ref: '#/components/schemas/A', nullable: true{rest}}}"));
    assert_eq!(beside(""), ["no-effect 12:50"]);
    assert_eq!(beside(", x-specwright-allow: no-effect"), NOTHING);
    assert_eq!(beside(", x-specwright-alow: no-effect"), ["no-effect 12:50", "unknown-key 12:66"]);
}

#[test]
fn what_is_written_like_one_in_data_is_data() {
    let example = "{type: object, properties: {a: {type: string}}, example: {x-specwright-allow: [nothing]}}";
    assert_eq!(of_schema(example), NOTHING);
    let property = "{type: object, properties: {x-specwright-allow: {type: string}}}";
    assert_eq!(of_schema(property), NOTHING);
}

#[test]
fn a_route_of_the_documentation_that_is_hidden_is_acknowledged_at_its_path() {
    let text = |key: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths:\n  /docs:\n    {key}\n    get:\n      \
             responses: {{'204': {{description: ok}}}}\n"
        )
    };
    assert_eq!(found(&text("summary: Docs")), ["documentation-route 4:3"]);
    assert_eq!(found(&text("x-specwright-allow: documentation-route")), NOTHING);
}

#[test]
fn an_alias_repeats_an_acknowledgement_and_one_that_is_met_is_enough() {
    let text = "\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get: &get
      x-specwright-allow: public-unsafe-method
      responses: {'204': {description: ok}}
    post: *get
  /b: {get: {security: [{s: []}], responses: {'401': {description: no}, '204': {description: ok}}}}
components: {securitySchemes: {s: {type: http, scheme: bearer}}}
";
    assert_eq!(found(text), NOTHING);
    let safe = text.replace("post: *get", "head: *get");
    assert_eq!(found(&safe), ["stale-acknowledgement 6:27"]);
}

#[test]
fn t6_the_password_grant_is_warned_of_until_the_document_says_that_it_is_on_purpose() {
    let flow = |key: &str| {
        let flows = format!("{{password: {{tokenUrl: token, scopes: {{}}{key}}}}}");
        let scheme = format!("{{type: oauth2, flows: {flows}}}");
        TWO.replace("{type: http, scheme: bearer}", &scheme)
            .replace("'204'", "'401': {description: no}, '204'")
    };
    assert_eq!(found(&flow("")), ["password-grant 12:58"]);
    assert_eq!(found(&flow(", x-specwright-allow: password-grant")), NOTHING);
}
