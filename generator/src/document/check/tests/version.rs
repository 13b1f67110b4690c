use super::tree;
use crate::diagnostic::Code;
use crate::document::Version;

fn code(text: &str) -> Code {
    Version::of(&tree(text)).unwrap_err().code
}

#[test]
fn every_patch_release_is_read_as_its_minor_version() {
    assert_eq!(Version::of(&tree("openapi: 3.0.0")), Ok(Version::V3_0));
    assert_eq!(Version::of(&tree("openapi: 3.0.4")), Ok(Version::V3_0));
    assert_eq!(Version::of(&tree("openapi: 3.1.2")), Ok(Version::V3_1));
    assert_eq!(Version::of(&tree("openapi: 3.2.0")), Ok(Version::V3_2));
}

#[test]
fn a_version_has_three_numbers() {
    for text in ["'3.0'", "3.1.0-rc0", "3.0.0.0", "''", "v3.0.0", "3..0"] {
        assert_eq!(code(&format!("openapi: {text}")), Code::Version, "{text}");
    }
}

#[test]
fn a_version_that_was_never_released_is_refused() {
    assert_eq!(code("openapi: 3.9.0"), Code::Version);
    assert_eq!(code("openapi: 2.0.0"), Code::Version);
}

#[test]
fn a_version_is_a_string() {
    assert_eq!(code("openapi: 3.1"), Code::Version);
    assert_eq!(code("openapi:"), Code::Version);
}

#[test]
fn swagger_is_told_apart_from_a_document_without_version() {
    assert_eq!(code("swagger: '2.0'"), Code::Version);
    assert_eq!(code("info: {}"), Code::MissingKey);
}

#[test]
fn a_document_is_a_map() {
    assert_eq!(code("hello"), Code::WrongType);
    assert_eq!(code("[]"), Code::WrongType);
}
