use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-aurora",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../docs/rules/encrypt-aurora.md"),
    check,
};

fn check(check: &mut Check) {
    for cluster in check.all("aws_rds_cluster") {
        let encrypted = cluster.at("storage_encrypted");
        check.expect(&encrypted, encrypted.flag().or(false), "the cluster's storage is not encrypted");
    }
}
