//! What ECS runs in the container: `/usr/local/bin/healthcheck`, which is this program under
//! another name.

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::{Protocol, Settings, tls};

/// ECS waits 5 seconds.
const LONGEST: Duration = Duration::from_secs(4);

/// Asks the service beside it whether it is healthy.
///
/// # Errors
/// When it is not.
pub async fn ask(settings: &Settings) -> Result<()> {
    let scheme = if settings.protocol == Protocol::Https { "https" } else { "http" };
    let url = format!("{scheme}://127.0.0.1:{}{}", settings.address.port(), settings.health_path);
    let client = tls::client().tls_danger_accept_invalid_certs(true).timeout(LONGEST).build()?;
    let status = client.get(&url).send().await?.status();
    ensure!(status.as_u16() == 200, "{url} answered {status}");
    Ok(())
}
