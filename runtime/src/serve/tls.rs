//! TLS, with certificates of clients where they are asked for ([RFC 8446](https://www.rfc-editor.org/rfc/rfc8446)).

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::danger::ClientCertVerifier;
use tokio_rustls::rustls::server::{NoClientAuth, NoServerSessionStorage, WebPkiClientVerifier};
use tokio_rustls::rustls::sign::{CertifiedKey, SingleCertAndKey};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};
use tokio_rustls::server::TlsStream;

use super::transport::Transport;
use crate::security::PeerCertificate;

/// How TLS is spoken: with which certificate, and whose certificates clients may show.
///
/// It is TLS 1.2 and 1.3, and HTTP/1.1 inside.
///
/// ```no_run
/// use specwright_runtime::Tls;
///
/// let tls = Tls::new(&std::fs::read("chain.pem")?, &std::fs::read("key.pem")?)?
///     .client_authorities(&std::fs::read("clients.pem")?)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Tls {
    certified: Arc<SingleCertAndKey>,
    config: Arc<ServerConfig>,
}

/// Certificates or a key that TLS cannot be spoken with.
#[derive(Debug)]
pub struct InvalidTls {
    what: &'static str,
    cause: Box<dyn Error + Send + Sync>,
}

const AUTHORITIES: &str = "the authorities of clients";

impl Tls {
    /// TLS with a chain of certificates, the server's own first, and the key of that one; both in PEM.
    ///
    /// # Errors
    ///
    /// [`InvalidTls`] where there is no certificate, no key, one of them cannot be read, or they do not belong together.
    pub fn new(chain: &[u8], key: &[u8]) -> Result<Self, InvalidTls> {
        let provider = provider();
        let chain = certificates(chain).map_err(InvalidTls::of("the certificate chain"))?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(InvalidTls::of("the private key"))?;
        let certified = CertifiedKey::from_der(chain, key, &provider);
        let certified = certified.map_err(InvalidTls::of("the certificate and its key"))?;
        let certified = Arc::new(SingleCertAndKey::from(certified));
        let config = config(provider, &certified, Arc::new(NoClientAuth))?;
        Ok(Self { certified, config: Arc::new(config) })
    }

    /// The same, for clients that may show a certificate of these authorities, given in PEM. One that cannot be verified
    /// ends the handshake; who shows none is served all the same, and refused by the operations that the document
    /// protects with `mutualTLS`.
    ///
    /// # Errors
    ///
    /// [`InvalidTls`] where there is no certificate, or one of them cannot be read.
    pub fn client_authorities(self, authorities: &[u8]) -> Result<Self, InvalidTls> {
        let mut roots = RootCertStore::empty();
        for authority in certificates(authorities).map_err(InvalidTls::of(AUTHORITIES))? {
            roots.add(authority).map_err(InvalidTls::of(AUTHORITIES))?;
        }
        let provider = provider();
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider));
        let verifier = verifier.allow_unauthenticated().build().map_err(InvalidTls::of(AUTHORITIES))?;
        let mut config = config(provider, &self.certified, verifier)?;
        // A session that is resumed is not verified again, though the certificate may have expired since.
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        Ok(Self { config: Arc::new(config), ..self })
    }
}

/// Named here, since another crate of the same program may have rustls with several.
fn provider() -> Arc<CryptoProvider> {
    Arc::new(aws_lc_rs::default_provider())
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Box<dyn Error + Send + Sync>> {
    let certificates = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>()?;
    if certificates.is_empty() { Err("there is no certificate".into()) } else { Ok(certificates) }
}

fn config(
    provider: Arc<CryptoProvider>,
    certified: &Arc<SingleCertAndKey>,
    clients: Arc<dyn ClientCertVerifier>,
) -> Result<ServerConfig, InvalidTls> {
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(InvalidTls::of("the versions of TLS"))?;
    let resolver = Arc::clone(certified);
    let mut config = builder.with_client_cert_verifier(clients).with_cert_resolver(resolver);
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

impl InvalidTls {
    fn of<E: Into<Box<dyn Error + Send + Sync>>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self { what, cause: cause.into() }
    }
}

impl fmt::Display for InvalidTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be used for TLS", self.what)
    }
}

impl Error for InvalidTls {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.cause)
    }
}

/// A key is inside.
impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tls(…)")
    }
}

/// Handshakes.
#[derive(Clone)]
pub(super) struct Handshakes {
    acceptor: TlsAcceptor,
    timeout: Duration,
}

impl Handshakes {
    pub(super) fn new(tls: Tls, timeout: Duration) -> Self {
        Self { acceptor: tls.config.into(), timeout }
    }
}

impl Transport for Handshakes {
    type Stream = TlsStream<TcpStream>;

    async fn open(self, socket: TcpStream) -> io::Result<(Self::Stream, Option<PeerCertificate>)> {
        let stream = time::timeout(self.timeout, self.acceptor.accept(socket)).await??;
        let (_, session) = stream.get_ref();
        let chain = session.peer_certificates().unwrap_or_default();
        let chain = chain.iter().map(|certificate| certificate.to_vec()).collect();
        Ok((stream, PeerCertificate::of(chain)))
    }
}
