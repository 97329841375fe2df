//! The kernel of Linux is asked who reaches whom: the network of a plan is brought up as
//! namespaces, routes and nftables, by code that shares nothing with `verify` but the reader of
//! plans, and every answer is held against that of `verify`.
//!
//! `cargo test --test reach_kernel` asks of every plan and of every fifth mutant; with `--
//! --ignored`, of all mutants. Elsewhere than on Linux it asks nothing.
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

#[cfg(target_os = "linux")]
mod kernel;
#[path = "../tools/plans/mutation/stack.rs"]
#[allow(dead_code, reason = "mutations of everything need more")]
mod stack;
#[path = "../tools/support/mod.rs"]
mod support;

#[cfg(target_os = "linux")]
use kernel::main;

#[cfg(not(target_os = "linux"))]
fn main() {}
