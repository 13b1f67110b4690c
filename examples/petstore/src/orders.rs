//! What is sold.

use specwright_runtime::{Context, Failure};

use crate::database::{found, kept};
use crate::generated::*;
use crate::pets::no_such_pet;
use crate::petstore::{Petstore, message};
use crate::sessions::Session;

impl Store for Petstore {
    type Error = Failure;

    async fn get_inventory(&self, _: &Context, _: Session) -> Result<GetInventory, Failure> {
        const COUNT: &str = "SELECT status, count(*) FROM pets GROUP BY status";
        let counts = sqlx::query_as(COUNT).fetch_all(&self.database).await?;
        Ok(GetInventory::Ok(counts.into_iter().collect()))
    }

    async fn place_order(
        &self,
        _: &Context,
        caller: Session,
        body: OrderInput,
    ) -> Result<PlaceOrder, Failure> {
        const PLACE: &str = "INSERT INTO orders (user_id, kept)
            SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM pets WHERE id = $3) RETURNING body";
        let place = sqlx::query_scalar(PLACE).bind(caller.user_id).bind(kept(&body)).bind(body.pet_id);
        Ok(match place.fetch_optional(&self.database).await? {
            Some(order) => PlaceOrder::Ok(found(order)?),
            None => PlaceOrder::NotFound(no_such_pet()),
        })
    }

    async fn get_order_by_id(
        &self,
        _: &Context,
        caller: Session,
        parameters: GetOrderByIdParameters,
    ) -> Result<GetOrderById, Failure> {
        const READ: &str = "SELECT body FROM orders WHERE id = $1 AND user_id = $2";
        let read = sqlx::query_scalar(READ).bind(parameters.order_id).bind(caller.user_id);
        Ok(match read.fetch_optional(&self.database).await? {
            Some(order) => GetOrderById::Ok(found(order)?),
            None => GetOrderById::NotFound(no_such_order()),
        })
    }

    async fn delete_order(
        &self,
        _: &Context,
        caller: Session,
        parameters: DeleteOrderParameters,
    ) -> Result<DeleteOrder, Failure> {
        const DELETE: &str = "DELETE FROM orders WHERE id = $1 AND user_id = $2";
        let delete = sqlx::query(DELETE).bind(parameters.order_id).bind(caller.user_id);
        Ok(match delete.execute(&self.database).await?.rows_affected() {
            0 => DeleteOrder::NotFound(no_such_order()),
            _ => DeleteOrder::NoContent,
        })
    }
}

fn no_such_order() -> Message {
    message("There is no such order")
}
