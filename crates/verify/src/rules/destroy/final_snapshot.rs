//! A database that makes a final snapshot has a name for it.
//!
//! ## Why
//!
//! Unless `skip_final_snapshot` is true, Terraform asks for a last snapshot when it destroys a
//! database. Without `final_snapshot_identifier` it stops: `final_snapshot_identifier is required
//! when skip_final_snapshot is false`, and it does so in the middle of a destroy, never before.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine = "aurora-postgresql"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `final_snapshot_identifier`, or `skip_final_snapshot = true` where the data may go.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine                    = "aurora-postgresql"
//!   final_snapshot_identifier = "payments-final"
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_rds_cluster, skip_final_snapshot](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster)
//! - [DeleteDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-3"] }

/// Databases that make a last snapshot unless they are configured not to.
pub(super) const KINDS: [&str; 5] = [
    "aws_db_instance",
    "aws_docdb_cluster",
    "aws_neptune_cluster",
    "aws_rds_cluster",
    "aws_redshift_cluster",
];

fn check(check: &mut Check) {
    for kind in KINDS {
        let inventory = check.inventory();
        for database in inventory.all(kind).chain(inventory.destroyed(kind)) {
            let (skip, name) =
                (database.at("skip_final_snapshot"), database.at("final_snapshot_identifier"));
            let is_named = Known(name.value().is_set());
            check.expect(
                &skip,
                skip.bool().or_else(is_named),
                "a destroy makes a final snapshot, and no name is set for it",
            );
        }
    }
}
