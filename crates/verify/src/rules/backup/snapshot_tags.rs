//! Snapshots of a database have the tags of the database.
//!
//! ## Why
//!
//! Tags say to whom a snapshot belongs, who pays for it, and which class of data it has. RDS copies
//! them only if the database says so.
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
use crate::setting::Setting;

rule! { Warning, AnyStack, ["DB-3"] }

const UNNAMED: &str = "its snapshots do not get its tags";

const SETTINGS: [Setting; 4] = [
    Setting::on("aws_fsx_lustre_file_system", "copy_tags_to_backups", "false", UNNAMED),
    Setting::on("aws_fsx_openzfs_file_system", "copy_tags_to_backups", "false", UNNAMED),
    Setting::on(
        "aws_fsx_openzfs_file_system",
        "copy_tags_to_volumes",
        "false",
        "its volumes do not say to whom they belong",
    ),
    Setting::on("aws_neptune_cluster", "copy_tags_to_snapshot", "false", UNNAMED),
];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |_| true);
    }
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let copy = database.at("copy_tags_to_snapshot");
        check.expect(&copy, copy.bool(), UNNAMED);
    }
}
