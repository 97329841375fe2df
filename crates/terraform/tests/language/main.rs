//! Terraform's language, as it is written and read. `cargo test -p paytf-terraform`
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

mod against_terraform;
mod answer;
mod budgets;
mod compare;
mod configurations;
mod constraints;
mod expressions;
mod generate;
mod instances;
mod read_by_terraform;
mod reading;
mod round_trip;
mod text;
mod traps;
