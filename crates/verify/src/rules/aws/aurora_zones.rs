//! A database cluster leaves its storage zones to AWS, or names exactly three.
//!
//! ## Why
//!
//! The storage of an Aurora cluster is in three zones, whatever the list says. A longer list is
//! refused. If the list is shorter, AWS adds zones, which Terraform then takes for a change that
//! needs a new cluster: the next apply destroys the database.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine             = "aurora-postgresql"
//!   availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `availability_zones` out: the subnet group and the zones of the instances decide where the
//! cluster runs.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine               = "aurora-postgresql"
//!   db_subnet_group_name = aws_db_subnet_group.payments.name
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster, AvailabilityZones](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [aws_rds_cluster, availability_zones](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7", "DB-1"] }

/// Aurora keeps its storage in three zones. Source: RDS API, `CreateDBCluster`,
/// `AvailabilityZones`.
const ZONES: usize = 3;

fn check(check: &mut Check) {
    for cluster in check.all("aws_rds_cluster") {
        let zones = cluster.at("availability_zones");
        check.judge(&zones, zones.strings().or(Vec::new()), |zones| check_zones(zones.len()));
    }
}

fn check_zones(zones: usize) -> Option<String> {
    match zones {
        0 | ZONES => None,
        1 | 2 => Some(format!(
            "names {zones} zones; AWS adds others, and the next plan replaces the cluster"
        )),
        _ => Some(format!("names {zones} zones, and a cluster has three")),
    }
}
