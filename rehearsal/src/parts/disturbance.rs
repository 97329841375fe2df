//! Disturbs a running part by a signal: makes it slow, or makes it lose what it has started.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Notify;
use tokio::time::sleep;

/// Makes a part slow.
pub const SLOW: nix::sys::signal::Signal = nix::sys::signal::Signal::SIGUSR1;
/// Ends what the part has started.
pub const END_STARTED: nix::sys::signal::Signal = nix::sys::signal::Signal::SIGUSR2;

/// How much longer everything takes in a slow zone.
const DELAY: Duration = Duration::from_millis(400);

static IS_SLOW: AtomicBool = AtomicBool::new(false);
static ENDED: Notify = Notify::const_new();

/// Listens from now on.
pub fn listen() -> Result<()> {
    let mut slow = signal(SignalKind::user_defined1())?;
    let mut end = signal(SignalKind::user_defined2())?;
    tokio::spawn(async move {
        loop {
            tokio::select! {
                _ = slow.recv() => IS_SLOW.store(true, Ordering::Relaxed),
                _ = end.recv() => ENDED.notify_waiters(),
            }
        }
    });
    Ok(())
}

/// Takes longer, where the part is slow.
pub async fn pause() {
    if IS_SLOW.load(Ordering::Relaxed) {
        sleep(DELAY).await;
    }
}

/// Returns when what the part has started is to end.
pub async fn ended() {
    ENDED.notified().await;
}
