//! HTTPS with a certificate that the machine makes for itself, as a task behind a load balancer
//! may: the load balancer does not look at it. Source: Elastic Load Balancing User Guide, "Target
//! groups", "Routing configuration".

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum_server::tls_rustls::RustlsConfig;
use rustls::crypto::ring::default_provider;

/// Serves until the process ends.
pub async fn serve(router: Router, ip: Ipv4Addr, port: u16) -> Result<()> {
    let config = RustlsConfig::from_config(Arc::new(payments::tls::server()?));
    let server = axum_server::bind_rustls(SocketAddr::from((ip, port)), config);
    server
        .serve(router.into_make_service())
        .await
        .with_context(|| format!("serving at {ip}:{port}"))
}

/// A client that takes any certificate.
pub fn client(connect: Duration, total: Duration) -> Result<reqwest::Client> {
    let _ = default_provider().install_default();
    let client = reqwest::Client::builder()
        .tls_danger_accept_invalid_certs(true)
        .http1_only()
        .no_proxy()
        .connect_timeout(connect)
        .timeout(total)
        .tcp_nodelay(true);
    Ok(client.build()?)
}
