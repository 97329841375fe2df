use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-aurora-zones",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "DB-1"],
    page: include_str!("../../../docs/rules/aws-aurora-zones.md"),
    check,
};

/// Aurora keeps its storage in three zones. Source: RDS API, `CreateDBCluster`, `AvailabilityZones`.
const ZONES: usize = 3;

fn check(check: &mut Check) {
    for cluster in check.all("aws_rds_cluster") {
        let zones = cluster.at("availability_zones");
        check.accept(&zones, zones.texts().or(Vec::new()), |zones| problem(zones.len()));
    }
}

fn problem(zones: usize) -> Option<String> {
    match zones {
        0 | ZONES => None,
        1 | 2 => Some(format!("names {zones} zones; AWS adds others, and the next plan replaces the cluster")),
        _ => Some(format!("names {zones} zones, and a cluster has three")),
    }
}
