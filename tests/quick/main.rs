//! What needs nothing but Cargo: the configuration, what is written for it, the program at its
//! command line, and this repository's own pages. `cargo test --test quick`
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

mod cli;
mod config;
mod cost;
mod diagram;
mod evidence;
mod repository;
mod stack;
#[path = "../support/update.rs"]
mod update;
mod verify_cli;
