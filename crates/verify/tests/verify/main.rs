//! The rules. `cargo test -p paytf-verify`
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

#[allow(dead_code, reason = "`tests/tools/plans/rule_plans.rs` makes the plans")]
mod fixture;
mod kinds;
mod permit;
mod provider_6;
mod reach;
mod rule_files;
mod rules;
#[path = "../../../../tests/support/update.rs"]
mod update;
mod zonal;
mod zones;
