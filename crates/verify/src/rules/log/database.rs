use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-database",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6", "DB-1"],
    page: include_str!("../../../docs/rules/log-database.md"),
    check,
};

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_rds_cluster", "aws_db_instance"]) {
        exports(check, database);
    }
}

fn exports<'a>(check: &mut Check<'a>, database: Resource<'a>) {
    let place = database.at("enabled_cloudwatch_logs_exports");
    let is_postgresql = database.at("engine").text().known().is_some_and(|engine| engine.contains("postgres"));
    match place.texts() {
        Known(logs) if logs.is_empty() => check.fail(&place, "its log stays on its instances, and is gone with them"),
        Known(logs) if is_postgresql && !logs.contains(&"postgresql") => {
            check.fail(&place, "the log of PostgreSQL itself is not among them");
        }
        Known(_) => check.pass(&place),
        Absent => check.fail(&place, "its log stays on its instances, and is gone with them"),
        Unknown => check.unknown(&place, "known only after the apply"),
    }
}
