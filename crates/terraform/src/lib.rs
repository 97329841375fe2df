//! Terraform's language: declared as Rust types, read, evaluated and written.
//!
//! Knows neither AWS nor what the configurations are for.
//!
//! [`read`] makes blocks and expressions ([`expr`]) of files, each with its place ([`source`]);
//! [`configuration`] makes declarations of blocks, checks them as Terraform does, and evaluates
//! them ([`eval`], [`functions`]) to instances of resources with their [`value`]s, in which is said
//! what is unknown, and why. [`plan`] and [`state`] read what Terraform itself says. [`tf`]
//! declares, [`render`] writes both syntaxes.
#![warn(missing_docs)]
// In tests an unwrap is an assertion.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]

pub mod budget;
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
pub mod plan;
pub mod read;
pub mod render;
pub mod show;
pub mod source;
pub mod state;
pub mod tf;
pub mod types;
pub mod unify;
pub mod value;
