//! The generated server, with the handwritten half that the reference server has.

use std::convert::Infallible;

use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes};

use code::{Api, Authenticate, Items, ReadItems, Server};

#[path = "../../../generated/mod.rs"]
#[rustfmt::skip]
mod code;

pub(crate) struct FirstSteps;

impl Authenticate for FirstSteps {
    type OAuth2PasswordBearer = BearerToken;

    async fn oauth2_password_bearer(
        &self,
        _: &Context,
        token: BearerToken,
        _: Scopes,
    ) -> Result<BearerToken, Denied> {
        Ok(token)
    }
}

impl Api for FirstSteps {
    type Error = Infallible;

    async fn read_items(&self, _: &Context, caller: BearerToken) -> Result<ReadItems, Infallible> {
        Ok(ReadItems::Ok(Items { token: caller.into_exposed() }))
    }
}

pub(crate) fn server() -> Server<FirstSteps> {
    Server::new(FirstSteps)
}
