use crate::Planned::Known;
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-parameter-apply-method",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-parameter-apply-method.md"),
    check,
};

/// What PostgreSQL reads only when it starts. Source: PostgreSQL, `pg_settings`, context `postmaster`; RDS: `rds.logical_replication`.
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
/// The same of MySQL. Source: MySQL Reference Manual, "Server System Variable Reference", not dynamic.
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
        let family = group.at("family").text().known().unwrap_or_default();
        for parameter in group.at("parameter").items() {
            judge(check, family, &parameter);
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, family: &str, parameter: &Place<'a>) {
    let Known(name) = parameter.at("name").text() else { return };
    let names: &[&str] = if family.contains("postgres") { &POSTGRES } else { &MYSQL };
    if names.contains(&name) {
        let method = parameter.at("apply_method");
        // The provider's default.
        let waits = method.text().or("immediate").map(|method| method == "pending-reboot");
        check.expect(&method, waits, format!("{name} takes effect only at a reboot, and cannot be applied at once"));
    }
}
