//! What is between a socket and HTTP.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

use crate::security::PeerCertificate;

/// How a connection is opened.
pub(super) trait Transport: Clone + Send + 'static {
    /// What HTTP is spoken on.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send;

    /// Opens a connection, and tells what the client has proven by it.
    fn open(
        self,
        socket: TcpStream,
    ) -> impl Future<Output = io::Result<(Self::Stream, Option<PeerCertificate>)>> + Send;
}

/// Nothing is between them.
#[derive(Clone)]
pub(super) struct Plain;

impl Transport for Plain {
    type Stream = TcpStream;

    async fn open(self, socket: TcpStream) -> io::Result<(TcpStream, Option<PeerCertificate>)> {
        Ok((socket, None))
    }
}
