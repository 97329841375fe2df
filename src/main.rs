//! The program `paytf`: parse, call, exit code.
#![deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use owo_colors::OwoColorize;
use paytf::cli::{self, Cli};
use paytf::config::ConfigError;

/// Takes a quarter off a run of `gen`: benches/README.md.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The size of a thread's stack in bytes: as large as the main thread's on Linux, since rules run
/// on any thread and recurse equally deep.
const STACK: usize = 8 << 20;

fn main() -> ExitCode {
    // Makes the main thread one of the workers, which saves starting another thread. It fails only
    // if there is a pool already, and then that one is used.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().stack_size(STACK).build_global();
    match cli::run(&Cli::parse()) {
        Ok(code) => code,
        Err(error) if nobody_reads(&error) => ExitCode::FAILURE,
        Err(error) => {
            // If stderr is closed too, the error cannot be reported.
            let report = error.downcast_ref().and_then(ConfigError::styled);
            let report = report.unwrap_or_else(|| format!("{}: {error:#}", "error".red().bold()));
            let _ = writeln!(anstream::stderr(), "{}", cli::screen::fit_message(&report));
            ExitCode::from(2)
        }
    }
}

/// Whether the output went into a pipe that was closed, as `paytf gen --check | head` closes it: no
/// mistake of anyone.
fn nobody_reads(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
