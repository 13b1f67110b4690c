//! From a path to an operation: for any document, the generated `match` finds the path that OpenAPI means.
#![forbid(unsafe_code)]

mod matcher;

use std::collections::BTreeSet;

use proptest::prelude::*;
use specwright::code::{self, Origin, Routes};
use specwright::document::document;
use specwright::model::model;
use specwright::source::Source;
use specwright_tests::routing::{Request, Segment, Template, meant};

use matcher::Matcher;

/// The generated `match` for a document with these paths.
fn generated(templates: &[Template]) -> Matcher {
    let source = Source::parse("spec.yaml", document_of(templates).into_bytes()).unwrap();
    let reading = document(&source);
    assert_eq!(reading.diagnostics, [], "the document is good");
    let (api, found) = model(&reading.document.unwrap(), &Default::default());
    assert_eq!(found, [], "the document is good");
    let origin = Origin {
        shown: "spec.yaml".to_owned(),
        from_output: "spec.yaml".to_owned(),
        is_json: true,
        json: String::new(),
        routes: Routes { page: None, yaml: None, json: None },
    };
    let files = code::code(&api, &origin);
    let server = files.iter().find(|file| file.name == "server.rs").unwrap();
    Matcher::of(&server.content)
}

fn document_of(templates: &[Template]) -> String {
    let paths: String = templates.iter().map(path_item).collect();
    format!("openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths:\n{paths}")
}

fn path_item(template: &Template) -> String {
    let has_parameter = |segment: &Segment| !matches!(segment, Segment::Text(_));
    let parameters = template.segments.iter().enumerate().filter(|(_, segment)| has_parameter(segment));
    let parameters: Vec<String> = parameters
        .map(|(index, _)| format!("{{name: p{index}, in: path, required: true, schema: {{type: string}}}}"))
        .collect();
    format!(
        "  {}: {{parameters: [{}], get: {{responses: {{'204': {{description: d}}}}}}}}\n",
        template.path(),
        parameters.join(", ")
    )
}

fn template() -> impl Strategy<Value = Template> {
    let text = prop::sample::select(vec!["a", "b", "ab"]);
    let segment = prop_oneof![
        6 => text.clone().prop_map(|text| Segment::Text(text.to_owned())),
        1 => text.clone().prop_map(|text| Segment::Mixed(text.to_owned(), String::new())),
        1 => text.prop_map(|text| Segment::Mixed(String::new(), text.to_owned())),
        4 => Just(Segment::Parameter),
    ];
    (prop::collection::vec(segment, 0..5), any::<bool>())
        .prop_map(|(segments, slash)| Template { slash: slash || segments.is_empty(), segments })
}

fn request() -> impl Strategy<Value = Request> {
    let segment = prop::sample::select(vec!["a", "b", "ab", "ba", "d"]);
    (prop::collection::vec(segment, 0..5), any::<bool>()).prop_map(|(segments, slash)| Request {
        slash: slash || segments.is_empty(),
        segments: segments.into_iter().map(str::to_owned).collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_request_finds_the_path_that_is_meant(
        templates in prop::collection::btree_set(template(), 1..40),
        requests in prop::collection::vec(request(), 40),
    ) {
        let templates: Vec<Template> = BTreeSet::into_iter(templates).collect();
        let matcher = generated(&templates);
        for request in requests {
            let wanted = meant(&templates, &request).map(|index| templates[index].path());
            prop_assert_eq!(matcher.find(&request), wanted, "{} among {:#?}", request.path(), templates);
        }
    }
}
