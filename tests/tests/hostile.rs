//! What is said of the hostile documents: the verdict, and the place.
#![forbid(unsafe_code)]

use std::env;
use std::path::Path;
use std::process::Command;

use specwright::diagnostic::{Code, Report};
use specwright_tests::hostile::{Hostile, Verdict, hostile};

/// Documents that are warned of more than they were written for, each with everything that they are warned of.
const BESIDES: &[(&str, &[Code])] = &[
    ("security-http-digest.yaml", &[Code::Undeclared401]),
    ("security-oauth-relative-url.yaml", &[Code::Undeclared401, Code::PasswordGrant]),
    ("security-role-on-bearer-31.yaml", &[Code::Undeclared401, Code::Undeclared403]),
    ("yaml-merge-key.yaml", &[Code::Undeclared401]),
];

/// Whether a document is warned of nothing, or of exactly what it was not written for.
fn is_beside_the_point(hostile: &Hostile, report: &Report) -> bool {
    let besides = BESIDES.iter().find(|(name, _)| *name == hostile.name).map_or(&[][..], |(_, codes)| codes);
    report.findings().iter().map(|finding| finding.diagnostic.code).eq(besides.iter().copied())
}

fn report(hostile: &Hostile) -> (Verdict, Report) {
    match specwright::lint(&hostile.document()) {
        Err(report) => (Verdict::Reject, report),
        Ok(report) if is_beside_the_point(hostile, &report) => (Verdict::Generate, report),
        Ok(report) => (Verdict::Warn, report),
    }
}

fn places(report: &Report) -> Vec<String> {
    let found = report.findings().iter().filter_map(|finding| finding.found.as_ref());
    found.map(|found| format!("{}:{}", found.start.line, found.start.column)).collect()
}

/// Whether the verdict is right, and the place among those that are reported. Who says nothing names no place.
fn is_right(hostile: &Hostile, verdict: Verdict, report: &Report) -> bool {
    let placed = hostile.place.as_ref().is_none_or(|place| places(report).contains(place));
    hostile.verdicts.contains(&verdict) && (placed || verdict == Verdict::Generate)
}

#[test]
fn each_is_judged_as_listed_at_the_place_that_is_listed() {
    let mut wrong = Vec::new();
    for hostile in hostile() {
        let (verdict, report) = report(&hostile);
        if !is_right(&hostile, verdict, &report) {
            wrong.push(format!(
                "{} ({}): wanted {:?} at {:?}, got {verdict:?} at {:?}\n{report}",
                hostile.name,
                hostile.why,
                hostile.verdicts,
                hostile.place,
                places(&report),
            ));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_list_names_documents_that_are_there() {
    let names: Vec<String> = hostile().into_iter().map(|hostile| hostile.name).collect();
    for (name, _) in BESIDES {
        assert!(names.iter().any(|there| there == name), "{name}");
    }
}

/// So much memory a program may take that reads a few kilobytes, in kibibytes: most of it is the program itself.
#[cfg(unix)]
const MEMORY: u32 = 300_000;

#[test]
#[cfg(unix)]
fn bombs_end_and_take_little_memory() {
    let is_bomb = |hostile: &Hostile| {
        ["yaml-deep-", "json-deep-", "yaml-alias-bomb"].iter().any(|bomb| hostile.name.starts_with(bomb))
    };
    let bombs: Vec<Hostile> = hostile().into_iter().filter(is_bomb).collect();
    assert_eq!(bombs.len(), 4);
    for bomb in bombs {
        // This test program again, with a limit that holds for all of it.
        let output = Command::new("sh")
            .args(["-c", &format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"")])
            .arg(env::current_exe().unwrap())
            .args(["--exact", "a_bomb_is_refused", "--ignored"])
            .env("SPECWRIGHT_TESTS_BOMB", bomb.document())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}: {}\n{output:#?}", bomb.name, output.status);
    }
}

#[test]
#[ignore = "another test runs it, with little memory"]
fn a_bomb_is_refused() {
    let Some(bomb) = env::var_os("SPECWRIGHT_TESTS_BOMB") else { return };
    assert!(specwright::lint(Path::new(&bomb)).is_err_and(|report| report.has_errors()));
}
