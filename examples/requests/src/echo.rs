//! What an operation read, as it says it.

use std::collections::BTreeMap;

use specwright_runtime::decode;
use specwright_runtime::encode::{self, Encode};
use specwright_runtime::json::Json;
use specwright_runtime::{Context, Failure};

use crate::generated::Echo;

impl Echo {
    /// The operation, which has read nothing yet.
    pub(crate) fn of(context: &Context) -> Self {
        Self { operation: context.operation().to_owned(), params: BTreeMap::new(), body: None }
    }

    /// A parameter by its name in the document. What was not sent is `null`.
    pub(crate) fn with(mut self, name: &str, value: &impl Encode) -> Result<Self, Failure> {
        self.params.insert(name.to_owned(), json(value)?);
        Ok(self)
    }

    /// The body.
    pub(crate) fn with_body<B: Encode>(self, body: &B) -> Result<Self, Failure> {
        Ok(Self { body: Some(json(body)?), ..self })
    }
}

/// A value as JSON of any shape.
pub(crate) fn json(value: &impl Encode) -> Result<Json, Failure> {
    decode::from_slice(&encode::to_vec(value)).map_err(|problems| Failure::new(format!("{problems:?}")))
}
