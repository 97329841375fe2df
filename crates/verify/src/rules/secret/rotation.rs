//! A secret with rotation is rotated at least every 90 days.
//!
//! ## Why
//!
//! Rotation limits how long a leaked password works. If it takes longer than three months, it is a
//! formality; PCI DSS asks for 90 days where a password is the only factor.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_secretsmanager_secret_rotation" "gateway" {
//!   secret_id           = aws_secretsmanager_secret.gateway.id
//!   rotation_lambda_arn = aws_lambda_function.rotate.arn
//!
//!   rotation_rules {
//!     automatically_after_days = 365
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `automatically_after_days` to 90 or less, or a schedule that runs as often.
//!
//! ```hcl
//! resource "aws_secretsmanager_secret_rotation" "gateway" {
//!   secret_id           = aws_secretsmanager_secret.gateway.id
//!   rotation_lambda_arn = aws_lambda_function.rotate.arn
//!
//!   rotation_rules {
//!     automatically_after_days = 30
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control SecretsManager.4](https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html)
//! - [Rotate AWS Secrets Manager secrets](https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html)

use crate::Check;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Warning, AnyStack, [] }

/// Source: PCI DSS 4.0.1, 8.3.9 and 8.6.3; Security Hub control SecretsManager.4.
const LONGEST_DAYS: f64 = 90.0;

fn check(check: &mut Check) {
    for rotation in check.all("aws_secretsmanager_secret_rotation") {
        let days = rotation.at("rotation_rules.0.automatically_after_days");
        match days.number() {
            Known(number) if number > LONGEST_DAYS => check.fail(
                &days,
                format_args!("a secret that leaks is good for longer than {LONGEST_DAYS} days"),
            ),
            Known(_) => check.pass(&days),
            Unknown => check.known_later(&days),
            // A schedule in words, as `rate(10 days)`, is no longer than a year of choice.
            Absent => schedule(check, rotation.at("rotation_rules.0.schedule_expression")),
        }
    }
}

fn schedule<'a>(check: &mut Check<'a>, place: crate::AttributePath<'a>) {
    let days = |text: &str| {
        text.strip_prefix("rate(")?.strip_suffix(')')?.split_once(' ')?.0.parse::<f64>().ok()
    };
    match place.string() {
        Known(text)
            if text.contains("day") && days(text).is_some_and(|days| days > LONGEST_DAYS) =>
        {
            check.fail(
                &place,
                format_args!("a secret that leaks is good for longer than {LONGEST_DAYS} days"),
            );
        }
        Known(_) => check.pass(&place),
        Unknown => check.known_later(&place),
        Absent => {}
    }
}
