//! What follows from a security requirement: slowly, in the words of the promises, and without a line of the engine.

use super::case::{Case, Outcome};

/// What became of a request.
#[derive(Debug, PartialEq)]
pub(super) enum Verdict {
    /// The alternative of this number is met.
    Met(usize),
    /// Nobody in particular calls.
    Anonymous,
    /// A status, and the challenges with it.
    Refused(u16, Vec<String>),
}

/// A verdict, and the verifiers that were asked: by alternative and scheme, in order.
#[derive(Debug, PartialEq)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) asked: Vec<(usize, usize)>,
}

/// One scheme that keeps an alternative from being met: the alternative, the scheme, and what became of it.
#[derive(Debug, Clone, Copy)]
struct Obstacle {
    alternative: usize,
    scheme: usize,
    outcome: Outcome,
}

/// Within an alternative, what comes first here is its reason.
const OF_AN_ALTERNATIVE: [&[Outcome]; 5] = [
    &[Outcome::Broken, Outcome::Unavailable],
    &[Outcome::Repeated],
    &[Outcome::Malformed, Outcome::Refused],
    &[Outcome::Absent],
    &[Outcome::WithoutScope],
];

/// Of the reasons of the alternatives, what comes first here is that of the list.
const OF_THE_LIST: [&[Outcome]; 5] = [
    &[Outcome::Broken, Outcome::Unavailable],
    &[Outcome::Repeated],
    &[Outcome::WithoutScope],
    &[Outcome::Malformed, Outcome::Refused],
    &[Outcome::Absent],
];

pub(super) fn judge(case: &Case<'_>) -> Judged {
    let mut asked = Vec::new();
    let mut in_vain = false;
    let mut reasons = Vec::new();
    for (alternative, schemes) in case.list.iter().enumerate() {
        if schemes.is_empty() {
            continue;
        }
        let asked_here = asked_of(case, schemes);
        asked.extend(asked_here.iter().map(|scheme| (alternative, *scheme)));
        let obstacles: Vec<Obstacle> = schemes
            .iter()
            .filter(|scheme| is_unread(case.outcomes[**scheme]) || asked_here.contains(scheme))
            .map(|scheme| Obstacle { alternative, scheme: *scheme, outcome: case.outcomes[*scheme] })
            .filter(|obstacle| obstacle.outcome != Outcome::Accepted)
            .collect();
        let Some(reason) = first_of(&OF_AN_ALTERNATIVE, &obstacles) else {
            return Judged { verdict: Verdict::Met(alternative), asked };
        };
        in_vain |= obstacles.iter().any(|obstacle| obstacle.outcome != Outcome::Absent);
        reasons.push(reason);
    }
    let may_be_nobody = case.list.iter().any(Vec::is_empty);
    let verdict = match first_of(&OF_THE_LIST, &reasons) {
        None => Verdict::Anonymous,
        Some(_) if may_be_nobody && !in_vain => Verdict::Anonymous,
        Some(reason) => refused(case, reason),
    };
    Judged { verdict, asked }
}

/// The schemes of an alternative whose verifiers are asked.
fn asked_of(case: &Case<'_>, schemes: &[usize]) -> Vec<usize> {
    let is_unreadable = |scheme: &usize| {
        let outcome = case.outcomes[*scheme];
        outcome == Outcome::Malformed || outcome == Outcome::Repeated
    };
    let mut asked = Vec::new();
    if schemes.iter().any(is_unreadable) {
        return asked;
    }
    for scheme in schemes {
        match case.outcomes[*scheme] {
            Outcome::Absent => {}
            Outcome::Accepted | Outcome::WithoutScope => asked.push(*scheme),
            _ => {
                asked.push(*scheme);
                break;
            }
        }
    }
    asked
}

fn is_unread(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Absent | Outcome::Malformed | Outcome::Repeated)
}

fn first_of(order: &[&[Outcome]], obstacles: &[Obstacle]) -> Option<Obstacle> {
    let first =
        |outcomes: &&[Outcome]| obstacles.iter().find(|obstacle| outcomes.contains(&obstacle.outcome));
    order.iter().find_map(first).copied()
}

fn refused(case: &Case<'_>, reason: Obstacle) -> Verdict {
    let word = case.words[reason.scheme];
    let if_bearer = |error: &str| if word == "Bearer" { format!("{word} {error}") } else { word.to_owned() };
    match reason.outcome {
        Outcome::Broken => Verdict::Refused(500, vec![]),
        Outcome::Unavailable => Verdict::Refused(503, vec![]),
        Outcome::Repeated => Verdict::Refused(400, vec![if_bearer("error=\"invalid_request\"")]),
        Outcome::WithoutScope => {
            let error = format!("error=\"insufficient_scope\", scope=\"{}\"", reason.alternative);
            Verdict::Refused(403, vec![if_bearer(&error)])
        }
        Outcome::Refused => {
            Verdict::Refused(401, words(case, Some((word, if_bearer("error=\"invalid_token\"")))))
        }
        Outcome::Absent | Outcome::Malformed | Outcome::Accepted => Verdict::Refused(401, words(case, None)),
    }
}

/// What the schemes say, each thing once, and one of them more than its word.
fn words(case: &Case<'_>, more: Option<(&str, String)>) -> Vec<String> {
    let mut words: Vec<&str> = Vec::new();
    for scheme in case.list.iter().flatten() {
        if !words.contains(&case.words[*scheme]) {
            words.push(case.words[*scheme]);
        }
    }
    let said = |word: &str| match &more {
        Some((of, said)) if *of == word => said.clone(),
        _ => word.to_owned(),
    };
    words.into_iter().map(said).collect()
}
