//! The least of several runs: on a machine that others use too, what is over it is theirs.
//! Processor time beside it, of all threads and of the programs that were started, on which others
//! have less influence.

use std::time::{Duration, Instant};

use anyhow::Result;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// The least time and the least processor time of some runs.
#[derive(Debug, Clone, Copy)]
pub struct Least {
    pub time: Duration,
    pub cpu: Duration,
}

impl Least {
    /// Before any run.
    pub const NONE: Self = Least { time: Duration::MAX, cpu: Duration::MAX };

    /// Runs once more.
    pub fn run(&mut self, what: impl FnOnce() -> Result<()>) -> Result<()> {
        let (before, started) = (processor_time()?, Instant::now());
        what()?;
        self.time = self.time.min(started.elapsed());
        self.cpu = self.cpu.min(processor_time()? - before);
        Ok(())
    }
}

/// In milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn processor_time() -> Result<Duration> {
    let mut microseconds = 0;
    for who in [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN] {
        let usage = getrusage(who)?;
        microseconds +=
            usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    }
    Ok(Duration::from_micros(microseconds.try_into()?))
}
