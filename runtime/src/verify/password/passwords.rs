//! Making hashes, and comparing with them.

use std::fmt;
use std::sync::Arc;
use std::thread::available_parallelism;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

use super::error::PasswordError;
use crate::security::Denied;

/// A verifier of passwords against argon2id hashes, written as PHC strings: `$argon2id$v=19$m=19456,t=2,p=1$…$…`.
///
/// A hash costs 19 MiB and some ten milliseconds of a processor, on purpose. So hashes are made on tokio's blocking threads, and only so many
/// at once as there are processors; others wait. What was begun for a client that has gone is finished, and counts until then.
///
/// ```
/// use specwright_runtime::Context;
/// use specwright_runtime::security::{BasicCredentials, Denied, Scopes};
/// use specwright_runtime::verify::Passwords;
///
/// # struct Users;
/// # impl Users { async fn hash_of(&self, user: &str) -> Result<Option<String>, std::io::Error> { Ok(None) } }
/// struct Shop { users: Users, passwords: Passwords }
///
/// # trait Authenticate {
/// #     type HttpBasic;
/// #     async fn http_basic(&self, context: &Context, credentials: BasicCredentials) -> Result<Self::HttpBasic, Denied>;
/// # }
/// impl Authenticate for Shop {
///     type HttpBasic = String;
///
///     async fn http_basic(&self, _: &Context, credentials: BasicCredentials) -> Result<String, Denied> {
///         let user = credentials.user_id();
///         let hash = self.users.hash_of(user).await?;
///         self.passwords.verify(hash.as_deref(), credentials.expose_password()).await?;
///         Ok(user.to_owned())
///     }
/// }
/// ```
///
/// Who has no account learns nothing by it: the answer is the same, and so is the work.
pub struct Passwords {
    params: Params,
    pub(super) at_once: Arc<Semaphore>,
}

impl Passwords {
    /// With the least cost that [OWASP] advises: 19 MiB, two passes, one lane.
    ///
    /// [OWASP]: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
    pub fn new() -> Self {
        let processors = available_parallelism().map_or(1, usize::from);
        Self { params: Params::DEFAULT, at_once: Arc::new(Semaphore::new(processors)) }
    }

    /// The cost of new hashes: memory in KiB, passes over it, and lanes. A hash that is there is verified at the cost it was made with.
    ///
    /// # Errors
    ///
    /// Where argon2 cannot do it: less than 8 KiB a lane, no pass, or no lane.
    pub fn cost(mut self, memory: u32, passes: u32, lanes: u32) -> Result<Self, PasswordError> {
        let params = Params::new(memory, passes, lanes, None);
        self.params = params.map_err(|_| PasswordError("argon2 has no such cost", None))?;
        Ok(self)
    }

    /// How many hashes are made at once, at least one; each takes its memory.
    #[must_use]
    pub fn at_once(mut self, hashes: usize) -> Self {
        self.at_once = Arc::new(Semaphore::new(hashes.clamp(1, Semaphore::MAX_PERMITS)));
        self
    }

    /// A hash to store, with a salt of its own.
    ///
    /// # Errors
    ///
    /// Where the system has no randomness, or the runtime is shutting down.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordError> {
        let hash = self
            .apart(password, |argon2, password| argon2.hash_password(password).map(|hash| hash.to_string()));
        hash.await?.map_err(|error| PasswordError("a password could not be hashed", Some(error)))
    }

    /// Whether this is the password that the hash was made of. Where there is no hash, because there is no such user, one is made in vain,
    /// and the password is wrong.
    ///
    /// # Errors
    ///
    /// [`Denied::InvalidCredentials`] where it is not; [`Denied::Broken`] where the hash is none of argon2's.
    pub async fn verify(&self, hash: Option<&str>, password: &str) -> Result<(), Denied> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Err(Denied::InvalidCredentials(None));
        };
        let hash =
            PasswordHash::new(hash).map_err(|_| PasswordError("the stored hash is no PHC string", None))?;
        let verified = self.apart(password, move |argon2, password| argon2.verify_password(password, &hash));
        verified.await?.map_err(|error| match error {
            password_hash::Error::PasswordInvalid => Denied::InvalidCredentials(None),
            error => PasswordError("the stored hash is none of argon2", Some(error)).into(),
        })
    }

    /// Whether the hash is of another algorithm or another cost than new ones. After the next good login, when the password is known, it can be
    /// replaced.
    pub fn is_outdated(&self, hash: &str) -> bool {
        let current = PasswordHash::new(hash).is_ok_and(|hash| {
            hash.algorithm == Algorithm::Argon2id.ident()
                && hash.version == Some(Version::V0x13.into())
                && Params::try_from(&hash).is_ok_and(|params| cost(&params) == cost(&self.params))
        });
        !current
    }

    /// Works on a password where it keeps nobody waiting.
    async fn apart<T: Send + 'static>(
        &self,
        password: &str,
        work: impl FnOnce(&Argon2<'_>, &[u8]) -> T + Send + 'static,
    ) -> Result<T, PasswordError> {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        let password = Zeroizing::new(password.to_owned());
        let ended = |_| PasswordError("the runtime is shutting down", None);
        // The permit goes with the work, which goes on where nobody waits for it any more.
        let permit = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| ended(()))?;
        let work = spawn_blocking(move || {
            let done = work(&argon2, password.as_bytes());
            drop(permit);
            done
        });
        work.await.map_err(|_| ended(()))
    }
}

fn cost(params: &Params) -> (u32, u32, u32) {
    (params.m_cost(), params.t_cost(), params.p_cost())
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (memory, passes, lanes) = cost(&self.params);
        f.debug_struct("Passwords")
            .field("memory", &memory)
            .field("passes", &passes)
            .field("lanes", &lanes)
            .finish_non_exhaustive()
    }
}
