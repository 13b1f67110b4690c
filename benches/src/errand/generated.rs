//! The generated server, with a handwritten half that keeps nothing.

use std::hint::black_box;

use specwright_runtime::{Context, Failure};

use crate::orders::{
    AddOrder, AddPhoto, Api, FindOrders, FindOrdersParameters, Order, Orders, Photo, ReplaceOrders, Server,
};

pub(crate) struct Shop;

impl Api for Shop {
    type Error = Failure;

    async fn find_orders(
        &self,
        _: &Context,
        parameters: FindOrdersParameters,
    ) -> Result<FindOrders, Failure> {
        black_box(parameters);
        Ok(FindOrders::NoContent)
    }

    async fn add_order(&self, _: &Context, body: Order) -> Result<AddOrder, Failure> {
        Ok(AddOrder::Created(body))
    }

    async fn replace_orders(&self, _: &Context, body: Orders) -> Result<ReplaceOrders, Failure> {
        Ok(ReplaceOrders::Ok(body))
    }

    async fn add_photo(&self, _: &Context, body: Photo) -> Result<AddPhoto, Failure> {
        if super::is_upload(&body.title, body.picture.size()) {
            Ok(AddPhoto::NoContent)
        } else {
            Err(Failure::new("a part is missing"))
        }
    }
}

pub(crate) fn server() -> Server<Shop> {
    Server::new(Shop)
}
