//! Types that are read and written, whichever way the document uses them.

use super::types::{Slot, Types};

impl Types {
    /// Has each type that is read or written do both, as JSON: bodies can be stored, tests can send what the server reads.
    /// Those that hold files have no JSON.
    pub fn go_both_ways(&mut self) {
        for slot in &mut self.slots {
            let Slot::Read(item) = slot else { continue };
            let used = item.decoded || item.in_forms || item.encoded || item.in_text;
            let used = used && !item.has_files();
            (item.decoded, item.encoded) = (used, used);
        }
    }
}
