//! What needs a real Terraform with the AWS provider, the AWS emulator, or a browser. All of it is
//! one program, because most of the time is spent waiting: its tests run side by side. `cargo test
//! --test tools`
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

mod database_setup;
mod emulator;
mod evidence;
mod junit;
mod plans;
mod python;
mod scanners;
mod support;
