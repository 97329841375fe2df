//! A stack that says it is protected is protected completely.
//!
//! ## Why
//!
//! With `[protection]` every resource has the tag `Protection = "on"`, and whoever reads it relies on it: the database cannot be deleted by
//! mistake, a final snapshot and the automated backups are kept, buckets are not emptied, and a backup is outside the cluster. Half of that
//! is worse than none, since nobody looks again (ALL-9).
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   deletion_protection = true
//!   skip_final_snapshot = true
//!   tags                = { Protection = "on" }
//! }
//! ```
//!
//! ## Fix
//!
//! Protect all of it, or remove the tag: `[protection] enabled` in the configuration does either.
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   deletion_protection       = true
//!   skip_final_snapshot       = false
//!   final_snapshot_identifier = "payments-final"
//!   delete_automated_backups  = false
//!   tags                      = { Protection = "on" }
//! }
//! ```
//!
//! ## Source
//!
//! - [Deletion protection for Aurora clusters](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html)
//! - [AWS Backup Vault Lock](https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html)

use super::protection::{is_protected, kinds, protection};
use crate::Check;

rule! { Error, Paytf, ["ALL-9"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    if !inventory.is_protected() {
        return;
    }
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        let protection = protection(resource);
        check.expect(&protection, is_protected(&protection), "can be deleted, in a stack that says it is protected");
    }
    for bucket in inventory.all("aws_s3_bucket") {
        let force = bucket.at("force_destroy");
        check.expect(
            &force,
            force.bool().or(false).not(),
            "is emptied by a destroy, in a stack that says it is protected",
        );
    }
    let is_backed_up = inventory.all("aws_backup_selection").next().is_some();
    for cluster in inventory.all("aws_rds_cluster") {
        let (skip, delete) = (cluster.at("skip_final_snapshot"), cluster.at("delete_automated_backups"));
        check.expect(
            &skip,
            skip.bool().or(false).not(),
            "leaves no final snapshot, in a stack that says it is protected",
        );
        check.expect(
            &delete,
            delete.bool().or(true).not(),
            "takes its backups with it, in a stack that says it is protected",
        );
        if !is_backed_up {
            check.fail(
                &cluster.at("cluster_identifier"),
                "has no backup outside itself, in a stack that says it is protected",
            );
        }
    }
}
