//! What the engine makes of every case, driven as generated code drives it.

use std::pin::pin;
use std::sync::Mutex;
use std::task::{self, Poll, Waker};

use http::Request;

use super::case::{Case, Outcome, lists, outcomes};
use super::model::{Judged, Verdict, judge};
use crate::context::{Context, Served};
use crate::failure::Failure;
use crate::security::{Challenge, Denied, Proof, Refusal, Requirement, Scheme, Scopes, Unread};

/// The schemes: two of which say the same, and three of which say something else each.
const SCHEMES: [[Scheme; 3]; 2] = [
    [Scheme::bearer("Token"), Scheme::api_key("Key"), Scheme::bearer("Login")],
    [Scheme::basic("Password", "Shop"), Scheme::bearer("Token"), Scheme::http("Digest", "Digest")],
];

/// What their challenges say.
const WORDS: [[&str; 3]; 2] =
    [["Bearer", "APIKey", "Bearer"], [r#"Basic realm="Shop", charset="UTF-8""#, "Bearer", "Digest"]];

/// The scopes that each alternative needs: its number.
const SCOPES: [Scopes; 3] = [&["0"], &["1"], &["2"]];

/// A case, as an implementation that remembers which of its verifiers were asked.
struct World<'c> {
    case: &'c Case<'c>,
    asked: Mutex<Vec<(usize, usize)>>,
}

impl World<'_> {
    fn read(&self, scheme: usize) -> Result<usize, Unread> {
        match self.case.outcomes[scheme] {
            Outcome::Absent => Err(Unread::Absent),
            Outcome::Malformed => Err(Unread::Malformed),
            Outcome::Repeated => Err(Unread::Repeated),
            _ => Ok(scheme),
        }
    }

    async fn verify(&self, scheme: usize, alternative: usize) -> Result<usize, Denied> {
        self.asked.lock().unwrap().push((alternative, scheme));
        match self.case.outcomes[scheme] {
            Outcome::Refused => Err(Denied::InvalidCredentials(None)),
            Outcome::WithoutScope => Err(Denied::InsufficientScope(SCOPES[alternative])),
            Outcome::Unavailable => Err(Denied::Unavailable(Failure::new("down"))),
            Outcome::Broken => Err(Denied::Broken(Failure::new("broken"))),
            _ => Ok(scheme),
        }
    }

    /// Goes through the alternatives as generated code does.
    async fn prove(&self, proof: &mut Proof, schemes: &'static [Scheme; 3]) -> Option<usize> {
        for (number, alternative) in self.case.list.iter().enumerate() {
            if alternative.is_empty() {
                continue;
            }
            proof.alternative();
            let mut shown = Vec::with_capacity(3);
            for scheme in alternative {
                shown.push(proof.read(&schemes[*scheme], self.read(*scheme)));
            }
            let mut accepted = 0;
            for shown in shown {
                let caller = proof.verify(shown, |scheme| self.verify(scheme, number)).await;
                accepted += usize::from(caller.is_some());
            }
            if accepted == alternative.len() {
                return Some(number);
            }
        }
        None
    }
}

/// A type for each order that schemes can be in, as generated code has one for each requirement.
macro_rules! orders {
    ($($order:ident [$($scheme:literal)*])*) => {
        $(
            struct $order<const OF: usize>;

            impl<const OF: usize> Requirement<World<'_>> for $order<OF> {
                type Caller = usize;
                type Scopes = ();

                const SCHEMES: &'static [Scheme] = &[$(SCHEMES[OF][$scheme]),*];

                async fn prove(proof: &mut Proof, world: &World<'_>, _: &Context, (): ()) -> Option<usize> {
                    world.prove(proof, &const { SCHEMES[OF] }).await
                }

                fn challenge(_: &World<'_>, _: &Context, challenge: Challenge) -> Challenge {
                    challenge
                }
            }
        )*

        /// What the engine makes of a case, whose schemes are first named in this order.
        fn run<const OF: usize>(order: &[usize], case: &Case<'_>, context: &Context) -> Judged {
            match order {
                $([$($scheme),*] => run_as::<$order<OF>>(case, context),)*
                other => panic!("no type for {other:?}"),
            }
        }
    };
}

orders! {
    Nobody [] A [0] B [1] C [2] Ab [0 1] Ba [1 0] Ac [0 2] Ca [2 0] Bc [1 2] Cb [2 1]
    Abc [0 1 2] Acb [0 2 1] Bac [1 0 2] Bca [1 2 0] Cab [2 0 1] Cba [2 1 0]
}

fn run_as<'c, R>(case: &'c Case<'c>, context: &Context) -> Judged
where
    R: Requirement<World<'c>, Caller = usize, Scopes = ()>,
{
    let world = World { case, asked: Mutex::default() };
    let verdict = if case.list.iter().any(Vec::is_empty) {
        match ready(R::optional(&world, context, ())) {
            Ok(Some(number)) => Verdict::Met(number),
            Ok(None) => Verdict::Anonymous,
            Err(refusal) => refused(&refusal),
        }
    } else {
        match ready(R::required(&world, context, ())) {
            Ok(number) => Verdict::Met(number),
            Err(refusal) => refused(&refusal),
        }
    };
    Judged { verdict, asked: world.asked.into_inner().unwrap() }
}

fn refused(refusal: &Refusal) -> Verdict {
    let challenges = refusal.challenges().iter().map(|value| value.to_str().unwrap().to_owned()).collect();
    Verdict::Refused(refusal.status().as_u16(), challenges)
}

/// What a future yields that waits for nothing.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut task::Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("no verifier waits"),
    }
}

fn context() -> Context {
    let (head, ()) = Request::new(()).into_parts();
    Context::new(head, Served { under: 0, max_body: 0, peer: None }, &[])
}

/// Compares engine and model, and counts the cases.
fn compare<const OF: usize>(longest: usize) -> usize {
    let (context, mut count) = (context(), 0);
    for list in lists(longest) {
        let mut order: Vec<usize> = Vec::new();
        for scheme in list.iter().flatten() {
            if !order.contains(scheme) {
                order.push(*scheme);
            }
        }
        for outcomes in outcomes(&order) {
            let case = Case { list: &list, outcomes, words: WORDS[OF] };
            assert_eq!(run::<OF>(&order, &case, &context), judge(&case), "{case:?}");
            count += 1;
        }
    }
    count
}

#[test]
fn q1_to_q8_the_engine_judges_as_the_model() {
    let count = compare::<0>(3);
    println!("{count} cases of up to three alternatives");
    assert_eq!(count, 2_043_531);
}

#[test]
fn w1_the_engine_challenges_as_the_model_where_each_scheme_says_something_else() {
    let count = compare::<1>(2);
    println!("{count} cases of up to two alternatives");
    assert_eq!(count, 105_314);
}
