//! How often somebody may guess a password.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::time::{Duration, Instant};

use super::rate::Rate;
use super::table::Table;

/// Counts the attempts to log in, by user and by address, in one process.
///
/// Every attempt counts when it begins, so that a hundred at once are a hundred; one that succeeds is taken back. Users and addresses that are not
/// known count as those that are. An IPv6 address counts with all others of its /64, which is what one household has.
///
/// ```
/// use std::net::IpAddr;
/// use specwright_runtime::security::Denied;
/// use specwright_runtime::verify::{Attempts, Passwords};
///
/// enum Login { Good, Wrong, TooOften { retry_after: u64 } }
///
/// async fn log_in(attempts: &Attempts, passwords: &Passwords, user: &str, hash: Option<&str>, password: &str, address: IpAddr)
///     -> Result<Login, Denied>
/// {
///     let attempt = match attempts.begin(user, address) {
///         Ok(attempt) => attempt,
///         Err(too_many) => return Ok(Login::TooOften { retry_after: too_many.seconds() }),
///     };
///     match passwords.verify(hash, password).await {
///         Ok(()) => attempt.succeeded(),
///         Err(Denied::InvalidCredentials(_)) => return Ok(Login::Wrong),
///         Err(broken) => return Err(broken),
///     }
///     Ok(Login::Good)
/// }
/// ```
pub struct Attempts {
    users: Table,
    addresses: Table,
    clock: Box<dyn Fn() -> Duration + Send + Sync>,
}

impl Attempts {
    /// Ten wrong passwords for a user, then one in each minute; thirty from an address, then one in each ten seconds.
    pub fn new() -> Self {
        let begun = Instant::now();
        Self {
            users: Table::of(Rate::new(10, Duration::from_secs(60))),
            addresses: Table::of(Rate::new(30, Duration::from_secs(10))),
            clock: Box::new(move || begun.elapsed()),
        }
    }

    /// How often a user may be tried.
    #[must_use]
    pub fn per_user(mut self, rate: Rate) -> Self {
        self.users = Table::of(rate);
        self
    }

    /// How often an address may try.
    #[must_use]
    pub fn per_address(mut self, rate: Rate) -> Self {
        self.addresses = Table::of(rate);
        self
    }

    /// Tells the time by another clock than the system's monotonic one, in tests: how much has passed since some instant.
    #[must_use]
    pub fn clock(mut self, elapsed: impl Fn() -> Duration + Send + Sync + 'static) -> Self {
        self.clock = Box::new(elapsed);
        self
    }

    /// Counts an attempt. `user` is what the user is looked up by: where names are the same in capitals, it is in small letters here.
    ///
    /// # Errors
    ///
    /// Where there were too many of the user or from the address. No password is to be looked at then.
    pub fn begin(&self, user: &str, address: IpAddr) -> Result<Attempt<'_>, TooManyAttempts> {
        let now = (self.clock)();
        let (user, address) = (self.users.place(user), self.addresses.place(household(address)));
        // The address first, so that one that is refused spends nothing of its victims.
        self.addresses.take(address, now).map_err(TooManyAttempts)?;
        self.users.take(user, now).map_err(TooManyAttempts)?;
        Ok(Attempt { attempts: self, user, address })
    }
}

fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

impl Default for Attempts {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempts").finish_non_exhaustive()
    }
}

/// An attempt that was allowed, and counts as a failure until it is said to have [succeeded](Self::succeeded).
#[must_use = "an attempt that succeeds has to say so"]
pub struct Attempt<'a> {
    attempts: &'a Attempts,
    user: usize,
    address: usize,
}

impl Attempt<'_> {
    /// The password was right: the attempt is not counted.
    pub fn succeeded(self) {
        self.attempts.users.give_back(self.user);
        self.attempts.addresses.give_back(self.address);
    }
}

impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Attempt(…)")
    }
}

/// There were too many attempts: 429, with `Retry-After`. Whether the user exists, it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyAttempts(pub(super) Duration);

impl TooManyAttempts {
    /// After how many seconds to try again, rounded up: what `Retry-After` says ([RFC 9110, 10.2.3]).
    ///
    /// [RFC 9110, 10.2.3]: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
    pub fn seconds(self) -> u64 {
        self.0.as_secs() + u64::from(self.0.subsec_nanos() > 0)
    }
}
