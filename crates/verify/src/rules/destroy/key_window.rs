//! A key of the stack waits no longer for its deletion than it has to.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed (ALL-3). A key is deleted after 7 to 30 days, and
//! is paid for until then; its alias is free at once, so the stack can be made again meanwhile.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_kms_key" "data" {
//!   enable_key_rotation = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set `deletion_window_in_days = 7`.
//!
//! ```hcl
//! resource "aws_kms_key" "data" {
//!   enable_key_rotation     = true
//!   deletion_window_in_days = 7
//! }
//! ```
//!
//! ## Source
//!
//! - [ScheduleKeyDeletion](https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html)

use crate::Check;

rule! { Warning, Paytf, ["ALL-3"] }

/// The shortest that KMS allows, and what holds where nothing is set.
/// Source: KMS API, `ScheduleKeyDeletion`, `PendingWindowInDays`.
const SHORTEST: f64 = 7.0;
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    // Then destroy-half-protected asks for the contrary.
    if check.inventory().is_protected() {
        return;
    }
    for key in check.all_of(&["aws_kms_external_key", "aws_kms_key", "aws_kms_replica_key"]) {
        let window = key.at("deletion_window_in_days");
        let is_shortest = window.number().or(DEFAULT_DAYS).map(|days| days <= SHORTEST);
        check.expect(&window, is_shortest, "waits longer than the minimum of seven days");
    }
}
