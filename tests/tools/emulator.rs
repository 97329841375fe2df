//! Real Terraform with the real AWS provider against the AWS emulator.

mod consequences;
mod deploy;
mod diff_against_terraform;
mod domain;
mod engine_versions;
mod harness;
mod life;
mod preflight;
mod rpo_probe;
mod sandbox;
mod service_models;
mod steps;
mod workflow;
