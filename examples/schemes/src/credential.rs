//! What a credential says, in the clear: here it is no secret, because any will do.

use specwright_runtime::security::{ApiKey, BasicCredentials, BearerToken, HttpCredentials};

/// A credential that may be told to whoever has shown it.
pub(crate) trait Credential {
    /// What it says.
    fn told(&self) -> String;
}

impl Credential for ApiKey {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}

impl Credential for BasicCredentials {
    fn told(&self) -> String {
        format!("{}:{}", self.user_id(), self.expose_password())
    }
}

impl Credential for BearerToken {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}

impl Credential for HttpCredentials {
    fn told(&self) -> String {
        self.expose().to_owned()
    }
}
