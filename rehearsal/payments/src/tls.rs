//! TLS: the server's certificate, which it makes itself, and what clients trust.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ClientConfig, RootCertStore, ServerConfig};

/// A server with a certificate of its own making: the load balancer encrypts, and does not ask who
/// signed. Source: Elastic Load Balancing User Guide, "Target groups", "Routing configuration".
pub fn server() -> Result<ServerConfig> {
    let made = rcgen::generate_simple_self_signed(vec!["payments".to_owned()])?;
    let key =
        PrivateKeyDer::try_from(made.signing_key.serialize_der()).map_err(anyhow::Error::msg)?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// A client that trusts whom the system trusts: `SSL_CERT_FILE`, or the system's own file. The
/// image has AWS's too.
pub fn trusting() -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    ensure!(!roots.is_empty(), "no certificate authorities: SSL_CERT_FILE names a file of them");
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// How a client of HTTPS is configured, so that a lost zone costs little: names are looked up for
/// each connection, each address has its share of the time to connect, and a connection on which
/// nothing is acknowledged ends.
pub fn client() -> reqwest::ClientBuilder {
    // Another one may be installed already, which is as good.
    let _ = default_provider().install_default();
    let client = reqwest::Client::builder()
        .http1_only()
        .no_proxy()
        .connect_timeout(Duration::from_millis(1500))
        .pool_idle_timeout(Duration::from_secs(20))
        .tcp_nodelay(true);
    #[cfg(target_os = "linux")]
    let client = client.tcp_user_timeout(Duration::from_secs(2));
    client
}
