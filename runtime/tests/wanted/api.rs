//! The operations without a tag.

use std::sync::Arc;

use ::specwright_runtime::{Context, Failure, Rejection, Reply, Response, respond};

use ::specwright_runtime::security::Requirement as _;

use super::security::{self, Authenticate};
use super::types::Items;

/// The operations without a tag.
pub trait Api: Authenticate {
    /// What a handler fails with; see [`Failure`].
    type Error: Into<Failure>;

    /// Read Items: `GET /items/`
    fn read_items(
        &self,
        context: &Context,
        caller: Self::OAuth2PasswordBearer,
    ) -> impl Future<Output = Result<ReadItems, Self::Error>> + Send;
}

/// What [`Api::read_items`] answers.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadItems {
    /// 200: The caller is authenticated.
    Ok(Items),
}

impl From<ReadItems> for Response {
    fn from(response: ReadItems) -> Self {
        match response {
            ReadItems::Ok(body) => Reply::json(200, &body).into(),
        }
    }
}

pub(super) async fn read_items<A: Api>(api: Arc<A>, context: Context) -> Result<Response, Rejection> {
    let caller = security::OAuth2PasswordBearer::required(&*api, &context, &[]).await?;
    respond(api.read_items(&context, caller).await)
}
