//! Every list of up to three alternatives of up to three schemes, and every outcome of each.

/// What becomes of the credential of a scheme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Outcome {
    Absent,
    Malformed,
    Repeated,
    Refused,
    WithoutScope,
    Accepted,
    Unavailable,
    Broken,
}

const OUTCOMES: [Outcome; 8] = [
    Outcome::Absent,
    Outcome::Malformed,
    Outcome::Repeated,
    Outcome::Refused,
    Outcome::WithoutScope,
    Outcome::Accepted,
    Outcome::Unavailable,
    Outcome::Broken,
];

/// A requirement, by the numbers of its schemes, and what becomes of them.
#[derive(Debug)]
pub(super) struct Case<'c> {
    pub(super) list: &'c [Vec<usize>],
    pub(super) outcomes: [Outcome; 3],
    pub(super) words: [&'static str; 3],
}

/// Every alternative: each subset of the schemes, in each order.
fn alternatives() -> Vec<Vec<usize>> {
    let mut alternatives = vec![vec![]];
    for length in 0..3 {
        let shorter: Vec<Vec<usize>> =
            alternatives.iter().filter(|there| there.len() == length).cloned().collect();
        for there in shorter {
            let with = |scheme| [there.as_slice(), &[scheme]].concat();
            alternatives.extend((0..3).filter(|scheme| !there.contains(scheme)).map(with));
        }
    }
    alternatives
}

/// Every list of one to `longest` alternatives.
pub(super) fn lists(longest: usize) -> Vec<Vec<Vec<usize>>> {
    let alternatives = alternatives();
    let mut lists: Vec<Vec<Vec<usize>>> = vec![vec![]];
    for length in 0..longest {
        let shorter: Vec<_> = lists.iter().filter(|there| there.len() == length).cloned().collect();
        for there in shorter {
            lists.extend(
                alternatives.iter().map(|more| [there.as_slice(), std::slice::from_ref(more)].concat()),
            );
        }
    }
    lists.retain(|list| !list.is_empty());
    lists
}

/// Every outcome of the schemes in use; the others are absent.
pub(super) fn outcomes(order: &[usize]) -> impl Iterator<Item = [Outcome; 3]> {
    let of = |scheme| if order.contains(&scheme) { OUTCOMES.as_slice() } else { &OUTCOMES[..1] };
    let (first, second, third) = (of(0), of(1), of(2));
    first.iter().flat_map(move |first| {
        second.iter().flat_map(move |second| third.iter().map(move |third| [*first, *second, *third]))
    })
}
