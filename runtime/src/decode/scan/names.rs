//! Names that an object has twice (RFC 8259, section 4).

use std::collections::HashMap;

use super::Scanner;
use crate::decode::document::Document;
use crate::decode::notes::PROBLEMS;

/// With so many names before it, a name is no longer compared with each.
const MANY: u32 = 32;

/// The names of an object so far.
#[derive(Debug)]
pub(super) struct Names {
    object: usize,
    /// A bit for each name, chosen by the name: what has another bit is another name.
    seen: u64,
    /// Whether a name may be there twice.
    pub(super) doubtful: bool,
}

impl Names {
    pub(super) fn of(object: usize) -> Self {
        Self { object, seen: 0, doubtful: false }
    }

    /// Takes the next name, which was scanned last and has no escapes; `place` names are before it.
    #[inline]
    pub(super) fn add(&mut self, document: &Document<'_>, place: u32, start: usize, end: usize) {
        let bit = 1 << spread(document.text.as_bytes(), start, end);
        if self.seen & bit != 0 {
            self.doubtful = self.doubtful || place >= MANY || self.have_last(document);
        }
        self.seen |= bit;
    }

    /// Whether a member before the last has the name of the last.
    fn have_last(&self, document: &Document<'_>) -> bool {
        let last = document.tokens.len() as u32 - 1;
        let name = document.string(last).unwrap_or_default();
        document.names(self.object as u32, last).any(|before| document.is_name(before, &name))
    }
}

/// A number below 64 by which names are told apart: from their length, their first and their last byte.
#[inline]
fn spread(bytes: &[u8], start: usize, end: usize) -> u64 {
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte));
    let mix = byte(start) | byte(end.wrapping_sub(1)) << 8 | (end.wrapping_sub(start) as u64) << 16;
    // the second multiplier of SplitMix64, of which the upper bits depend on all that is mixed
    mix.wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 58
}

impl Scanner<'_> {
    /// Finds the names that an object has twice, once each. The object is the last that was scanned.
    #[cold]
    pub(super) fn find_repeated(&mut self, object: usize) {
        let document = &self.document;
        let left = PROBLEMS.saturating_sub(document.repeated.len());
        if left == 0 {
            return;
        }
        let mut times = HashMap::new();
        let names = document.names(object as u32, document.tokens.len() as u32);
        let second = names.filter(|name| {
            let times = times.entry(document.string(*name)).or_insert(0);
            *times += 1;
            *times == 2
        });
        let values: Vec<_> = second.map(|name| name + 1).take(left).collect();
        self.document.repeated.extend(values);
    }
}
