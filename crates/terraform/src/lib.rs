//! Terraform's language: declared as Rust types, read, evaluated and written.
//!
//! Knows neither AWS nor what the configurations are for.
#![warn(missing_docs)]
// In tests an unwrap is an assertion.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]

pub mod configuration;
pub mod constant;
pub mod constraint;
pub mod convert;
pub mod diagnostic;
pub mod eval;
pub mod expr;
pub mod functions;
pub mod names;
pub mod number;
pub mod read;
pub mod render;
pub mod show;
pub mod source;
pub mod tf;
pub mod types;
pub mod unify;
pub mod value;
