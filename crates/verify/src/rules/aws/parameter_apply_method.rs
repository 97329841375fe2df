//! A parameter that takes effect only at a reboot is not to be applied at once.
//!
//! ## Why
//!
//! Terraform's default for a parameter is `apply_method = "immediate"`. For static parameters AWS
//! refuses that: `cannot use immediate apply method for static parameter`, and the whole parameter
//! group stays as it was.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_parameter_group" "payments" {
//!   family = "aurora-postgresql16"
//!
//!   parameter {
//!     name  = "shared_preload_libraries"
//!     value = "pg_stat_statements,pgaudit"
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `apply_method = "pending-reboot"`, and reboot the instances, readers first, if the cluster
//! exists already.
//!
//! ```hcl
//! resource "aws_rds_cluster_parameter_group" "payments" {
//!   family = "aurora-postgresql16"
//!
//!   parameter {
//!     name         = "shared_preload_libraries"
//!     value        = "pg_stat_statements,pgaudit"
//!     apply_method = "pending-reboot"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_rds_cluster_parameter_group, apply_method](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_parameter_group)
//! - [Working with parameter groups](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html)
//! - [PostgreSQL, pg_settings](https://www.postgresql.org/docs/current/view-pg-settings.html)

use crate::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7"] }

/// What PostgreSQL reads only when it starts. Source: PostgreSQL, `pg_settings`, context
/// `postmaster`; RDS: `rds.logical_replication`.
const POSTGRES: [&str; 14] = [
    "cron.database_name",
    "huge_pages",
    "max_connections",
    "max_locks_per_transaction",
    "max_logical_replication_workers",
    "max_prepared_transactions",
    "max_replication_slots",
    "max_wal_senders",
    "max_worker_processes",
    "pg_stat_statements.max",
    "rds.logical_replication",
    "shared_buffers",
    "shared_preload_libraries",
    "track_activity_query_size",
];
/// The same of MySQL. Source: MySQL Reference Manual, "Server System Variable Reference", not
/// dynamic.
const MYSQL: [&str; 6] = [
    "innodb_buffer_pool_instances",
    "innodb_log_file_size",
    "innodb_read_io_threads",
    "innodb_write_io_threads",
    "lower_case_table_names",
    "performance_schema",
];

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_db_parameter_group", "aws_rds_cluster_parameter_group"]) {
        let family = group.at("family").string().known().unwrap_or_default();
        for parameter in group.at("parameter").items() {
            check_parameter(check, family, &parameter);
        }
    }
}

fn check_parameter<'a>(check: &mut Check<'a>, family: &str, parameter: &AttributePath<'a>) {
    let Known(name) = parameter.at("name").string() else { return };
    let names: &[&str] = if family.contains("postgres") { &POSTGRES } else { &MYSQL };
    if names.contains(&name) {
        let method = parameter.at("apply_method");
        // The provider's default.
        let waits = method.string().or("immediate").map(|method| method == "pending-reboot");
        check.expect(
            &method,
            waits,
            format!("{name} takes effect only at a reboot, and cannot be applied at once"),
        );
    }
}
