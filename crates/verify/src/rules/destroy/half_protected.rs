//! A stack that says it is protected is protected completely.
//!
//! ## Why
//!
//! With `[protection]` every resource carries the tag `Protection = "on"`, and who reads it relies
//! on it: the database cannot be deleted by mistake, a last snapshot and the automated backups
//! stay, buckets are not emptied and those that hold no logs of services are locked, a backup is
//! outside the cluster in a vault that is locked, and keys wait 30 days, since without its key a
//! snapshot is lost. Half of that is worse than none, since nobody looks again (ALL-9).
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
use crate::planned::Planned::{self, Known};
use crate::{AttributePath, Check, Inventory, Resource};

rule! { Error, Paytf, ["ALL-9"] }

/// Source: KMS API, `ScheduleKeyDeletion`, `PendingWindowInDays`: the longest, and what holds where
/// nothing is set.
const LONGEST_DAYS: f64 = 30.0;

/// Where a service is configured to deliver its logs. Source: S3 User Guide, "Enabling Amazon S3
/// server access logging": not to a bucket with a default retention.
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
        expect(check, &protection, is_protected(&protection), "can be deleted");
    }
    buckets(check, inventory);
    databases(check, inventory);
    vaults(check, inventory);
    for key in inventory.all("aws_kms_key") {
        let window = key.at("deletion_window_in_days");
        let is_longest = window.number().or(LONGEST_DAYS).map(|days| days >= LONGEST_DAYS);
        expect(check, &window, is_longest, "is gone before 30 days, with all that it encrypts");
    }
}

/// What is wrong, since the stack says that it is protected.
fn in_a_protected_stack(what: &str) -> String {
    format!("{what}, in a stack that says it is protected")
}

fn expect<'a>(
    check: &mut Check<'a>,
    place: &AttributePath<'a>,
    holds: Planned<bool>,
    otherwise: &str,
) {
    check.expect(place, holds, in_a_protected_stack(otherwise));
}

fn fail<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, what: &str) {
    check.fail(place, in_a_protected_stack(what));
}

/// None is emptied by a destroy, and each is locked but for those that logs are delivered to.
fn buckets<'a>(check: &mut Check<'a>, inventory: &'a Inventory) {
    let locks = BucketSettings::of(inventory, "aws_s3_bucket_object_lock_configuration");
    let is_for_logs = |bucket| {
        DELIVERIES
            .iter()
            .any(|(kind, argument)| !inventory.referrers(bucket, kind, argument).is_empty())
    };
    for bucket in inventory.all("aws_s3_bucket") {
        let force = bucket.at("force_destroy");
        expect(check, &force, force.bool().or(false).not(), "is emptied by a destroy");
        if is_for_logs(bucket) {
            continue;
        }
        let inline = bucket.at("object_lock_configuration");
        if !locks.of_bucket(bucket).is_empty() || !inline.items().is_empty() {
            check.pass(&inline);
        } else {
            fail(check, &bucket.at("bucket"), "has no Object Lock");
        }
    }
}

fn databases<'a>(check: &mut Check<'a>, inventory: &'a Inventory) {
    let is_backed_up = inventory.all("aws_backup_selection").next().is_some();
    for cluster in inventory.all("aws_rds_cluster") {
        let (skip, delete) =
            (cluster.at("skip_final_snapshot"), cluster.at("delete_automated_backups"));
        expect(check, &skip, skip.bool().or(false).not(), "leaves no final snapshot");
        expect(check, &delete, delete.bool().or(true).not(), "takes its backups with it");
        if !is_backed_up {
            fail(check, &cluster.at("cluster_identifier"), "has no backup outside itself");
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
        let referred =
            inventory.referrers(vault, "aws_backup_vault_lock_configuration", "backup_vault_name");
        if !referred.is_empty() || locks().any(is_named) {
            check.pass(&name);
        } else {
            fail(check, &name, "is not locked");
        }
        let force = vault.at("force_destroy");
        expect(check, &force, force.bool().or(false).not(), "is emptied by a destroy");
    }
}
