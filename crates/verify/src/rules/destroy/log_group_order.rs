//! A log group that a service would make itself is made before the service.
//!
//! ## Why
//!
//! RDS and EKS make a missing log group when they first write to it, without encryption and without
//! retention. A group whose name refers to the database is made after it, and fails with
//! `ResourceAlreadyExistsException`; at a destroy it goes first, the database makes it again, and
//! the next apply fails.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "postgresql" {
//!   name = "/aws/rds/cluster/${aws_rds_cluster.payments.cluster_identifier}/postgresql"
//! }
//! ```
//!
//! ## Fix
//!
//! Name both from the same variable, and let the database depend on the log group.
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "postgresql" {
//!   name = "/aws/rds/cluster/${var.name}/postgresql"
//! }
//!
//! resource "aws_rds_cluster" "payments" {
//!   cluster_identifier              = var.name
//!   enabled_cloudwatch_logs_exports = ["postgresql"]
//!   depends_on                      = [aws_cloudwatch_log_group.postgresql]
//! }
//! ```
//!
//! ## Source
//!
//! - [Publishing Aurora PostgreSQL logs to CloudWatch Logs](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html)
//! - [aws_eks_cluster, enabling control plane logging](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster)

use crate::{Check, Resource};

rule! { Warning, AnyStack, ["ALL-3", "ALL-6"] }

/// What creates log groups itself as soon as it has something to log, and the argument that turns
/// that on. Sources: Aurora User Guide, "Publishing database logs to Amazon CloudWatch Logs"; EKS
/// User Guide, "Send control plane logs to CloudWatch Logs".
const WRITERS: [(&str, &str); 3] = [
    ("aws_db_instance", "enabled_cloudwatch_logs_exports"),
    ("aws_eks_cluster", "enabled_cluster_log_types"),
    ("aws_rds_cluster", "enabled_cloudwatch_logs_exports"),
];

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let name = group.at("name");
        let is_service = name.string().known().is_none_or(|name| name.starts_with("/aws/"));
        let writers = name.links_to(&WRITERS.map(|(kind, _)| kind));
        let writes = |writer: &Resource| {
            let logs = WRITERS
                .iter()
                .find(|(kind, _)| *kind == writer.kind())
                .map(|(_, argument)| writer.at(argument));
            logs.is_some_and(|logs| logs.value().is_set())
        };
        match writers.resources().find(|writer| is_service && writes(writer)) {
            Some(writer) => check.fail(
                &name,
                format!(
                    "is made after {}, which makes it itself when it logs first",
                    writer.address()
                ),
            ),
            None => check.pass(&name),
        }
    }
}
