//! A rehearsal: the network of a plan is brought up on this machine, payments go through it,
//! something is taken away under load, and what was acknowledged is held against what is stored.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

#[cfg(target_os = "linux")]
mod arguments;
#[cfg(target_os = "linux")]
mod cluster;
#[cfg(target_os = "linux")]
mod instance;
#[cfg(target_os = "linux")]
mod judge;
#[cfg(target_os = "linux")]
mod outside;
#[cfg(target_os = "linux")]
mod own_program;
#[cfg(target_os = "linux")]
mod parts;
#[cfg(target_os = "linux")]
mod plan;
#[cfg(target_os = "linux")]
mod postgres;
#[cfg(target_os = "linux")]
mod prediction;
#[cfg(target_os = "linux")]
mod refusals;
#[cfg(target_os = "linux")]
mod rehearse;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod stage;
#[cfg(target_os = "linux")]
mod tls;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    outside::main()
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    eprintln!("the rehearsal needs network namespaces, which Linux alone has");
    ExitCode::from(2)
}
