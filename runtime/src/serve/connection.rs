//! One connection.

use std::net::SocketAddr;

use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::alarm::Alarm;
use super::limits::Limits;
use super::request::Requests;
use super::transport::Transport;
use crate::contract::Contract;
use crate::server::Server;

/// How far serving has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Serving,
    /// The request in hand is a connection's last.
    Finishing,
    Over,
}

/// Waits for a stage; a server that is gone has reached them all.
async fn reached(stage: &mut watch::Receiver<Stage>, wanted: Stage) {
    let _ = stage.wait_for(|stage| *stage >= wanted).await;
}

/// How connections are served.
#[derive(Clone)]
pub(super) struct Connections(http1::Builder);

impl Connections {
    pub(super) fn new(limits: &Limits) -> Self {
        let mut builder = http1::Builder::new();
        builder.header_read_timeout(limits.head_timeout()).max_header_size(limits.max_head);
        Self(builder)
    }

    /// Serves a connection until it ends, or the time for it does.
    pub(super) fn serve<C: Contract, T: Transport>(
        &self,
        socket: TcpStream,
        transport: T,
        server: Server<C>,
        peer: SocketAddr,
        mut stage: watch::Receiver<Stage>,
    ) -> impl Future<Output = ()> + Send + use<C, T> {
        // An answer is written at once, so there is nothing to gather; without the option it is only slower.
        let _ = socket.set_nodelay(true);
        let mut builder = self.0.clone();
        async move {
            let opened = tokio::select! {
                biased;
                opened = transport.open(socket) => opened,
                () = reached(&mut stage, Stage::Finishing) => return,
            };
            let (stream, certificate) = match opened {
                Ok(opened) => opened,
                Err(error) => return tracing::debug!(%error, "a connection was not opened"),
            };
            let requests = Requests::new(server, peer, certificate);
            let connection = builder.timer(Alarm::default()).serve_connection(TokioIo::new(stream), requests);
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                biased;
                ended = &mut connection => ended,
                () = reached(&mut stage, Stage::Finishing) => {
                    connection.as_mut().graceful_shutdown();
                    tokio::select! {
                        biased;
                        ended = &mut connection => ended,
                        () = reached(&mut stage, Stage::Over) => return,
                    }
                }
            };
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended early");
            }
        }
    }
}
