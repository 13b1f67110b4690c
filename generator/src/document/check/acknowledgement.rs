//! Warnings that an object says it knows of.

use super::Walker;
use super::trail::Trail;
use crate::diagnostic::{Acknowledgement, Code};

impl Walker {
    /// One code, in `x-specwright-allow` or in its list.
    pub(super) fn acknowledgement(&mut self, text: &str, at: &Trail<'_>) {
        match Code::of(text).filter(|code| code.can_be_acknowledged()) {
            Some(code) => {
                let acknowledgement = Acknowledgement { code, object: at.holder(), place: at.pointer() };
                self.checked.acknowledgements.push(acknowledgement);
            }
            None => self.no_warning(text, at),
        }
    }
}
