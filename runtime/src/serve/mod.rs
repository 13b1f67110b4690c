//! Serving on a socket: HTTP/1.1, with limits, until it is told to stop.

mod accept;
mod alarm;
mod connection;
mod limits;
mod request;
mod signal;

use std::io;

use tokio::net::TcpListener;

use crate::contract::Contract;
use crate::server::Server;
pub use limits::Limits;
use signal::Signals;

impl<C: Contract> Server<C> {
    /// Serves on a listener, within the default [`Limits`], until SIGINT or SIGTERM; a second one does not wait for the
    /// requests in hand.
    ///
    /// It speaks HTTP/1.1 without TLS. Each request is one line in the log, at `info` of `tracing`: method, path, status
    /// and time, and never a query or a credential.
    ///
    /// # Errors
    ///
    /// Only where signals cannot be waited for; what goes wrong with one connection ends that connection.
    pub async fn serve(self, listener: TcpListener) -> io::Result<()> {
        self.serve_with(listener, Limits::default()).await
    }

    /// Serves as [`serve`](Self::serve) does, within other limits.
    ///
    /// # Errors
    ///
    /// As for [`serve`](Self::serve).
    pub async fn serve_with(self, listener: TcpListener, limits: Limits) -> io::Result<()> {
        accept::until(Signals::listen()?, self, listener, limits).await;
        Ok(())
    }
}
