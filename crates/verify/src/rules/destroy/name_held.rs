//! A secret that a plan destroys frees its name.
//!
//! ## Why
//!
//! A deleted secret can be recovered for 7 to 30 days, and keeps its name for as long. Whoever
//! destroys a stack and makes it again in that time gets `InvalidRequestException: You can't create
//! this secret because a secret with this name is already scheduled for deletion`. Terraform reads
//! the window from the state, so that setting it needs an apply before the destroy.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_secretsmanager_secret" "api" {
//!   # in the state, and taken out of the configuration
//!   name = "api"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `recovery_window_in_days = 0` and apply before you destroy, or use `name_prefix`; afterwards
//! `aws secretsmanager restore-secret` brings it back.
//!
//! ```hcl
//! resource "aws_secretsmanager_secret" "api" {
//!   name                    = "api"
//!   recovery_window_in_days = 0
//! }
//! ```
//!
//! ## Source
//!
//! - [DeleteSecret](https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html)
//! - [Delete a secret](https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html)

use crate::Check;
use crate::Planned::Known;

rule! { Warning, AnyStack, ["ALL-3"] }

/// Days where nothing is set. Source: Secrets Manager API, `DeleteSecret`, `RecoveryWindowInDays`.
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    for secret in check.inventory().destroyed("aws_secretsmanager_secret") {
        let window = secret.at("recovery_window_in_days");
        let has_new_name = Known(secret.at("name_prefix").string().is_set());
        let days = window.number().or(DEFAULT_DAYS);
        let is_free = days.map(|days| days == 0.0).or_else(has_new_name);
        let shown = days.known().unwrap_or(DEFAULT_DAYS);
        check.expect(
            &window,
            is_free,
            format!("keeps its name for {shown} days, in which no other secret can have it"),
        );
    }
}
