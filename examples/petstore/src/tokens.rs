//! What staff write pets with.

use std::time::Duration;

use specwright_runtime::verify::Grant;
use specwright_runtime::{Context, Failure};

use crate::generated::*;
use crate::petstore::Petstore;

/// How long a token is good.
const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// What staff may do.
const SCOPES: &str = "write:pets read:pets";

impl TokenApi for Petstore {
    type Error = Failure;

    async fn create_token(
        &self,
        _: &Context,
        _: (),
        body: ClientCredentials,
    ) -> Result<CreateToken, Failure> {
        let scope = body.scope.unwrap_or_else(|| SCOPES.to_owned());
        if !scope.split(' ').all(|scope| SCOPES.split(' ').any(|known| known == scope)) {
            return Ok(CreateToken::BadRequest(TokenError { error: TokenErrorError::InvalidScope }));
        }
        let access_token = self.signer.sign(&Grant::new("staff", LIFETIME).scopes(scope.split(' ')))?;
        let (token_type, expires_in) = (TokenTokenType::Bearer, LIFETIME.as_secs().cast_signed());
        Ok(CreateToken::Ok(Token { access_token, token_type, expires_in, scope }))
    }
}
