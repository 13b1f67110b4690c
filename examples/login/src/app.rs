//! The handwritten half of the server: who may call.

use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes as Needed};
use specwright_runtime::verify::{Jwt, JwtSigner, Passwords};

use crate::database::Database;
use crate::generated::Authenticate;
use crate::key::Key;
use crate::trouble::Trouble;
use crate::turns::Turns;
use crate::users::User;

/// What the operations have in common.
pub(crate) struct App {
    pub(crate) database: Database,
    pub(crate) passwords: Passwords,
    pub(crate) turns: Turns,
    pub(crate) signer: JwtSigner,
    jwt: Jwt,
}

impl App {
    /// The operations on a database, with tokens that are signed with a key.
    ///
    /// # Errors
    ///
    /// When the key is too short.
    pub(crate) fn new(database: Database, key: &Key) -> Result<Self, Trouble> {
        let failed = |error| Trouble::of("tokens cannot be signed", error);
        let (jwt, signer) =
            (Jwt::hs256(key.bytes()).map_err(failed)?, JwtSigner::hs256(key.bytes()).map_err(failed)?);
        Ok(Self { database, passwords: Passwords::new(), turns: Turns::new(), signer, jwt })
    }
}

impl Authenticate for App {
    type OAuth2PasswordBearer = User;

    /// A token is good while its user is there, for what its user may still do. Whether the user is disabled is a matter of the
    /// operation.
    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        needed: Needed,
    ) -> Result<User, Denied> {
        let claims = self.jwt.verify(token.expose())?;
        let user = self.database.user(claims.subject()).await?;
        let user = user.ok_or(Denied::InvalidCredentials(Some("the user of the token is gone".into())))?;
        claims.require(needed)?;
        if !user.scopes.include(needed.iter().copied()) {
            return Err(Denied::InsufficientScope(needed));
        }
        Ok(user)
    }
}
