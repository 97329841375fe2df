//! Retries calls that may fail for a while: each call of a payment can be made twice without harm.

use std::time::Duration;

use anyhow::Result;
use tokio::time::{Instant, sleep};

/// The first pause; each is twice as long as the one before.
const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_millis(800);

/// Tries until it is done, or no time is left for another try: then the last error.
pub async fn until<T, F>(deadline: Instant, attempt: impl Fn() -> F) -> Result<T>
where
    F: Future<Output = Result<T>>,
{
    let mut pause = FIRST;
    loop {
        let error = match attempt().await {
            Ok(done) => return Ok(done),
            Err(error) => error,
        };
        if Instant::now() + pause >= deadline {
            return Err(error);
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}

/// How long one try may take.
pub fn within(longest: Duration, deadline: Instant) -> Duration {
    longest.min(deadline.saturating_duration_since(Instant::now()))
}
