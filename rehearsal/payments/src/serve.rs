//! The server: until SIGTERM, and then as long as what is running takes.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use serde::Deserialize;
use tokio::signal::unix::{SignalKind, signal};

use crate::journal::Line;
use crate::pay::Parts;
use crate::routes::routes;
use crate::tls;

/// Longer than the load balancer's idle timeout of 60 seconds; also how long a request may take to
/// arrive. Source: Elastic Load Balancing User Guide, "Connection idle timeout".
const IDLE: Duration = Duration::from_secs(75);
/// The stack's `stopTimeout` is 60 seconds.
const STOPPING: Duration = Duration::from_secs(55);

/// HTTP or HTTPS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Protocol {
    /// HTTP over TLS.
    Https,
    /// Without.
    Http,
}

/// Where it listens, and how.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that it listens on.
    pub address: SocketAddr,
    /// Its protocol.
    pub protocol: Protocol,
    /// Where it says that it is healthy.
    pub health_path: String,
}

/// Serves until SIGTERM or an interrupt; takes no connection any more then, and ends when the
/// payments it has are answered, or after 55 seconds.
///
/// # Errors
/// When it cannot listen.
pub async fn serve(settings: Settings, parts: Parts) -> Result<()> {
    let Settings { address, protocol, health_path } = settings;
    let journal = parts.journal.clone();
    let service = routes(&health_path, Arc::new(parts)).into_make_service();
    let (handle, mut terminated, mut interrupted) =
        (Handle::new(), signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (stopped, stops) = (handle.clone(), journal.clone());
    tokio::spawn(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
        stops.write(&Line::Stops { connections: stopped.connection_count() });
        stopped.graceful_shutdown(Some(STOPPING));
    });
    journal
        .write(&Line::Started { version: env!("CARGO_PKG_VERSION"), address: address.to_string() });
    let served = match protocol {
        Protocol::Https => {
            let config = RustlsConfig::from_config(Arc::new(tls::server()?));
            let mut server =
                axum_server::bind_rustls(address, config).handle(handle.clone()).http1_only();
            server.http_builder().http1().header_read_timeout(IDLE);
            server.serve(service).await
        }
        Protocol::Http => {
            let mut server = axum_server::bind(address).handle(handle.clone()).http1_only();
            server.http_builder().http1().header_read_timeout(IDLE);
            server.serve(service).await
        }
    };
    served.with_context(|| format!("serving at {address}"))?;
    journal.write(&Line::Stopped { unfinished: handle.connection_count() });
    Ok(())
}
