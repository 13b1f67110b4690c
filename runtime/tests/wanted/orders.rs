//! The operations tagged `orders`.

use std::sync::Arc;

use ::specwright_runtime::decode::{BOOLEAN, INTEGER, STRING, of};
use ::specwright_runtime::{Body, Context, Failure, Input, Rejection, Reply, Response, respond};

use ::specwright_runtime::security::Requirement as _;

use super::security::{self, Authenticate};
use super::types::{NewOrder, Order, Problem};

/// The operations tagged `orders`.
pub trait Orders: Authenticate {
    /// What a handler fails with; see [`Failure`].
    type Error: Into<Failure>;

    /// Read an order: `GET /orders/{orderId}`
    fn read_order(
        &self,
        context: &Context,
        parameters: ReadOrderParameters,
    ) -> impl Future<Output = Result<ReadOrder, Self::Error>> + Send;

    /// Order something: `POST /orders`
    fn create_order(
        &self,
        context: &Context,
        caller: Self::OAuth2PasswordBearer,
        body: NewOrder,
    ) -> impl Future<Output = Result<CreateOrder, Self::Error>> + Send;
}

/// The parameters of [`Orders::read_order`].
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOrderParameters {
    /// `orderId`, in the path.
    pub order_id: i64,
    /// `verbose`, in the query.
    pub verbose: Option<bool>,
    /// `X-Shelf`, in a header.
    pub x_shelf: String,
}

/// What [`Orders::read_order`] answers.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadOrder {
    /// 200: The order.
    Ok(Order),
    /// 404: There is no such order.
    NotFound(Problem),
}

impl From<ReadOrder> for Response {
    fn from(response: ReadOrder) -> Self {
        match response {
            ReadOrder::Ok(body) => Reply::json(200, &body).into(),
            ReadOrder::NotFound(body) => Reply::json(404, &body).into(),
        }
    }
}

/// What [`Orders::create_order`] answers.
#[derive(Debug, Clone, PartialEq)]
pub enum CreateOrder {
    /// 201: Ordered.
    Created {
        /// `Location`: Where the order is.
        location: String,
        /// `X-Count`
        x_count: Option<i64>,
        body: Order,
    },
    /// 204: Nothing to do.
    NoContent,
}

impl From<CreateOrder> for Response {
    fn from(response: CreateOrder) -> Self {
        match response {
            CreateOrder::Created { location, x_count, body } => Reply::json(201, &body)
                .header("location", &location)
                .optional_header("x-count", &x_count)
                .into(),
            CreateOrder::NoContent => Reply::empty(204).into(),
        }
    }
}

pub(super) async fn read_order<A: Orders>(api: Arc<A>, context: Context) -> Result<Response, Rejection> {
    let mut input = Input::of(&context);
    // path(name in the document, index of the segment counted from 0, rule)
    let order_id = input.path("orderId", 1, INTEGER);
    let verbose = input.optional_query("verbose", BOOLEAN);
    let x_shelf = input.required_header("X-Shelf", STRING);
    let (Some(order_id), Some(verbose), Some(x_shelf)) = (order_id, verbose, x_shelf) else {
        return Err(input.rejected());
    };
    let parameters = ReadOrderParameters { order_id, verbose, x_shelf };
    respond(api.read_order(&context, parameters).await)
}

pub(super) async fn create_order<A: Orders, B: Body>(
    api: Arc<A>,
    context: Context,
    body: B,
) -> Result<Response, Rejection> {
    let caller = security::OAuth2PasswordBearer::required(&*api, &context, &["orders:write"]).await?;
    let mut input = Input::of(&context);
    // Err: 413, 415. Ok(None): problems were noted. An optional body is `optional_json`: Ok(Some(None)) where there is none.
    let body = input.json(body, of::<NewOrder>()).await?;
    let Some(body) = body else {
        return Err(input.rejected());
    };
    respond(api.create_order(&context, caller, body).await)
}
