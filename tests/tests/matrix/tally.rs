//! What has come of all the requests.

use std::collections::BTreeMap;
use std::fmt::{Arguments, Write as _};

use specwright_tests::say;

use crate::desk::Caller;
use crate::door::Outcome;
use crate::purpose::Purpose;

/// How many requests there were, and which were not answered as they should be.
#[derive(Default)]
pub(crate) struct Tally {
    counts: BTreeMap<(Purpose, String), usize>,
    failures: String,
    failed: usize,
}

impl Tally {
    pub(crate) fn count(&mut self, purpose: Purpose, outcome: &Outcome) {
        let became = match outcome {
            Outcome::Reached(Caller::NotAsked) => "reached, open to all".to_owned(),
            Outcome::Reached(Caller::Nobody) => "reached, by nobody".to_owned(),
            Outcome::Reached(Caller::Somebody { .. }) => "reached, by somebody".to_owned(),
            Outcome::Refused(status, _) => status.to_string(),
        };
        *self.counts.entry((purpose, became)).or_default() += 1;
    }

    pub(crate) fn fail(&mut self, failure: Arguments<'_>) {
        self.failed += 1;
        if self.failed <= 20 {
            writeln!(self.failures, "{failure}").unwrap();
        }
    }

    /// Says how many there were, and fails where one was not answered as it should be.
    pub(crate) fn close(self) {
        say(&format!("{} requests", self.counts.values().sum::<usize>()));
        for ((purpose, became), count) in &self.counts {
            say(&format!("{count:>7} {purpose:?}: {became}"));
        }
        assert_eq!(self.failed, 0, "\n{}", self.failures);
    }
}
