//! The kernel of Linux is asked who reaches whom: the network of a plan is brought up as namespaces, routes and nftables, by code
//! that shares nothing with `verify` but the reader of plans, and every answer is held against that of `verify`.
//!
//! `cargo test --test reach_kernel` asks of every plan and of every fifth mutant; `cargo test --test reach_kernel -- --ignored` of
//! all mutants.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

#[path = "../tools/plans/mutation/stack.rs"]
#[allow(dead_code, reason = "mutations of everything need more")]
mod stack;
#[path = "../tools/support/mod.rs"]
mod support;

mod asking;
mod plans;

use std::env;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

/// The argument by which this program starts itself in the namespaces.
const INSIDE: &str = "in-namespaces";

fn main() -> ExitCode {
    if env::args().nth(1).as_deref() == Some(INSIDE) {
        return match fabric::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        };
    }
    let trials = vec![trial("explore", plans::explore)];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn trial(name: &str, test: fn() -> anyhow::Result<()>) -> Trial {
    Trial::test(name, move || test().map_err(|error| Failed::from(format!("{error:#}"))))
}
