#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use super::*;

fn name(object: &Object) -> &'static str {
    object.name
}

/// The objects that a key may hold.
fn held(key: &Key) -> impl Iterator<Item = &'static Object> {
    OBJECTS.iter().copied().filter(|object| key.shape.holds(object))
}

#[test]
fn no_version_has_a_key_twice() {
    for object in OBJECTS {
        for version in [Version::V3_0, Version::V3_1, Version::V3_2] {
            let mut seen = BTreeSet::new();
            for key in object.keys.iter().filter(|key| key.versions.contain(version)) {
                assert!(
                    key.fixed().is_none_or(|name| seen.insert(name)),
                    "{} in the {}",
                    key.fixed().unwrap(),
                    object.name
                );
            }
        }
    }
}

#[test]
fn every_object_is_listed_and_can_be_reached_from_the_document() {
    let mut reached = vec![&OPENAPI];
    let mut index = 0;
    while let Some(object) = reached.get(index) {
        let new: Vec<_> = object.keys.iter().flat_map(held).collect();
        for object in new {
            if !reached.iter().any(|other| std::ptr::eq(*other, object)) {
                reached.push(object);
            }
        }
        index += 1;
    }
    reached.push(&REFERENCE);
    let reached: BTreeSet<_> = reached.into_iter().map(name).collect();
    let listed: BTreeSet<_> = OBJECTS.iter().copied().map(name).collect();
    assert_eq!(reached, listed);
}

#[test]
fn every_value_that_is_an_object_is_one_of_the_list() {
    for key in OBJECTS.iter().flat_map(|object| object.keys) {
        if let Shape::Object(object) | Shape::Reference(object) | Shape::LateReference(object) = key.shape {
            assert!(held(key).count() == 1, "the {} is not listed", object.name);
        }
    }
}

#[test]
fn a_word_that_is_led_elsewhere_is_no_key_of_the_object() {
    for object in OBJECTS {
        for (stray, _) in object.strays {
            assert!(
                object.keys.iter().all(|key| key.fixed() != Some(stray)),
                "{stray} in the {}",
                object.name
            );
        }
    }
}

#[test]
fn a_key_depends_on_another_key_of_the_same_object() {
    for object in OBJECTS {
        for (beside, _) in object.keys.iter().filter_map(|key| key.with) {
            assert!(
                object.keys.iter().any(|key| key.fixed() == Some(beside)),
                "{beside} in the {}",
                object.name
            );
        }
    }
}

#[test]
fn component_names_keep_to_ascii() {
    for good in ["User", "User_1", "user-name", "my.org.User"] {
        assert!(Names::Component.admit(good), "{good}");
    }
    for bad in ["", "A B", "Spæcial", "a/b", "$ref"] {
        assert!(!Names::Component.admit(bad), "{bad}");
    }
}

#[test]
fn status_codes_have_three_digits_and_one_of_five_classes() {
    for good in ["100", "204", "599"] {
        assert!(Names::Status.admit(good), "{good}");
    }
    for bad in ["", "99", "600", "999", "2000", "2XX", "20x", "٢٠٠"] {
        assert!(!Names::Status.admit(bad), "{bad}");
    }
}

#[test]
fn ranges_of_status_codes_have_capital_letters() {
    assert!(Names::StatusRange.admit("2XX"));
    for bad in ["2xx", "0XX", "6XX", "20X", "XXX"] {
        assert!(!Names::StatusRange.admit(bad), "{bad}");
    }
}

#[test]
fn media_types_may_have_parameters_and_be_ranges() {
    for good in [
        "application/json",
        "application/vnd.api+json",
        "*/*",
        "text/*",
        "text/plain; charset=utf-8",
        "text/plain;charset=\"utf-8\";x=1",
        "multipart/form-data; boundary=\"a;b\\\"c\"",
        "text/plain;",
    ] {
        assert!(Names::MediaType.admit(good), "{good}");
    }
    for bad in [
        "",
        "json",
        "application/",
        "/json",
        "*/json",
        "a/b/c",
        "application/json\ninjected",
        "text/plain; utf-8",
        "text/plain; =x",
        "text/plain; a=\"x",
        "text/plain; a=b c",
    ] {
        assert!(!Names::MediaType.admit(bad), "{bad}");
    }
}

#[test]
fn header_names_are_tokens() {
    assert!(Names::Header.admit("X-Rate-Limit"));
    for bad in ["", "X Rate", "X:", "X\r\nY", "Größe"] {
        assert!(!Names::Header.admit(bad), "{bad}");
    }
}

#[test]
fn case_counts_in_the_parameters_of_a_media_type_alone() {
    assert_eq!(Names::MediaType.folded("Text/PLAIN; X=A"), "text/plain; X=A");
    assert_eq!(Names::Header.folded("X-Id"), "x-id");
    assert_eq!(Names::Component.folded("User"), "User");
}
