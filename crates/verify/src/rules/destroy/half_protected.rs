//! A stack that says it is protected is protected completely.
//!
//! ## Why
//!
//! With `[protection]` every resource carries the tag `Protection = "on"`, and who reads it relies on it: the database cannot be
//! deleted by mistake, a last snapshot and the automated backups stay, buckets are not emptied and those that hold no logs of services
//! are locked, a backup is outside the cluster in a vault that is locked, and keys wait 30 days, since without its key a snapshot is
//! lost. Half of that is worse than none, since nobody looks again (ALL-9).
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
//! - [Locking objects with Object Lock](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html)
//! - [ScheduleKeyDeletion](https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html)

use super::protection::{is_protected, kinds, protection};
use crate::bucket::BucketSettings;
use crate::planned::Planned::Known;
use crate::{Check, Inventory, Resource};

rule! { Error, Paytf, ["ALL-9"] }

/// Source: KMS API, `ScheduleKeyDeletion`, `PendingWindowInDays`: the longest, and what holds where nothing is set.
const LONGEST_DAYS: f64 = 30.0;

/// Where a service is told to deliver its logs. Source: S3 User Guide, "Enabling Amazon S3 server access logging": not to a bucket
/// with a default retention.
const DELIVERIES: [(&str, &str); 3] = [
    ("aws_lb", "access_logs.0.bucket"),
    ("aws_lb", "connection_logs.0.bucket"),
    ("aws_s3_bucket_logging", "target_bucket"),
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    if !inventory.is_protected() {
        return;
    }
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        let protection = protection(resource);
        check.expect(&protection, is_protected(&protection), "can be deleted, in a stack that says it is protected");
    }
    buckets(check, inventory);
    databases(check, inventory);
    vaults(check, inventory);
    for key in inventory.all("aws_kms_key") {
        let window = key.at("deletion_window_in_days");
        let is_longest = window.number().or(LONGEST_DAYS).map(|days| days >= LONGEST_DAYS);
        check.expect(
            &window,
            is_longest,
            "is gone before 30 days, with all that it encrypts, in a stack that says it is protected",
        );
    }
}

/// None is emptied by a destroy, and each is locked but for those that logs are delivered to.
fn buckets<'a>(check: &mut Check<'a>, inventory: &'a Inventory) {
    let locks = BucketSettings::of(inventory, "aws_s3_bucket_object_lock_configuration");
    let is_for_logs =
        |bucket| DELIVERIES.iter().any(|(kind, argument)| !inventory.referrers(bucket, kind, argument).is_empty());
    for bucket in inventory.all("aws_s3_bucket") {
        let force = bucket.at("force_destroy");
        check.expect(
            &force,
            force.bool().or(false).not(),
            "is emptied by a destroy, in a stack that says it is protected",
        );
        if is_for_logs(bucket) {
            continue;
        }
        let inline = bucket.at("object_lock_configuration");
        if !locks.of_bucket(bucket).is_empty() || !inline.items().is_empty() {
            check.pass(&inline);
        } else {
            check.fail(&bucket.at("bucket"), "has no Object Lock, in a stack that says it is protected");
        }
    }
}

fn databases<'a>(check: &mut Check<'a>, inventory: &'a Inventory) {
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

fn vaults<'a>(check: &mut Check<'a>, inventory: &'a Inventory) {
    let locks = || inventory.all("aws_backup_vault_lock_configuration");
    for vault in inventory.all("aws_backup_vault") {
        let name = vault.at("name");
        let is_named = |lock: Resource| {
            let named = lock.at("backup_vault_name").string();
            matches!(named, Known(_)) && named == name.string()
        };
        let referred = inventory.referrers(vault, "aws_backup_vault_lock_configuration", "backup_vault_name");
        if !referred.is_empty() || locks().any(is_named) {
            check.pass(&name);
        } else {
            check.fail(&name, "is not locked, in a stack that says it is protected");
        }
        let force = vault.at("force_destroy");
        check.expect(
            &force,
            force.bool().or(false).not(),
            "is emptied by a destroy, in a stack that says it is protected",
        );
    }
}
