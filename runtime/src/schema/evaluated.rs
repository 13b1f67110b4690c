//! Which items or members of one value were looked at.

/// Which items of an array, or members of an object, a schema has looked at (JSON Schema Core, section 11).
#[derive(Debug, Clone, Default)]
pub(super) struct Evaluated {
    /// A bit for each place, the first in the lowest bit of the first.
    places: Vec<u64>,
    all: bool,
}

impl Evaluated {
    pub(super) fn add(&mut self, place: usize) {
        let (word, bit) = (place / 64, place % 64);
        if self.places.len() <= word {
            self.places.resize(word + 1, 0);
        }
        if let Some(word) = self.places.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    pub(super) fn add_all(&mut self) {
        self.all = true;
    }

    pub(super) fn has(&self, place: usize) -> bool {
        self.all || self.places.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.all |= other.all;
        if self.places.len() < other.places.len() {
            self.places.resize(other.places.len(), 0);
        }
        for (word, more) in self.places.iter_mut().zip(&other.places) {
            *word |= more;
        }
    }
}
