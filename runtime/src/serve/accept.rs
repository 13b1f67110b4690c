//! Accepting connections, and letting them finish.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time;

use super::connection::{Connections, Stage};
use super::limits::Limits;
use super::signal::Signals;
use super::transport::Transport;
use crate::contract::Contract;
use crate::server::Server;

/// How long to wait where the machine has no room for a connection, before trying again.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until a signal, then lets requests finish.
pub(super) async fn until<C: Contract, T: Transport>(
    mut signals: Signals,
    server: Server<C>,
    listener: TcpListener,
    transport: T,
    limits: Limits,
) {
    let room = Arc::new(Semaphore::new(limits.max_connections.min(Semaphore::MAX_PERMITS)));
    let (stopping, stopped) = watch::channel(Stage::Serving);
    let connections = Connections::new(&limits);
    loop {
        let next = async {
            let permit = Arc::clone(&room).acquire_owned().await;
            (permit, accept(&listener).await)
        };
        let (permit, (socket, peer)) = tokio::select! {
            () = signals.next() => break,
            next = next => next,
        };
        let serving = connections.serve(socket, transport.clone(), server.clone(), peer, stopped.clone());
        tokio::spawn(async move {
            serving.await;
            drop(permit);
        });
    }
    drop((listener, stopped));
    tracing::info!("finishing requests");
    stopping.send_replace(Stage::Finishing);
    tokio::select! {
        // Connections listen to the channel until they end, so it is closed when the last has.
        () = stopping.closed() => return,
        () = time::sleep(limits.shutdown) => {}
        () = signals.next() => {}
    }
    tracing::warn!(connections = stopping.receiver_count(), "stopped with requests unfinished");
    stopping.send_replace(Stage::Over);
}

/// The next connection. Errors of a connection that is gone before it is accepted mean nothing; others mean that the
/// machine is out of descriptors or memory, which passes.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(connection) => return connection,
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                time::sleep(BREATH).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
