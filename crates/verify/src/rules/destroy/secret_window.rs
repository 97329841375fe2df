//! A secret of the stack is deleted at once.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed and made again (ALL-3). A deleted secret keeps its
//! name for 7 to 30 days, in which a secret of the same name is refused: `a secret with this name
//! is already scheduled for deletion`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_secretsmanager_secret" "api" {
//!   name = "secret-api-prod"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `recovery_window_in_days = 0`.
//!
//! ```hcl
//! resource "aws_secretsmanager_secret" "api" {
//!   name                    = "secret-api-prod"
//!   recovery_window_in_days = 0
//! }
//! ```
//!
//! ## Source
//!
//! - [DeleteSecret](https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html)

use crate::Check;

rule! { Error, Paytf, ["ALL-3"] }

/// Days where nothing is set. Source: Secrets Manager API, `DeleteSecret`, `RecoveryWindowInDays`.
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    for secret in check.all("aws_secretsmanager_secret") {
        let window = secret.at("recovery_window_in_days");
        let at_once = window.number().or(DEFAULT_DAYS).map(|days| days == 0.0);
        check.expect(
            &window,
            at_once,
            "keeps its name for days after a destroy, so that the stack cannot be made again",
        );
    }
}
