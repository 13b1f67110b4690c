//! A client that asks over TLS, or without.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use super::IntrospectionError;

pub(super) type HttpClient = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

/// The authorities that the system trusts.
pub(super) fn of_the_system() -> Result<RootCertStore, IntrospectionError> {
    let mut roots = RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    // Some that no longer follow the rules are usual.
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        return Err(IntrospectionError::new("the system trusts no certificate authority that can be read"));
    }
    Ok(roots)
}

pub(super) fn of_pem(pem: &[u8]) -> Result<RootCertStore, IntrospectionError> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let added =
            certificate.map_err(|_| ()).and_then(|certificate| roots.add(certificate).map_err(|_| ()));
        added.map_err(|()| IntrospectionError::new("a certificate of an authority cannot be read"))?;
    }
    if roots.is_empty() {
        return Err(IntrospectionError::new("there is no `-----BEGIN CERTIFICATE-----`"));
    }
    Ok(roots)
}

/// By the provider that is named here, so that it is no matter which others a program has.
pub(super) fn client(roots: RootCertStore) -> Result<HttpClient, IntrospectionError> {
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| IntrospectionError::new(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector =
        HttpsConnectorBuilder::new().with_tls_config(config).https_or_http().enable_http1().build();
    Ok(Client::builder(TokioExecutor::new()).build(connector))
}
