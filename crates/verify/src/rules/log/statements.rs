use crate::place::Place;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-statements",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-6", "ALL-4"],
    page: include_str!("../../../docs/rules/log-statements.md"),
    check,
};

/// Parameters that write statements with their values into the log, and what of their values does so.
/// Source: PostgreSQL documentation, `log_statement`; pgAudit, `pgaudit.log`.
const PARAMETERS: [(&str, &[&str]); 2] =
    [("log_statement", &["all", "mod"]), ("pgaudit.log", &["all", "read", "write", "misc_set"])];

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_rds_cluster_parameter_group", "aws_db_parameter_group"]) {
        for parameter in group.at("parameter").items() {
            let name = parameter.at("name").text().known().unwrap_or_default();
            if let Some((name, telling)) = PARAMETERS.into_iter().find(|(known, _)| *known == name) {
                value(check, &parameter.at("value"), name, telling);
            }
        }
    }
}

fn value<'a>(check: &mut Check<'a>, place: &Place<'a>, name: &str, telling: &[&str]) {
    match place.text() {
        Known(value) => {
            let tells = value.split(',').any(|part| telling.contains(&part.trim()));
            check.expect(place, Known(!tells), format!("{name} writes payments into the log"));
        }
        Unknown => check.unknown(place, "known only after the apply"),
        Absent => check.pass(place),
    }
}
