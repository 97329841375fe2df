use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-database-endpoint",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-3"],
    page: include_str!("../../../docs/rules/network-database-endpoint.md"),
    check,
};

/// Databases, caches and brokers that can be given a public address. Without the argument, they have none.
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
        check.expect(&public, public.flag().not(), "has an address in the internet");
    }
}
