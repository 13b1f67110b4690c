//! Names that an object has twice.

/// The names that objects have twice.
#[derive(Debug, Default)]
pub(super) struct Names {
    repeated: Vec<u32>,
}

impl Names {
    pub(super) fn repeated(self) -> Vec<u32> {
        self.repeated
    }
}
