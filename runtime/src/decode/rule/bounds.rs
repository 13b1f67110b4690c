//! `minimum`, `exclusiveMinimum`, `maximum`, `exclusiveMaximum`

use std::fmt;

use crate::decode::Note;
use crate::problem::Kind;

/// Where a range of numbers ends, on one side.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge<T> {
    Open,
    Inclusive(T),
    Exclusive(T),
}

/// A range of numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds<T> {
    pub(super) lower: Edge<T>,
    pub(super) upper: Edge<T>,
}

impl<T: Copy + PartialOrd + fmt::Display> Bounds<T> {
    /// Whether a number is in the range. The bound that it breaks is noted.
    #[inline]
    pub(super) fn hold(&self, number: T, note: Note<'_>) -> bool {
        let above = match self.lower {
            Edge::Open => true,
            Edge::Inclusive(bound) => number >= bound,
            Edge::Exclusive(bound) => number > bound,
        };
        let below = match self.upper {
            Edge::Open => true,
            Edge::Inclusive(bound) => number <= bound,
            Edge::Exclusive(bound) => number < bound,
        };
        if !above {
            self.too_small(note);
        }
        if !below {
            self.too_great(note);
        }
        above && below
    }

    /// Notes the lower bound, if there is one.
    #[cold]
    pub(super) fn too_small(&self, note: Note<'_>) -> bool {
        match self.lower {
            Edge::Open => return false,
            Edge::Inclusive(bound) => note(Kind::GreaterThanEqual, format_args!("must be at least {bound}")),
            Edge::Exclusive(bound) => note(Kind::GreaterThan, format_args!("must be greater than {bound}")),
        }
        true
    }

    /// Notes the upper bound, if there is one.
    #[cold]
    pub(super) fn too_great(&self, note: Note<'_>) -> bool {
        match self.upper {
            Edge::Open => return false,
            Edge::Inclusive(bound) => note(Kind::LessThanEqual, format_args!("must be at most {bound}")),
            Edge::Exclusive(bound) => note(Kind::LessThan, format_args!("must be less than {bound}")),
        }
        true
    }
}

/// Gives a rule its bounds, which are counted in `$number`.
macro_rules! bounds {
    ($number:ty) => {
        /// `minimum` and `maximum`
        pub const fn range(self, min: $number, max: $number) -> Self {
            self.min(min).max(max)
        }

        /// `minimum`; of this and [`above`](Self::above) the later counts.
        pub const fn min(self, min: $number) -> Self {
            self.lower(Edge::Inclusive(min))
        }

        /// `maximum`; of this and [`below`](Self::below) the later counts.
        pub const fn max(self, max: $number) -> Self {
            self.upper(Edge::Inclusive(max))
        }

        /// `exclusiveMinimum`; of this and [`min`](Self::min) the later counts.
        pub const fn above(self, bound: $number) -> Self {
            self.lower(Edge::Exclusive(bound))
        }

        /// `exclusiveMaximum`; of this and [`max`](Self::max) the later counts.
        pub const fn below(self, bound: $number) -> Self {
            self.upper(Edge::Exclusive(bound))
        }

        const fn lower(self, lower: Edge<$number>) -> Self {
            Self { bounds: Bounds { lower, upper: self.bounds.upper }, ..self }
        }

        const fn upper(self, upper: Edge<$number>) -> Self {
            Self { bounds: Bounds { lower: self.bounds.lower, upper }, ..self }
        }
    };
}

pub(super) use bounds;
