//! The optional tests of formats in the JSON Schema test suite for draft 2020-12.

use std::fs;

use crate::conformance::{files, unpacked};
use crate::decode::from_slice;
use crate::format::Format;
use crate::json::Json;

/// The formats by the names of the files; those of patterns are two.
fn format(file: &str) -> Option<Format> {
    Some(match file {
        "date" => Format::Date,
        "date-time" => Format::DateTime,
        "duration" => Format::Duration,
        "ecmascript-regex" | "regex" => Format::Regex,
        "email" => Format::Email,
        "hostname" => Format::Hostname,
        "idn-email" => Format::IdnEmail,
        "idn-hostname" => Format::IdnHostname,
        "ipv4" => Format::Ipv4,
        "ipv6" => Format::Ipv6,
        "iri" => Format::Iri,
        "iri-reference" => Format::IriReference,
        "json-pointer" => Format::JsonPointer,
        "relative-json-pointer" => Format::RelativeJsonPointer,
        "time" => Format::Time,
        "uri" => Format::Uri,
        "uri-reference" => Format::UriReference,
        "uri-template" => Format::UriTemplate,
        "uuid" => Format::Uuid,
        _ => return None,
    })
}

#[test]
fn the_suite_knows_the_formats_as_they_are_known_here() {
    let Some(folder) = unpacked("formats") else { return };
    let (mut met, mut wrong) = (0, Vec::new());
    for path in files(&folder.join("json-schema/optional-format/draft2020-12")) {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Some(format) = format(&file) else { continue };
        let groups: Json = from_slice(&fs::read(&path).unwrap()).unwrap();
        for test in groups.items().iter().flat_map(|group| group.get("tests").unwrap().items()) {
            let Some(text) = test.get("data").and_then(Json::as_str) else { continue };
            let valid = test.get("valid").and_then(Json::as_bool).unwrap();
            if format.holds(text) == valid {
                met += 1;
            } else {
                wrong.push(format!("{file}: {text:?} is {valid}"));
            }
        }
    }
    fs::remove_dir_all(folder).unwrap();
    println!("formats of the JSON Schema test suite: {met} met, {} not met", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(met > 500, "{met} are no suite");
}
