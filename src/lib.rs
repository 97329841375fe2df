//! paytf writes a highly available payment-processing infrastructure on AWS as standard Terraform.
//!
//! | floor | modules |
//! |---|---|
//! | 4 | [`cli`] |
//! | 3 | [`stack`] → tiers · [`files`] → stack, render · [`disk`] · [`validator`] · [`sandbox`] · [`verify`], which knows no tier · [`evidence`] · [`diagram`] → verify |
//! | 2 | [`tiers`] → aws, policy, tf, naming, cidr, capacity, config; a tier never imports a tier |
//! | 1 | [`aws`] (generated) → tf · [`policy`] → tf · [`render`] · [`schema`] · [`diff`] → schema |
//! | 0 | [`tf`] · [`naming`] · [`cidr`] · [`capacity`] · [`config`] |
#![warn(missing_docs)]
// In tests an unwrap is an assertion.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]

#[rustfmt::skip] // generated
pub mod aws;
pub mod capacity;
pub mod cidr;
pub mod cli;
pub mod config;
pub mod diagram;
pub mod diff;
pub mod disk;
pub mod evidence;
pub mod files;
pub mod naming;
pub mod policy;
pub mod render;
pub mod sandbox;
pub mod schema;
pub mod stack;
pub mod tf;
pub mod tiers;
pub mod validator;
pub mod verify;
