use crate::planned::Planned::Known;
use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "secret-managed-password",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["DB-1"],
    page: include_str!("../../../docs/rules/secret-managed-password.md"),
    check,
};

/// Databases that can have AWS keep and change their password: the argument for it, and the one for a password of one's own.
const DATABASES: [(&str, &str, &str); 4] = [
    ("aws_db_instance", "manage_master_user_password", "password"),
    ("aws_docdb_cluster", "manage_master_user_password", "master_password"),
    ("aws_rds_cluster", "manage_master_user_password", "master_password"),
    ("aws_redshift_cluster", "manage_master_password", "master_password"),
];

fn check(check: &mut Check) {
    for (kind, managed, password) in DATABASES {
        for database in check.all(kind) {
            judge(check, database, managed, password);
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, database: Resource<'a>, managed: &str, password: &str) {
    let own = database.at(password);
    if database.at(managed).flag() == Known(true) {
        check.pass(&database.at(managed));
    } else if own.is_written() && own.value().is_set() {
        check.fail(&own.clone().hidden(), "stands in the state in clear, and nothing changes it");
    } else if database.at(&format!("{password}_wo_version")).value().is_set() {
        check.pass(&database.at(&format!("{password}_wo_version")));
    }
    // Otherwise it is a replica or a copy, which has the password of its source.
}
