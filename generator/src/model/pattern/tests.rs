#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

use super::{Refused, translate};

/// Whether texts meet `ecma`: those of `met` do, those of `unmet` do not.
fn meets(ecma: &str, met: &[&str], unmet: &[&str]) {
    let written = translate(ecma).unwrap_or_else(|refused| panic!("{ecma}: {refused:?}"));
    let compiled = Regex::new(&written).unwrap();
    for (texts, expected) in [(met, true), (unmet, false)] {
        for text in texts {
            assert_eq!(compiled.is_match(text), expected, "`{ecma}` as `{written}` and {text:?}");
        }
    }
}

/// Where `ecma` is refused, and why.
fn refused(ecma: &str) -> (usize, String) {
    match translate(ecma) {
        Err(Refused { offset, message, .. }) => (offset, message),
        Ok(written) => panic!("`{ecma}` is taken as `{written}`"),
    }
}

fn help(ecma: &str) -> String {
    translate(ecma).unwrap_err().help.unwrap()
}

#[test]
fn what_both_write_alike_stays_as_it_is() {
    for same in ["", "^[a-z0-9]+(?:_[a-z0-9]+)*$", "^(a|b|)c{2,3}?d??$", r"^\(\\x+\)$", "é+"] {
        assert_eq!(translate(same).unwrap(), same);
    }
}

#[test]
fn a_pattern_may_be_met_anywhere() {
    meets("es", &["expression", "es"], &["e s", ""]);
    meets("", &["", "a"], &[]);
}

#[test]
fn the_ends_are_those_of_the_text_and_not_of_a_line() {
    meets("^a$", &["a"], &["a\n", "\na", "a\nb"]);
}

#[test]
fn a_dot_is_anything_but_the_end_of_a_line() {
    meets("^.$", &["a", "😀", "\u{85}", "\u{0}"], &["\n", "\r", "\u{2028}", "\u{2029}", "", "ab"]);
}

#[test]
fn digits_and_words_are_those_of_ascii() {
    meets(r"^\d$", &["0", "9"], &["٣", "९", "a"]);
    meets(r"^\D$", &["٣", "a"], &["0"]);
    meets(r"^\w$", &["a", "Z", "_", "5"], &["é", "ſ", "-"]);
    meets(r"^\W$", &["é", "-"], &["a"]);
}

#[test]
fn boundaries_are_those_of_ascii_words() {
    meets(r"\bb", &["éb", "a b"], &["ab"]);
    meets(r"a\B", &["ab"], &["aé", "a"]);
    meets(r"^é\Bé\B$", &["éé"], &[]);
}

#[test]
fn white_space_is_what_ecma_says() {
    let spaces =
        "\t\u{B}\u{C} \u{A0}\u{FEFF}\n\r\u{2028}\u{2029}\u{1680}\u{2000}\u{200A}\u{202F}\u{205F}\u{3000}";
    meets(r"^\s+$", &[spaces], &["\u{85}", "\u{180E}", "\u{200B}", ""]);
    meets(r"\S", &["\u{85}", "\u{180E}", "\u{200B}", "a"], &[spaces]);
    meets(r"^[\s.]+$", &[" .\u{FEFF}"], &["\u{85}"]);
    meets(r"^[^\s]$", &["\u{85}"], &["\u{FEFF}"]);
    meets(r"^[\S\n]$", &["\n", "a"], &["\t"]);
    meets(r"^[^\S\n]$", &["\t"], &["\n", "a", "\u{85}"]);
}

#[test]
fn escapes_say_characters() {
    meets(r"^\t\n\v\f\r$", &["\t\n\u{B}\u{C}\r"], &[]);
    meets(r"^\cJ\cj\0\x41\u0042$", &["\n\n\0AB"], &[]);
    meets(r"^\u{1F600}\u{041}\u{0}$", &["😀A\0"], &[]);
    meets(r"^\uD83D\uDE00$", &["😀"], &[]);
    meets(r"^[\uD83D\uDE00-\uD83D\uDE02]$", &["😀", "😁", "😂"], &["😃"]);
    meets(r"^[\b]$", &["\u{8}"], &["b"]);
}

#[test]
fn a_character_is_a_code_point() {
    meets("^🐲*$", &["", "🐲🐲"], &["🐉"]);
    meets("^.{2}$", &["🐲é"], &["🐲"]);
}

#[test]
fn half_of_a_character_is_met_by_nothing() {
    meets(r"\uD83D", &[], &["😀", ""]);
    meets(r"\u{D83D}\u{DE00}", &[], &["😀"]);
    meets(r"^[\uD800-\uDFFF]$", &[], &["😀", "a"]);
    meets(r"^[^\uDC00]$", &["😀", "\n"], &[""]);
    meets(r"^[\u0000-\uD900]$", &["a", "\u{D7FF}"], &["\u{E000}"]);
    meets(r"^[\uD900-\uFFFF]$", &["\u{E000}", "\u{FFFF}"], &["\u{D7FF}", "😀"]);
}

#[test]
fn syntax_characters_are_escaped() {
    meets(r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/$", &[r"^$\.*+?()[]{}|/"], &[]);
    meets("^/$", &["/"], &[]);
}

#[test]
fn classes_may_be_empty() {
    meets("[]", &[], &["", "a"]);
    meets("^[^]$", &["a", "\n"], &[""]);
    meets("^a[]?$", &["a"], &["a]"]);
}

#[test]
fn what_only_the_engine_reads_in_a_class_is_a_character() {
    meets("^[a&&b]+$", &["a&b"], &["c"]);
    meets("^[a~~b]+$", &["a~b"], &["c"]);
    meets("^[+--]+$", &["+,-"], &["."]);
    meets("^[[]$", &["["], &["]"]);
    meets("^[[:x]$", &["[", ":", "x"], &["]"]);
    meets("^[a-z&&[^b]]$", &["b]", "&]", "^]"], &["a"]);
    meets("^[# ]+ #$", &["# # #"], &["#"]);
}

#[test]
fn a_hyphen_is_a_character_where_it_is_no_range() {
    meets("^[-a]+$", &["-a"], &["b"]);
    meets("^[a-]+$", &["-a"], &["b"]);
    meets("^[a-c-e]+$", &["abc-e"], &["d"]);
    meets(r"^[\w-.]+$", &["a-.5"], &["/", "+"]);
    meets(r"^[+-\d]+$", &["+-5"], &[","]);
    meets(r"^[a\-c]+$", &["a-c"], &["b"]);
}

#[test]
fn what_one_can_only_take_as_a_character_is_taken() {
    meets(r"^\-\_\@\ \#\'$", &["-_@ #'"], &[]);
    meets("^{a}]{1,x}}$", &["{a}]{1,x}}"], &[]);
    meets("^a{,}$", &["a{,}"], &["a"]);
    meets("^x{$", &["x{"], &[]);
}

#[test]
fn quantifiers_repeat() {
    meets("^a{2}$", &["aa"], &["a", "aaa"]);
    meets("^(?:ab){1,}?$", &["ab", "abab"], &["", "aba"]);
    meets("^[0-9]{2,3}b*?c+?d??$", &["12c", "123bbccd"], &["1c", "12"]);
    meets("^(a{0}b)*$", &["", "bb"], &["a"]);
}

#[test]
fn groups_may_have_names() {
    meets(r"^(?<year>\d{4})-(?<$m_é>\d\d)$", &["2026-11"], &["2026"]);
    meets("^(?:(?<a>x)|(?<a>y))$", &["x", "y"], &["xy"]);
    assert_eq!(refused("(?<a>x)(?<a>y)"), (10, "there is another group with the name `a`".to_owned()));
    assert_eq!(refused("(?:(?<a>x)|(?<b>))(?<b>y)").0, 21);
    assert_eq!(refused("(?<1>x)").0, 3);
    assert_eq!(refused("(?<>x)").0, 3);
}

#[test]
fn properties_are_those_of_unicode() {
    meets(r"^\p{Letter}\p{L}\p{gc=Lu}\p{General_Category=Uppercase_Letter}$", &["éaÉA"], &["1aAA"]);
    meets(r"^\p{Script=Greek}\p{sc=Grek}\p{Script_Extensions=Greek}\p{scx=Grek}$", &["αβγδ"], &["abcd"]);
    meets(r"^\p{Script=Linear_B}$", &["\u{10000}"], &["a"]);
    meets(r"^[\p{Nd}\p{Alphabetic}]$", &["٣", "é"], &["-"]);
    meets(r"^\P{L}[^\p{L}][\P{L}]$", &["1-٣"], &["a--"]);
    meets(r"^\p{Sc}\p{Any}\p{ASCII}$", &["€\na"], &["a\na"]);
    meets(r"\p{Cs}|^\P{Surrogate}$", &["a"], &[""]);
}

#[test]
fn properties_have_the_names_of_ecma() {
    for unknown in [
        r"\p{Greek}",
        r"\p{letter}",
        r"\p{sc=greek}",
        r"\p{Script=Atlantean}",
        r"\p{Block=Latin}",
        r"\p{}",
        r"\p{sc}",
    ] {
        assert_eq!(refused(&format!("a{unknown}")).0, 1, "{unknown}");
    }
    assert_eq!(help(r"\p{Greek}"), r"a script is `\p{Script=Greek}`");
    assert_eq!(refused(r"\pL").0, 0);
    assert_eq!(refused(r"\p{L").0, 0);
}

#[test]
fn what_looks_around_is_refused_with_what_says_it_instead() {
    assert_eq!(refused("^(?=.*[A-Z]).{8,}$"), (1, "a lookahead takes more than linear time".to_owned()));
    assert_eq!(help("^(?=.*[A-Z]).{8,}$"), "say what must be there, too, with `allOf` and a `pattern` each");
    assert_eq!(help("^(?!admin)"), "say what must not be there with `not` and a `pattern`");
    assert_eq!(refused("(?<=a)b").1, "a lookbehind takes more than linear time");
    assert_eq!(refused("é(?<!a)b").0, 2);
}

#[test]
fn backreferences_are_refused() {
    assert_eq!(refused(r"(a)\1"), (3, "a backreference takes more than linear time".to_owned()));
    assert_eq!(refused(r"(?<q>a)\k<q>").0, 7);
}

#[test]
fn escapes_of_other_engines_are_refused() {
    assert_eq!(refused(r"\Aa\Z"), (0, r"ECMA-262 has no escape `\A`".to_owned()));
    assert_eq!(help(r"a\Z"), "the end of the text is `$`");
    for other in [r"a\a", r"a\h", r"a\G", r"a[\B]", r"a[\1]", r"a\01"] {
        assert!(refused(other).1.contains("no escape"), "{other}");
    }
    assert_eq!(refused("[[:alpha:]]"), (1, "ECMA-262 has no classes by name".to_owned()));
}

#[test]
fn escapes_that_are_not_complete_are_refused() {
    for broken in
        [r"a\", r"a\x4", r"a\u004", r"a\u{}", r"a\u{110000}", r"a\u{12", r"a\c", r"a\c1", r"a\u{+1}"]
    {
        assert_eq!(refused(broken).0, 1, "{broken}");
    }
}

#[test]
fn what_is_not_closed_is_refused_where_it_begins() {
    assert_eq!(refused("a(b(c)"), (1, "this group is not closed".to_owned()));
    assert_eq!(refused("a[b"), (1, "this class is not closed".to_owned()));
    assert_eq!(refused("a[^"), (1, "this class is not closed".to_owned()));
    assert_eq!(refused("ab)c"), (2, "this parenthesis closes nothing".to_owned()));
}

#[test]
fn quantifiers_of_nothing_are_refused() {
    for (nothing, at) in
        [("*a", 0), ("a**", 2), ("a{2}{3}", 4), ("^*", 1), (r"\b+", 2), ("(?:+)", 3), ("a|?", 2), ("{1}", 0)]
    {
        assert_eq!(
            refused(nothing),
            (at, "there is nothing to repeat before this quantifier".to_owned()),
            "{nothing}"
        );
    }
    assert_eq!(help("a{,5}"), "write `{0,5}`");
}

#[test]
fn ranges_that_end_before_they_begin_are_refused() {
    assert_eq!(refused("a[b-a]"), (2, "this range ends before it begins".to_owned()));
    assert_eq!(refused("a{3,2}"), (1, "this range ends before it begins".to_owned()));
}

#[test]
fn groups_of_other_engines_are_refused() {
    assert_eq!(help("(?P<year>a)"), "a group with a name is `(?<name>…)`");
    assert_eq!(refused("a(?i)b"), (1, "ECMA-262 has no such group".to_owned()));
    assert_eq!(refused("(?>a)").0, 0);
}

#[test]
fn what_is_too_large_is_refused() {
    assert_eq!(refused("a{99999999999}").1, "this is more often than the engine repeats");
    assert_eq!(refused("((a{1000}){1000}){1000}").1, "this pattern is too large when compiled");
    let deep = |depth: usize| format!("{}a{}", "(".repeat(depth), ")*".repeat(depth));
    assert!(translate(&deep(60)).is_ok());
    assert_eq!(refused(&deep(61)), (60, "groups are nested more than 60 deep".to_owned()));
    assert_eq!(refused(&deep(100_000)).0, 60);
}

/// What the JSON Schema test suite says of ECMA-262; it is not part of the project, and where it is not there, that is said.
///
/// The archive is `conformance/json-schema.tar.xz` in the folder that `SPECWRIGHT_SHARED` names, or else in `../shared`.
#[test]
fn the_test_suite_of_json_schema_is_met_but_for_what_is_not_linear() {
    let shared = env::var_os("SPECWRIGHT_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let archive = shared.join("conformance/json-schema.tar.xz");
    if !archive.is_file() {
        return println!("no test suite: {} is not there", archive.display());
    }
    let file = "json-schema/optional-format/draft2020-12/ecmascript-regex.json";
    let output = Command::new("tar").arg("-xJOf").arg(&archive).arg(file).output().unwrap();
    let groups: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let tests = groups.iter().flat_map(|group| group["tests"].as_array().unwrap());
    for test in tests {
        let pattern = test["data"].as_str().unwrap();
        match translate(pattern) {
            Err(refused) if refused.message.ends_with("linear time") => {}
            told => assert_eq!(told.is_ok(), test["valid"], "{pattern}: {told:?}"),
        }
    }
}
