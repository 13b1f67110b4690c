//! The handwritten half: who may call, and what the operations do.

use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};

use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes};

use crate::generated::{
    Api, Authenticate, CreateOrder, ListOrders, ListOrdersParameters, NewOrder, Order, Orders, Problem,
    ReadOrder, ReadOrderParameters, ReadStatus, State,
};

/// A shop that forgets its orders when it closes.
#[derive(Debug, Default)]
pub(crate) struct Shop {
    orders: Mutex<Vec<Order>>,
}

/// Who calls.
pub(crate) struct Customer {
    /// Their name, which is all that a token of this shop says.
    name: String,
}

impl Authenticate for Shop {
    type Token = Customer;

    /// The shop knows two tokens: `alice`, which may order, and `bob`, which may look.
    async fn token(&self, _: &Context, token: BearerToken, scopes: Scopes) -> Result<Customer, Denied> {
        let may_order = match token.expose() {
            "alice" => true,
            "bob" => false,
            _ => return Err(Denied::InvalidCredentials(None)),
        };
        if !scopes.is_empty() && !may_order {
            return Err(Denied::InsufficientScope(scopes));
        }
        Ok(Customer { name: token.expose().to_owned() })
    }
}

impl Api for Shop {
    type Error = Infallible;

    async fn read_status(&self, _: &Context) -> Result<ReadStatus, Infallible> {
        Ok(ReadStatus::NoContent)
    }
}

impl Orders for Shop {
    type Error = Infallible;

    async fn list_orders(
        &self,
        _: &Context,
        _: Customer,
        parameters: ListOrdersParameters,
    ) -> Result<ListOrders, Infallible> {
        let limit = parameters.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(100);
        let wanted = |order: &&Order| parameters.state.is_none_or(|state| order.state == state);
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(ListOrders::Ok(orders.iter().filter(wanted).take(limit).cloned().collect()))
    }

    async fn create_order(
        &self,
        _: &Context,
        caller: Customer,
        body: NewOrder,
    ) -> Result<CreateOrder, Infallible> {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let id = orders.last().map_or(1, |last| last.id + 1);
        let note = body.note.flatten().unwrap_or_else(|| format!("for {}", caller.name));
        let order = Order { id, item: body.item, count: body.count, note: Some(note), state: State::New };
        orders.push(order.clone());
        Ok(CreateOrder::Created { location: format!("/orders/{id}"), body: order })
    }

    async fn read_order(
        &self,
        _: &Context,
        _: Customer,
        parameters: ReadOrderParameters,
    ) -> Result<ReadOrder, Infallible> {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(match orders.iter().find(|order| order.id == parameters.order_id) {
            Some(order) => ReadOrder::Ok(order.clone()),
            None => ReadOrder::NotFound(Problem { detail: "No such order".to_owned() }),
        })
    }
}
