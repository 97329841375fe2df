//! Nothing in the stack is locked in a way that nobody can undo.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed (ALL-3). Object Lock in compliance mode, a vault
//! lock with a cooling-off time and a completed Glacier lock cannot be taken back by anyone, the
//! root user and AWS included, until the retention of the last object has passed. In governance
//! mode, whoever has `s3:BypassGovernanceRetention` still can.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_object_lock_configuration" "logs" {
//!   rule {
//!     default_retention {
//!       mode = "COMPLIANCE"
//!       days = 2557
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Use `GOVERNANCE`, and for a backup vault leave `changeable_for_days` out.
//!
//! ```hcl
//! resource "aws_s3_bucket_object_lock_configuration" "logs" {
//!   rule {
//!     default_retention {
//!       mode = "GOVERNANCE"
//!       days = 2557
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Locking objects with Object Lock](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html)
//! - [AWS Backup Vault Lock](https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html)

use crate::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, Paytf, ["ALL-3"] }

fn check(check: &mut Check) {
    for bucket in check.all("aws_s3_bucket") {
        let lock = bucket.at("object_lock_configuration");
        if lock.items().is_empty() {
            check.pass(&lock)
        } else {
            check_mode(check, &lock.at("0.rule.0.default_retention.0.mode"))
        }
    }
    for lock in check.all("aws_s3_bucket_object_lock_configuration") {
        check_mode(check, &lock.at("rule.0.default_retention.0.mode"));
    }
    for lock in check.all("aws_backup_vault_lock_configuration") {
        let days = lock.at("changeable_for_days");
        check.expect(
            &days,
            Known(!days.value().is_set()),
            "after these days nobody can delete the vault or what is in it",
        );
    }
    for lock in check.all("aws_glacier_vault_lock") {
        let complete = lock.at("complete_lock");
        check.expect(&complete, complete.bool().not(), "a completed lock can never be removed");
    }
}

fn check_mode<'a>(check: &mut Check<'a>, mode: &AttributePath<'a>) {
    let is_for_ever = mode.string().map(|mode| mode == "COMPLIANCE").or(false);
    check.expect(
        mode,
        is_for_ever.not(),
        "nobody, not even the root user, can delete the objects before their time",
    );
}
