//! The program of a service, started as ECS starts it, in a container that reaches nobody.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

use super::Finding;
use crate::{PAYMENTS, sample, tls};

/// The stack gives a container a minute to become healthy.
const STARTING: Duration = Duration::from_secs(60);
/// And a minute to stop.
const STOPPING: Duration = Duration::from_secs(60);
const ANSWER: Duration = Duration::from_secs(15);
/// A port at which nobody listens.
const NOBODY: &str = "1";

/// Each sentence, of a program that takes the container's environment variables.
///
/// # Errors
/// When it cannot be started.
pub async fn of_program(program: &Path) -> Result<Vec<Finding>> {
    let port = free_port()?;
    let mut child = start(program, port)?;
    let url = format!("https://127.0.0.1:{port}");
    let healthy = becomes_healthy(&mut child, &url).await;
    let refuses = refuses(&url).await;
    let ends = ends(&mut child).await;
    Ok(vec![
        Finding::of("It is healthy without its database", healthy),
        Finding::of("What it cannot commit it does not acknowledge, and says so in time", refuses),
        Finding::of("At SIGTERM it ends within 60 seconds, with 0", ends),
    ])
}

fn start(program: &Path, port: u16) -> Result<Child> {
    let nowhere = format!("http://127.0.0.1:{NOBODY}");
    Command::new(program)
        .env_clear()
        .envs([
            ("ENVIRONMENT", "contract"),
            ("AWS_REGION", "us-east-1"),
            ("PORT", &port.to_string()),
            ("PROTOCOL", "HTTPS"),
            ("HEALTH_CHECK_PATH", "/healthz"),
            ("DATABASE_WRITER_ENDPOINT", "127.0.0.1"),
            ("DATABASE_READER_ENDPOINT", "127.0.0.1"),
            ("DATABASE_PORT", NOBODY),
            ("DATABASE_NAME", "payments"),
            ("DATABASE_USER", "payment_service"),
            ("DATABASE_AUTHENTICATION", "iam"),
            ("TRANSACTION_LOG_BUCKET", "transaction-logs"),
            (
                "VALIDATION_FUNCTION_ARN",
                "arn:aws:lambda:us-east-1:123456789012:function:payment-validator:live",
            ),
            // As the SDKs of AWS read them, so that nothing is asked of AWS.
            ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            ("AWS_ENDPOINT_URL_LAMBDA", &nowhere),
            ("AWS_ENDPOINT_URL_S3", &nowhere),
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{} cannot be started", program.display()))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

async fn becomes_healthy(child: &mut Child, url: &str) -> Result<()> {
    let client = tls::client()
        .tls_danger_accept_invalid_certs(true)
        .timeout(Duration::from_secs(5))
        .build()?;
    let end = Instant::now() + STARTING;
    loop {
        match client.get(format!("{url}/healthz")).send().await {
            Ok(answer) if answer.status().as_u16() == 200 => return Ok(()),
            seen => ensure!(Instant::now() < end, "after {STARTING:?}: {seen:?}"),
        }
        if let Some(status) = child.try_wait()? {
            bail!("it has ended by itself: {status}");
        }
        sleep(Duration::from_millis(100)).await;
    }
}

async fn refuses(url: &str) -> Result<()> {
    let client = tls::client().tls_danger_accept_invalid_certs(true).timeout(ANSWER).build()?;
    let payment = sample::payment(&sample::key(), 1099).to_string();
    let status = client.post(format!("{url}{PAYMENTS}")).body(payment).send().await?.status();
    ensure!(status.is_server_error(), "{status}");
    Ok(())
}

async fn ends(child: &mut Child) -> Result<()> {
    let id = child.id().context("it has ended by itself")?;
    kill(Pid::from_raw(i32::try_from(id)?), Signal::SIGTERM)?;
    let status = timeout(STOPPING, child.wait())
        .await
        .with_context(|| format!("it runs on after {STOPPING:?}"))??;
    ensure!(status.success(), "{status}");
    Ok(())
}
