//! The store: what its operations have in common, and who may call.

use std::error::Error;

use specwright_runtime::Context;
use specwright_runtime::security::{ApiKey, BasicCredentials, BearerToken, Denied, Scopes};
use specwright_runtime::verify::{ApiKeyHash, Attempts, Claims, Jwt, JwtSigner, Passwords};
use sqlx::SqlitePool;

use crate::generated::{Authenticate, Message};
use crate::sessions::Session;

/// The name of the staff's client.
const CLIENT: &str = "petstore";

/// The store.
pub(crate) struct Petstore {
    pub(crate) database: SqlitePool,
    pub(crate) passwords: Passwords,
    pub(crate) attempts: Attempts,
    pub(crate) signer: JwtSigner,
    jwt: Jwt,
    client_secret: ApiKeyHash,
}

impl Petstore {
    /// A store with a database and the secret of its client. Its tokens are signed with a key of its own, so they are good until
    /// it closes.
    ///
    /// # Errors
    ///
    /// When the system has no randomness.
    pub(crate) fn new(database: SqlitePool, client_secret: ApiKeyHash) -> Result<Self, Box<dyn Error>> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Self {
            database,
            passwords: Passwords::new(),
            attempts: Attempts::new(),
            signer: JwtSigner::hs256(key)?,
            jwt: Jwt::hs256(key)?,
            client_secret,
        })
    }
}

impl Authenticate for Petstore {
    type PetstoreAuth = Claims;
    type ApiKey = Session;
    type Client = ();

    async fn petstore_auth(&self, _: &Context, token: BearerToken, scopes: Scopes) -> Result<Claims, Denied> {
        let claims = self.jwt.verify(token.expose())?;
        claims.require(scopes)?;
        Ok(claims)
    }

    async fn api_key(&self, _: &Context, key: ApiKey) -> Result<Session, Denied> {
        self.session(ApiKeyHash::of(key.expose())).await?.ok_or(Denied::InvalidCredentials(None))
    }

    async fn client(&self, _: &Context, credentials: BasicCredentials) -> Result<(), Denied> {
        let secret = ApiKeyHash::of(credentials.expose_password());
        if credentials.user_id() == CLIENT && secret == self.client_secret {
            Ok(())
        } else {
            Err(Denied::InvalidCredentials(None))
        }
    }
}

/// An answer in words.
pub(crate) fn message(detail: &str) -> Message {
    Message { detail: detail.to_owned() }
}
