//! A backup that goes to cold storage stays there for 90 days.
//!
//! ## Why
//!
//! AWS Backup requires that a backup stays in cold storage for 90 days, and refuses a plan that
//! deletes it earlier: `DeleteAfterDays cannot be less than 90 days apart from
//! MoveToColdStorageAfterDays`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_backup_plan" "daily" {
//!   rule {
//!     lifecycle {
//!       cold_storage_after = 30
//!       delete_after       = 90
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `delete_after` to `cold_storage_after` plus 90 or more, or leave cold storage out.
//!
//! ```hcl
//! resource "aws_backup_plan" "daily" {
//!   rule {
//!     lifecycle {
//!       cold_storage_after = 30
//!       delete_after       = 120
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Lifecycle](https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7", "DB-3"] }

/// Days that a backup stays in cold storage at least. Source: AWS Backup API, `Lifecycle`.
const IN_COLD: f64 = 90.0;

fn check(check: &mut Check) {
    for rule in check.all("aws_backup_plan").flat_map(|plan| plan.at("rule").items()) {
        let copies = rule.at("copy_action").items().into_iter().map(|copy| copy.at("lifecycle.0"));
        for lifecycle in [rule.at("lifecycle.0")].into_iter().chain(copies) {
            let (cold, end) = (lifecycle.at("cold_storage_after"), lifecycle.at("delete_after"));
            // The provider writes 0 where nothing is set.
            if let (Known(cold), Known(days)) = (cold.number(), end.number())
                && cold > 0.0
                && days > 0.0
            {
                let otherwise =
                    format!("ends less than 90 days after it went to cold storage at {cold} days");
                check.expect(&end, Known(days >= cold + IN_COLD), otherwise);
            }
        }
    }
}
