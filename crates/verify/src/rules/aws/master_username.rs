use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-master-username",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-master-username.md"),
    check,
};

/// Users that RDS makes for itself. Source: RDS API, `CreateDBCluster`, `MasterUsername`.
const OF_RDS: [&str; 2] = ["rdsadmin", "rdsrepladmin"];
/// What PostgreSQL on RDS refuses as a name besides.
/// Source: RDS User Guide, "Master user account privileges"; PostgreSQL, "SQL Key Words".
const OF_POSTGRES: [&str; 5] = ["admin", "rds_replication", "rds_superuser", "public", "user"];

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let (engine, name) = (database.at("engine").text(), database.at("master_username"));
        let name = if database.kind() == "aws_db_instance" { database.at("username") } else { name };
        let engine = engine.known().unwrap_or_default();
        check.accept(&name, name.text(), |name| problem(engine, &name.to_lowercase()));
    }
}

fn problem(engine: &str, name: &str) -> Option<String> {
    let is_postgres = matches!(engine, "aurora-postgresql" | "postgres");
    let of_postgres = is_postgres && (OF_POSTGRES.contains(&name) || name.starts_with("pg_"));
    if OF_RDS.contains(&name) || of_postgres {
        Some(format!("{engine} keeps the name {name} for itself"))
    } else if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Some("does not begin with a letter".to_owned())
    } else {
        None
    }
}
