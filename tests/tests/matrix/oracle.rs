//! What is to become of a request, by the words of the specification (OpenAPI, Security Requirement Object) and `docs/SECURITY.md`.

use std::collections::BTreeSet;

use crate::desk::Caller;
use crate::door::Outcome;
use crate::matrix::{Alternative, Place, Wanted};
use crate::shown::{Shown, State};

/// What a scheme says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Absent,
    Accepted,
    WithoutScope,
    Refused,
    Repeated,
}

/// What is to become of a request that shows all of `shown`.
pub(crate) fn outcome(required: &[Alternative], shown: &[Shown]) -> Outcome {
    if required.is_empty() {
        return Outcome::Reached(Caller::NotAsked);
    }
    let (somebody, nobody): (Vec<_>, Vec<_>) = required.iter().partition(|schemes| !schemes.is_empty());
    let verdicts: Vec<Vec<Verdict>> = somebody
        .iter()
        .map(|schemes| schemes.iter().map(|wanted| verdict(wanted, shown)).collect())
        .collect();
    let met = |verdicts: &&Vec<Verdict>| verdicts.iter().all(|verdict| *verdict == Verdict::Accepted);
    if let Some(number) = verdicts.iter().position(|verdicts| met(&verdicts)) {
        let schemes = somebody[number].iter().map(|wanted| wanted.scheme.key()).collect();
        let alternative = (somebody.len() > 1).then_some(number);
        return Outcome::Reached(Caller::Somebody { alternative, schemes });
    }
    let is = |wanted: &[Verdict]| verdicts.iter().flatten().all(|verdict| wanted.contains(verdict));
    if !nobody.is_empty() && is(&[Verdict::Absent, Verdict::Accepted]) {
        return Outcome::Reached(Caller::Nobody);
    }
    let lacks_a_scope = |verdicts: &Vec<Verdict>| {
        let all = verdicts.iter().all(|verdict| matches!(verdict, Verdict::Accepted | Verdict::WithoutScope));
        all && verdicts.contains(&Verdict::WithoutScope)
    };
    let all = || somebody.iter().copied().flatten();
    if let Some(repeated) = all().find(|wanted| verdict(wanted, shown) == Verdict::Repeated) {
        return Outcome::Refused(400, BTreeSet::from([repeated.scheme.challenge().to_owned()]));
    }
    if let Some(number) = verdicts.iter().position(lacks_a_scope) {
        let poor = somebody[number].iter().find(|wanted| verdict(wanted, shown) == Verdict::WithoutScope);
        return Outcome::Refused(
            403,
            poor.map(|wanted| wanted.scheme.challenge().to_owned()).into_iter().collect(),
        );
    }
    Outcome::Refused(401, all().map(|wanted| wanted.scheme.challenge().to_owned()).collect())
}

fn verdict(wanted: &Wanted, shown: &[Shown]) -> Verdict {
    let place = wanted.scheme.place();
    let is_ambiguous =
        |shown: &&Shown| shown.state == State::Twice && is_one_field(place, shown.scheme.place());
    if shown.iter().any(|shown| is_ambiguous(&shown)) {
        return Verdict::Repeated;
    }
    let Some(shown) = shown.iter().find(|shown| shown.scheme.place() == place) else {
        return Verdict::Absent;
    };
    match shown.state {
        State::Twice => Verdict::Repeated,
        State::Malformed | State::Refused => Verdict::Refused,
        State::Good(_) if shown.scheme != wanted.scheme => Verdict::Refused,
        State::Good(scopes) if wanted.scopes.iter().all(|scope| scopes.contains(scope)) => Verdict::Accepted,
        State::Good(_) => Verdict::WithoutScope,
    }
}

/// Two `Authorization` fields are one too many, whatever schemes they are of (`docs/SECURITY.md`, C4).
fn is_one_field(one: Place, other: Place) -> bool {
    one == other || matches!((one, other), (Place::Authorization(_), Place::Authorization(_)))
}
