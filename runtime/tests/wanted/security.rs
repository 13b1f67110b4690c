//! Who may call: the security schemes of the document.

use ::specwright_runtime::Context;
use ::specwright_runtime::security::{BearerToken, Challenge, Denied, Proof, Requirement, Scheme, Scopes};

/// Proves who calls: one method for each security scheme.
///
/// A method receives a well-formed credential and answers with what handlers are to know about the caller.
pub trait Authenticate: Sized + Send + Sync + 'static {
    /// A caller accepted by `OAuth2PasswordBearer`.
    type OAuth2PasswordBearer: Send;

    /// OAuth 2.0 bearer token, password flow; tokens from `token`.
    fn oauth2_password_bearer(
        &self,
        context: &Context,
        token: BearerToken,
        scopes: Scopes,
    ) -> impl Future<Output = Result<Self::OAuth2PasswordBearer, Denied>> + Send;

    /// A challenge on its way to who is refused, to add a `realm` or another parameter to.
    fn challenge(&self, _context: &Context, challenge: Challenge) -> Challenge {
        challenge
    }
}

const OAUTH2_PASSWORD_BEARER: Scheme = Scheme::bearer("OAuth2PasswordBearer");

/// What `OAuth2PasswordBearer` requires.
pub enum OAuth2PasswordBearer {}

impl<A: Authenticate> Requirement<A> for OAuth2PasswordBearer {
    type Caller = A::OAuth2PasswordBearer;
    type Scopes = Scopes;

    const SCHEMES: &'static [Scheme] = &[OAUTH2_PASSWORD_BEARER];

    async fn prove(
        proof: &mut Proof,
        api: &A,
        context: &Context,
        scopes: Scopes,
    ) -> Option<A::OAuth2PasswordBearer> {
        proof.alternative();
        let token = proof.read(&OAUTH2_PASSWORD_BEARER, BearerToken::read(context));
        proof.verify(token, |token| A::oauth2_password_bearer(api, context, token, scopes)).await
    }

    fn challenge(api: &A, context: &Context, challenge: Challenge) -> Challenge {
        api.challenge(context, challenge)
    }
}
