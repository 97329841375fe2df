//! Snapshots of a database have the tags of the database.
//!
//! ## Why
//!
//! Tags say to whom a snapshot belongs, who pays for it, and which class of data it has. RDS copies them only if the database says so.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   engine = "aurora-postgresql"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `copy_tags_to_snapshot = true`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   engine                = "aurora-postgresql"
//!   copy_tags_to_snapshot = true
//! }
//! ```
//!
//! ## Source
//!
//! - [RDS.16, tags of snapshots](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-16)

use crate::Check;

rule! { Warning, AnyStack, ["DB-3"] }

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let copy = database.at("copy_tags_to_snapshot");
        check.expect(&copy, copy.bool(), "its snapshots do not get its tags");
    }
}
