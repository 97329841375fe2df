//! The storage type of a database is one that its kind of database has.
//!
//! ## Why
//!
//! Aurora has `aurora` and `aurora-iopt1`, Multi-AZ clusters `gp3`, `io1` and `io2`, instances the
//! volume types of EBS. Terraform accepts any text; AWS refuses the database with
//! `InvalidParameterCombination`. Provisioned storage (`io1`, `io2`) needs `iops` besides.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine       = "aurora-postgresql"
//!   storage_type = "gp3"
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `storage_type` out, or set the type for this kind of database.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine       = "aurora-postgresql"
//!   storage_type = "aurora-iopt1"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster, StorageType](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [CreateDBInstance, StorageType](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html)

use crate::Planned::Known;
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7"] }

/// Source: RDS API, `CreateDBCluster`, `StorageType`, Aurora DB clusters.
const AURORA: [&str; 2] = ["aurora", "aurora-iopt1"];
/// Source: the same, Multi-AZ DB clusters.
const MULTI_AZ: [&str; 3] = ["gp3", "io1", "io2"];
/// Source: RDS API, `CreateDBInstance`, `StorageType`.
const INSTANCE: [&str; 5] = ["gp2", "gp3", "io1", "io2", "standard"];

fn check(check: &mut Check) {
    for cluster in check.all("aws_rds_cluster") {
        let engine = cluster.at("engine").string().known().unwrap_or_default();
        let offered: &[&str] = if engine.starts_with("aurora") { &AURORA } else { &MULTI_AZ };
        check_storage_type(check, cluster, offered);
    }
    for instance in check.all("aws_db_instance") {
        check_storage_type(check, instance, &INSTANCE);
        let iops = instance.at("iops");
        if instance
            .at("storage_type")
            .string()
            .known()
            .is_some_and(|storage| storage.starts_with("io"))
        {
            check.expect(
                &iops,
                Known(iops.value().is_set()),
                "provisioned storage without its operations per second",
            );
        }
    }
}

fn check_storage_type<'a>(check: &mut Check<'a>, database: Resource<'a>, offered: &[&str]) {
    let storage = database.at("storage_type");
    // What AWS chose is offered.
    if !storage.is_surely_written() {
        return;
    }
    check.judge(&storage, storage.string(), |storage| {
        (!offered.contains(&storage))
            .then(|| format!("{storage} is not offered here, only {}", offered.join(", ")))
    });
}
