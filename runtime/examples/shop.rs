//! The wanted code as a server: `cargo run --example shop -- 127.0.0.1:8000 /api/v1`. It takes any token.

#[allow(unreachable_pub, reason = "generated code is for libraries, too")]
#[path = "../tests/wanted/mod.rs"]
mod wanted;

use std::convert::Infallible;
use std::env;
use std::io;

use specwright_runtime::Context;
use specwright_runtime::security::{BearerToken, Denied, Scopes};
use tokio::net::TcpListener;
use wanted::{
    Api, Authenticate, CreateOrder, Items, NewOrder, Order, Orders, ReadItems, ReadOrder,
    ReadOrderParameters, Server,
};

struct Shop;

impl Authenticate for Shop {
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

impl Api for Shop {
    type Error = Infallible;

    async fn read_items(&self, _: &Context, caller: BearerToken) -> Result<ReadItems, Infallible> {
        Ok(ReadItems::Ok(Items { token: caller.expose().to_owned() }))
    }
}

impl Orders for Shop {
    type Error = Infallible;

    async fn read_order(
        &self,
        _: &Context,
        parameters: ReadOrderParameters,
    ) -> Result<ReadOrder, Infallible> {
        Ok(ReadOrder::Ok(Order { id: parameters.order_id, item: parameters.x_shelf, note: None }))
    }

    async fn create_order(
        &self,
        _: &Context,
        _: BearerToken,
        body: NewOrder,
    ) -> Result<CreateOrder, Infallible> {
        Ok(CreateOrder::Created {
            location: "/orders/1".to_owned(),
            x_count: Some(body.count),
            body: Order { id: 1, item: body.item, note: None },
        })
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let mut arguments = env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let prefix = arguments.next().unwrap_or_default();
    let listener = TcpListener::bind(address).await?;
    println!("http://{}{prefix}/docs", listener.local_addr()?);
    Server::new(Shop).under(&prefix).serve(listener).await
}
