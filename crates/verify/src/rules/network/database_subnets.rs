use super::exposure::expect_private;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-database-subnets",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-1", "NET-3"],
    page: include_str!("../../../docs/rules/network-database-subnets.md"),
    check,
};

/// Where databases, caches and proxies stand.
const PLACES: [(&str, &str); 8] = [
    ("aws_db_proxy", "vpc_subnet_ids"),
    ("aws_db_subnet_group", "subnet_ids"),
    ("aws_dax_subnet_group", "subnet_ids"),
    ("aws_docdb_subnet_group", "subnet_ids"),
    ("aws_elasticache_subnet_group", "subnet_ids"),
    ("aws_memorydb_subnet_group", "subnet_ids"),
    ("aws_neptune_subnet_group", "subnet_ids"),
    ("aws_redshift_subnet_group", "subnet_ids"),
];

fn check(check: &mut Check) {
    for (kind, argument) in PLACES {
        for resource in check.all(kind) {
            expect_private(check, &resource.at(argument));
        }
    }
}
