//! Positions: where in a requirement a scheme can stand.

use std::fmt;

use serde_json::{Value, json};

use super::scheme::{Scheme, Version, schemes};

/// A scheme in a requirement, and the scopes that it must have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The scheme.
    pub(crate) scheme: Scheme,
    /// The scopes.
    pub(crate) scopes: &'static [&'static str],
}

/// A requirement: all of its schemes together. An empty one is met by nobody in particular.
pub(crate) type Alternative = Vec<Wanted>;

/// A position, and the whole list of requirements around it.
pub(super) struct Position {
    pub(super) name: &'static str,
    pub(super) requirements: Vec<Alternative>,
}

/// Every position of `scheme`, with other schemes around it where it takes some.
pub(super) fn positions(scheme: Scheme, version: Version) -> Vec<Position> {
    // Whoever comes next in the circle, so that all come together with many.
    let circle = schemes(version).chain(schemes(version));
    let others: Vec<Scheme> = circle.skip_while(|other| *other != scheme).skip(1).collect();
    let next = |is_wanted: &dyn Fn(Scheme) -> bool| {
        others.iter().copied().find(|other| is_wanted(*other)).expect("there are many schemes")
    };
    let friend = next(&|other| other.goes_with(scheme));
    let third = next(&|other| other.goes_with(scheme) && other.goes_with(friend));
    let one = next(&|other| ![scheme, friend].contains(&other));
    let two = next(&|other| ![scheme, friend, one].contains(&other));
    let by_reference = scheme.by_reference();

    let position = |name, requirements: &[&[Scheme]]| {
        let unscoped = |scheme: &Scheme| Wanted { scheme: *scheme, scopes: &[] };
        let requirements =
            requirements.iter().map(|schemes| schemes.iter().map(unscoped).collect()).collect();
        Position { name, requirements }
    };
    let mut positions = vec![
        position("Alone", &[&[scheme]]),
        position("FirstOfThree", &[&[scheme], &[one], &[two]]),
        position("SecondOfThree", &[&[one], &[scheme], &[two]]),
        position("LastOfThree", &[&[one], &[two], &[scheme]]),
        position("FirstOfBoth", &[&[scheme, friend]]),
        position("LastOfBoth", &[&[friend, scheme]]),
        position("MiddleOfAll", &[&[friend, scheme, third]]),
        position("FirstOfBothOrAnother", &[&[scheme, friend], &[one]]),
        position("AnotherOrLastOfBoth", &[&[one], &[friend, scheme]]),
        position("AfterNobody", &[&[], &[scheme]]),
        position("BehindNobody", &[&[one], &[], &[scheme]]),
        position("BeforeNobody", &[&[scheme], &[]]),
        position("BothAfterNobody", &[&[], &[scheme, friend]]),
        position("ByReference", &[&[by_reference]]),
        position("BesideItsReference", &[&[by_reference], &[scheme]]),
    ];
    if scheme.has_scopes(version) {
        let with = |scopes| vec![Wanted { scheme, scopes }];
        let alone = |scheme| Wanted { scheme, scopes: &[] };
        let twice = vec![with(&["one"]), with(&["two"])];
        positions.push(Position { name: "TwiceWithOtherScopes", requirements: twice });
        let both = vec![vec![alone(friend), Wanted { scheme, scopes: &["one", "two"] }]];
        positions.push(Position { name: "ScopesInBoth", requirements: both });
        positions.push(Position { name: "ScopesOrNobody", requirements: vec![with(&["two"]), Vec::new()] });
    }
    positions
}

impl fmt::Debug for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {:?}", self.scheme, self.scopes)
    }
}

/// The list as a document writes it.
pub(super) fn json(requirements: &[Alternative]) -> Value {
    let requirement = |alternative: &Alternative| {
        alternative.iter().map(|wanted| (wanted.scheme.key(), json!(wanted.scopes))).collect()
    };
    requirements.iter().map(requirement).map(Value::Object).collect()
}
