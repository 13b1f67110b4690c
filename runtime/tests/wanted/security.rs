//! Who may call: the security schemes of the document.

use ::specwright_runtime::Context;
use ::specwright_runtime::security::{BearerToken, Denied, Refusal, Scopes};

/// Proves who calls: one method for each security scheme.
///
/// A method receives a well-formed credential and answers with what handlers are to know about the caller.
pub trait Authenticate: Send + Sync + 'static {
    /// A caller accepted by `OAuth2PasswordBearer`.
    type OAuth2PasswordBearer: Send;

    /// OAuth 2.0 bearer token, password flow; tokens from `token`.
    fn oauth2_password_bearer(
        &self,
        context: &Context,
        token: BearerToken,
        scopes: Scopes,
    ) -> impl Future<Output = Result<Self::OAuth2PasswordBearer, Denied>> + Send;
}

pub(super) async fn oauth2_password_bearer<A: Authenticate>(
    api: &A,
    context: &Context,
    scopes: Scopes,
) -> Result<A::OAuth2PasswordBearer, Refusal> {
    let token = BearerToken::read(context)?;
    // Refusal::bearer: wraps what the verifier said with the challenge of its scheme
    api.oauth2_password_bearer(context, token, scopes).await.map_err(Refusal::bearer)
}
