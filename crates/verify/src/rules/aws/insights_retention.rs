use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-insights-retention",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-insights-retention.md"),
    check,
};

/// Days that the advanced mode needs. Source: Aurora User Guide, "Turning on the Advanced mode of Database Insights".
const DAYS: f64 = 465.0;

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        if database.at("database_insights_mode").text() != Known("advanced") {
            continue;
        }
        let (enabled, days) =
            (database.at("performance_insights_enabled"), database.at("performance_insights_retention_period"));
        check.expect(&enabled, enabled.flag(), "the advanced mode of Database Insights needs Performance Insights");
        let enough = days.number().map(|days| days >= DAYS);
        check.expect(&days, enough, "the advanced mode of Database Insights needs 465 days");
    }
}
