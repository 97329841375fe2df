//! A DynamoDB table can be restored to any moment of the last weeks.
//!
//! ## Why
//!
//! DynamoDB keeps three copies of a table, and a wrong write reaches all three. Point-in-time
//! recovery restores the table as it was at any second of the last 35 days; it has to be turned on,
//! and what was written before that cannot be restored.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_dynamodb_table" "idempotency" {
//!   name     = "idempotency"
//!   hash_key = "id"
//! }
//! ```
//!
//! ## Fix
//!
//! Add `point_in_time_recovery { enabled = true }`; suppress the rule for a table that only holds
//! what can be made again.
//!
//! ```hcl
//! resource "aws_dynamodb_table" "idempotency" {
//!   name     = "idempotency"
//!   hash_key = "id"
//!
//!   point_in_time_recovery {
//!     enabled = true
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Point-in-time backups for DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html)
//! - [DynamoDB.2, point-in-time recovery](https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-2)

use crate::Check;

rule! { Warning, AnyStack, ["DB-3"] }

fn check(check: &mut Check) {
    for table in check.all("aws_dynamodb_table") {
        // A replica of a table of another region is recovered with it.
        let recovery = table.at("point_in_time_recovery.0.enabled");
        check.expect(&recovery, recovery.bool(), "cannot be restored to a moment before a mistake");
    }
}
