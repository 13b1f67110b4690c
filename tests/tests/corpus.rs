//! Documents as people have written them are read to the end, and what is generated from them compiles.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use specwright::diagnostic::{Code, Level, Report};
use specwright_tests::corpus::{Found, corpus};
use specwright_tests::package::Package;

/// What became of a document.
enum Outcome {
    Generated,
    Refused(Report),
    Panicked,
}

#[test]
fn no_document_makes_the_generator_panic_and_what_is_generated_compiles() {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(corpus) = corpus(&scratch.join("corpus")) else { return };
    let packages = PARTS.map(|part| Package::new(scratch, &format!("corpus-{part}")));
    let outcomes = outcomes(&corpus, &packages);
    let panicked: Vec<&str> = outcomes
        .iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Panicked))
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(panicked.is_empty(), "the generator panics on {panicked:#?}");
    print!("{}", table(&outcomes));
    for package in &packages {
        package.compile();
    }
}

/// All in one package would take seven gigabytes.
const PARTS: [usize; 4] = [0, 1, 2, 3];

/// What becomes of each document, in threads.
fn outcomes(corpus: &[Found], packages: &[Package]) -> BTreeMap<String, Outcome> {
    let open = Mutex::new(corpus.iter().enumerate());
    let outcomes = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some((index, found)) = { open.lock().unwrap().next() } {
            let Some(package) = packages.get(index % packages.len()) else { continue };
            let outcome = outcome(package, &format!("{index} {}", found.name), found);
            outcomes.lock().unwrap().insert(found.name.clone(), outcome);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    outcomes.into_inner().unwrap()
}

fn outcome(package: &Package, name: &str, found: &Found) -> Outcome {
    match catch_unwind(|| package.add(name, &found.document)) {
        Ok(Ok(_)) => Outcome::Generated,
        Ok(Err(report)) => Outcome::Refused(report),
        Err(_) => Outcome::Panicked,
    }
}

/// How many documents are refused by which rule, and how many by that rule alone.
fn table(outcomes: &BTreeMap<String, Outcome>) -> String {
    let refused: Vec<BTreeSet<Code>> = outcomes
        .values()
        .filter_map(|outcome| match outcome {
            Outcome::Refused(report) => Some(errors(report)),
            Outcome::Generated | Outcome::Panicked => None,
        })
        .collect();
    let generated = outcomes.len() - refused.len();
    let mut rows = vec![format!("{:>5}  generated", generated), format!("{:>5}  refused", refused.len())];
    for code in Code::ALL {
        let all = refused.iter().filter(|codes| codes.contains(code)).count();
        let alone = refused.iter().filter(|codes| codes.contains(code) && codes.len() == 1).count();
        if all > 0 {
            rows.push(format!("{all:>5}  {:<26} alone {alone:>4}", code.name()));
        }
    }
    rows.join("\n") + "\n"
}

fn errors(report: &Report) -> BTreeSet<Code> {
    let errors = report.findings().iter().filter(|finding| finding.level() > Level::Warn);
    errors.map(|finding| finding.diagnostic.code).collect()
}
