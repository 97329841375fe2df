//! The storage of every Aurora cluster is encrypted.
//!
//! ## Why
//!
//! Data, backups, snapshots and replicas of a cluster are encrypted only if the cluster is, and it
//! cannot be changed later: an unencrypted cluster has to be restored into a new one.
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
//! Set `storage_encrypted = true`, with a customer managed key in `kms_key_id`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine            = "aurora-postgresql"
//!   storage_encrypted = true
//!   kms_key_id        = aws_kms_key.data.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Encrypting Amazon Aurora resources](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    for cluster in check.all("aws_rds_cluster") {
        let encrypted = cluster.at("storage_encrypted");
        check.expect(
            &encrypted,
            encrypted.bool().or(false),
            "the cluster's storage is not encrypted",
        );
    }
}
