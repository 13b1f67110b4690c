//! Serving on a socket: HTTP/1.1, with limits, until it is told to stop.

mod accept;
mod alarm;
mod connection;
mod limits;
mod request;
mod signal;
#[cfg(feature = "tls")]
mod tls;
mod transport;

use std::io;

use tokio::net::TcpListener;

use crate::contract::Contract;
use crate::server::Server;
pub use limits::Limits;
use signal::Signals;
#[cfg(feature = "tls")]
pub use tls::{InvalidTls, Tls};
use transport::Plain;

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
        accept::until(Signals::listen()?, self, listener, Plain, limits).await;
        Ok(())
    }

    /// Serves as [`serve`](Self::serve) does, with TLS.
    ///
    /// # Errors
    ///
    /// As for [`serve`](Self::serve).
    #[cfg(feature = "tls")]
    pub async fn serve_tls(self, listener: TcpListener, tls: Tls) -> io::Result<()> {
        self.serve_tls_with(listener, tls, Limits::default()).await
    }

    /// Serves as [`serve_tls`](Self::serve_tls) does, within other limits. A handshake may take as long as the head of a
    /// request may.
    ///
    /// # Errors
    ///
    /// As for [`serve`](Self::serve).
    #[cfg(feature = "tls")]
    pub async fn serve_tls_with(self, listener: TcpListener, tls: Tls, limits: Limits) -> io::Result<()> {
        let handshakes = tls::Handshakes::new(tls, limits.head_timeout());
        accept::until(Signals::listen()?, self, listener, handshakes, limits).await;
        Ok(())
    }
}
