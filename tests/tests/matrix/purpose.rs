//! Requests that must not reach a handler, and those that must.

use crate::matrix::{Alternative, Document, Scheme};
use crate::shown::{Shown, State};

/// What a request is to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// Nothing is shown.
    NoCredential,
    /// A good credential of a scheme that is not required.
    AnotherScheme,
    /// Some of the schemes that are required together.
    TooFew,
    /// All of them, but without their scopes.
    WithoutScopes,
    /// All of them, but one is refused, malformed or there twice.
    BadCredential,
    /// A bad one alone.
    BadCredentialAlone,
    /// All that an alternative requires.
    All,
}

/// What the requests for an operation show that has these requirements, and what each is to find out.
pub(crate) fn requests(document: &Document, required: &[Alternative]) -> Vec<(Purpose, Vec<Shown>)> {
    let mut requests = vec![(Purpose::NoCredential, Vec::new())];
    let is_required = |scheme| required.iter().flatten().any(|wanted| wanted.scheme == scheme);
    let others = document.schemes().filter(|scheme| !is_required(*scheme));
    requests.extend(others.map(|other| (Purpose::AnotherScheme, vec![good(other)])));
    for alternative in required.iter().filter(|alternative| !alternative.is_empty()) {
        let all: Vec<Shown> =
            alternative.iter().map(|wanted| shown(wanted.scheme, State::Good(wanted.scopes))).collect();
        requests.extend(some_of(&all).map(|some| (Purpose::TooFew, some)));
        for (one, shown) in all.iter().enumerate() {
            let others = [&all[..one], &all[one + 1..]].concat();
            for state in [State::Refused, State::Malformed, State::Twice] {
                let bad = Shown { state, ..*shown };
                if bad.exists() {
                    requests.push((Purpose::BadCredential, [others.as_slice(), &[bad]].concat()));
                    requests.push((Purpose::BadCredentialAlone, vec![bad]));
                }
            }
        }
        if alternative.iter().any(|wanted| !wanted.scopes.is_empty()) {
            let poor = alternative.iter().map(|wanted| good(wanted.scheme));
            requests.push((Purpose::WithoutScopes, poor.collect()));
        }
        requests.push((Purpose::All, all));
    }
    requests
}

/// Some of `all`, but neither none nor all of them.
fn some_of(all: &[Shown]) -> impl Iterator<Item = Vec<Shown>> {
    let is_in = |set: usize, index: usize| set & (1 << index) != 0;
    (1..(1 << all.len()) - 1).map(move |set| {
        all.iter().enumerate().filter(|(index, _)| is_in(set, *index)).map(|(_, shown)| *shown).collect()
    })
}

fn good(scheme: Scheme) -> Shown {
    shown(scheme, State::Good(&[]))
}

fn shown(scheme: Scheme, state: State) -> Shown {
    Shown { scheme, state }
}
