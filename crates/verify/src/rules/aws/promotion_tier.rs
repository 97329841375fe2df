use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-promotion-tier",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "DB-2"],
    page: include_str!("../../../docs/rules/aws-promotion-tier.md"),
    check,
};

/// Source: RDS API, `CreateDBInstance`, `PromotionTier`: 0 to 15.
const LAST: f64 = 15.0;

fn check(check: &mut Check) {
    for instance in
        check.all_of(&["aws_docdb_cluster_instance", "aws_neptune_cluster_instance", "aws_rds_cluster_instance"])
    {
        let tier = instance.at("promotion_tier");
        check.accept(&tier, tier.number().or(0.0), |tier| {
            (!(0.0..=LAST).contains(&tier)).then(|| "is not among the tiers 0 to 15".to_owned())
        });
    }
}
