//! What an operation requires of its caller.

use super::challenge::Challenge;
use super::proof::Proof;
use super::refusal::Refusal;
use super::scheme::Scheme;
use crate::context::Context;

/// A security requirement of the document, proven by `A`; generated code implements it.
///
/// An operation calls [`required`](Self::required) or [`optional`](Self::optional), and so does a handwritten route, or it asks
/// for a `Caller` (feature `axum`).
pub trait Requirement<A: Sync>: Sized {
    /// Who calls, as the verifiers say.
    type Caller: Send;

    /// The scopes for each scheme, in the order of the requirement: [`Scopes`](super::Scopes), or an array of them.
    type Scopes: Default + Send;

    /// The schemes, in the order of the requirement: one challenge for each that is different.
    const SCHEMES: &'static [Scheme];

    /// Tries the alternatives in the order of the document, until one is met.
    fn prove(
        proof: &mut Proof,
        api: &A,
        context: &Context,
        scopes: Self::Scopes,
    ) -> impl Future<Output = Option<Self::Caller>> + Send;

    /// The challenge as the implementation wants it.
    fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge;

    /// The caller.
    ///
    /// # Errors
    ///
    /// Where the requirement is not met: 400, 401, 403, 500 or 503.
    #[inline]
    fn required(
        api: &A,
        context: &Context,
        scopes: Self::Scopes,
    ) -> impl Future<Output = Result<Self::Caller, Refusal>> + Send {
        async move {
            let mut proof = Proof::new();
            match Self::prove(&mut proof, api, context, scopes).await {
                Some(caller) => {
                    proof.met();
                    Ok(caller)
                }
                None => Err(Refusal::new(proof.unmet(), Self::SCHEMES, |challenge| {
                    Self::challenge(api, context, challenge)
                })),
            }
        }
    }

    /// The caller, or nobody in particular: the empty requirement `{}` is among the alternatives, and counts last.
    ///
    /// # Errors
    ///
    /// Where a credential is shown and not accepted: 400, 401, 403, 500 or 503.
    #[inline]
    fn optional(
        api: &A,
        context: &Context,
        scopes: Self::Scopes,
    ) -> impl Future<Output = Result<Option<Self::Caller>, Refusal>> + Send {
        async move {
            let mut proof = Proof::new();
            match Self::prove(&mut proof, api, context, scopes).await {
                Some(caller) => {
                    proof.met();
                    Ok(Some(caller))
                }
                None => match proof.unmet() {
                    None => Ok(None),
                    why => Err(Refusal::new(why, Self::SCHEMES, |challenge| {
                        Self::challenge(api, context, challenge)
                    })),
                },
            }
        }
    }
}
