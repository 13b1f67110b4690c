//! Authorities, and the certificates that they give.

#![allow(dead_code, clippy::unwrap_used, reason = "not every test asks for all of it")]

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, date_time_ymd,
};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// Somebody who gives certificates.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

/// A certificate and its key, in PEM.
pub(crate) struct Identity {
    pub(crate) name: &'static str,
    pub(crate) chain: String,
    pub(crate) key: String,
    /// How long the certificate is in DER.
    pub(crate) der: usize,
}

impl Authority {
    pub(crate) fn new(name: &str) -> Self {
        let mut parameters = CertificateParams::default();
        parameters.distinguished_name.push(rcgen::DnType::CommonName, name);
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        Self(CertifiedIssuer::self_signed(parameters, KeyPair::generate().unwrap()).unwrap())
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    pub(crate) fn server(&self) -> Identity {
        self.give("server", &parameters("localhost", ExtendedKeyUsagePurpose::ServerAuth))
    }

    pub(crate) fn client(&self) -> Identity {
        self.give("client", &parameters("client", ExtendedKeyUsagePurpose::ClientAuth))
    }

    pub(crate) fn expired(&self) -> Identity {
        let mut parameters = parameters("client", ExtendedKeyUsagePurpose::ClientAuth);
        parameters.not_before = date_time_ymd(2001, 1, 1);
        parameters.not_after = date_time_ymd(2002, 1, 1);
        self.give("expired", &parameters)
    }

    pub(crate) fn not_yet_valid(&self) -> Identity {
        let mut parameters = parameters("client", ExtendedKeyUsagePurpose::ClientAuth);
        parameters.not_before = date_time_ymd(4000, 1, 1);
        self.give("not yet valid", &parameters)
    }

    pub(crate) fn for_servers_only(&self) -> Identity {
        self.give("for servers only", &parameters("client", ExtendedKeyUsagePurpose::ServerAuth))
    }

    fn give(&self, name: &'static str, parameters: &CertificateParams) -> Identity {
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.0).unwrap();
        let der = certificate.der().len();
        Identity { name, chain: certificate.pem(), key: key.serialize_pem(), der }
    }
}

impl Identity {
    pub(crate) fn self_signed() -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate =
            parameters("client", ExtendedKeyUsagePurpose::ClientAuth).self_signed(&key).unwrap();
        let der = certificate.der().len();
        Self { name: "self-signed", chain: certificate.pem(), key: key.serialize_pem(), der }
    }
}

fn parameters(name: &str, purpose: ExtendedKeyUsagePurpose) -> CertificateParams {
    let mut parameters = CertificateParams::new([name.to_owned()]).unwrap();
    parameters.extended_key_usages = vec![purpose];
    parameters
}

/// A client that trusts servers of the authority, and shows a certificate where it has one.
pub(crate) fn connector(servers: &Authority, client: Option<&Identity>) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(servers.0.der().clone()).unwrap();
    let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().unwrap().with_root_certificates(roots);
    let config = match client {
        None => builder.with_no_client_auth(),
        Some(Identity { chain, key, .. }) => {
            let chain = CertificateDer::pem_slice_iter(chain.as_bytes()).collect::<Result<_, _>>().unwrap();
            builder
                .with_client_auth_cert(chain, PrivateKeyDer::from_pem_slice(key.as_bytes()).unwrap())
                .unwrap()
        }
    };
    Arc::new(config).into()
}
