//! No database, cache or broker has a public IP address.
//!
//! ## Why
//!
//! The name of a publicly accessible database resolves to a public address: one mistake in a
//! security group then lets everyone try the password.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "main" {
//!   publicly_accessible = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set `publicly_accessible = false`, and reach the database from within the VPC.
//!
//! ```hcl
//! resource "aws_db_instance" "main" {
//!   publicly_accessible = false
//! }
//! ```
//!
//! ## Source
//!
//! - [Hiding a DB instance in a VPC from the internet](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html)
//! - [Security Hub control RDS.2](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html)

use crate::Check;

rule! { Error, AnyStack, ["NET-3"] }

/// Databases, caches and brokers that can be given a public address. Without the argument, they
/// have none.
const KINDS: [&str; 7] = [
    "aws_db_instance",
    "aws_dms_replication_instance",
    "aws_docdb_cluster_instance",
    "aws_mq_broker",
    "aws_neptune_cluster_instance",
    "aws_rds_cluster_instance",
    "aws_redshift_cluster",
];

fn check(check: &mut Check) {
    for instance in check.all_of(&KINDS) {
        let public = instance.at("publicly_accessible");
        check.expect(&public, public.bool().not(), "has a public IP address");
    }
}
