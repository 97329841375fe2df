//! The program `paytf`: parse, call, exit code.
#![deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use owo_colors::OwoColorize;
use paytf::cli::{self, Cli};

fn main() -> ExitCode {
    match cli::run(&Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            // Nothing is left to tell it to when even stderr is closed.
            let _ = writeln!(anstream::stderr(), "{}: {error:#}", "error".red().bold());
            ExitCode::from(2)
        }
    }
}
