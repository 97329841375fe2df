//! Times processes in turn, and their peak memory.

use std::fmt::{self, Display};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use crate::Fresh;

/// The times of one subject.
pub struct Figures {
    /// The least: what is over it may be that of others on the machine.
    pub least: Duration,
    median: Duration,
    /// The least processor time of all cores together, user and system.
    pub cpu: Duration,
}

impl Figures {
    fn of(runs: Vec<Run>) -> Self {
        let mut times: Vec<_> = runs.iter().map(|run| run.time).collect();
        let mut cpu: Vec<_> = runs.iter().map(|run| run.cpu).collect();
        times.sort_unstable();
        cpu.sort_unstable();
        Figures { least: times[0], median: times[times.len() / 2], cpu: cpu[0] }
    }
}

struct Run {
    time: Duration,
    cpu: Duration,
}

impl Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let digits = if ms(self.least) < 20.0 { 2 } else { 0 };
        write!(f, "{:.digits$} ms ({:.digits$})", ms(self.least), ms(self.median))
    }
}

/// Times two commands, one after the other in each round, after a round that does not count.
pub fn in_turn(
    rounds: usize,
    out: &Path,
    first: impl Fn() -> Result<Command>,
    second: impl Fn() -> Result<Command>,
    fresh: Fresh,
) -> Result<[Figures; 2]> {
    let mut times = [Vec::new(), Vec::new()];
    if fresh == Fresh::Never {
        time(second()?, out, Fresh::Each)?;
    }
    for round in 0..=rounds {
        for (times, command) in times.iter_mut().zip([first()?, second()?]) {
            let run = time(command, out, fresh)?;
            if round > 0 {
                times.push(run);
            }
        }
    }
    Ok(times.map(Figures::of))
}

fn time(mut command: Command, out: &Path, fresh: Fresh) -> Result<Run> {
    if fresh == Fresh::Each {
        empty(out)?;
    }
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (before, started) = (cpu_of_children()?, Instant::now());
    let status = command.status().with_context(|| format!("cannot run {command:?}"))?;
    let run = Run { time: started.elapsed(), cpu: cpu_of_children()? - before };
    ensure!(status.success(), "{command:?} failed");
    Ok(run)
}

fn cpu_of_children() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds =
        usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(microseconds.try_into()?))
}

fn empty(out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    Ok(())
}

/// The peak memory of a command that writes everything: all pages that were in memory at once, of
/// files mapped (its own code and the package in it) as of data. A small process starts it, since
/// what a child has in memory is counted from its parent's on.
pub fn peak_mib(command: Command, out: &Path) -> Result<f64> {
    empty(out)?;
    let mut starter = Command::new(std::env::current_exe()?);
    starter.arg("peak").arg(command.get_program()).args(command.get_args());
    let output = starter.stderr(Stdio::null()).output()?;
    ensure!(output.status.success(), "{command:?} failed");
    let kib: f64 = String::from_utf8(output.stdout)?.trim().parse()?;
    Ok(kib / 1024.0)
}

/// Runs a command and prints its peak memory in KiB.
pub fn print_peak(command: &[&str]) -> Result<()> {
    let (program, arguments) = command.split_first().context("peak needs a command")?;
    ensure!(
        Command::new(program).args(arguments).stdout(Stdio::null()).status()?.success(),
        "{program} failed"
    );
    println!("{}", getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss());
    Ok(())
}
