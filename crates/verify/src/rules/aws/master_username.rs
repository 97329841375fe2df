//! The master user of a database has a name that its engine does not reserve.
//!
//! ## Why
//!
//! `MasterUsername admin cannot be used as it is a reserved word used by the engine`: AWS says so
//! when the cluster is made, Terraform does not. PostgreSQL reserves `admin`, `user` and what
//! begins with `pg_`; `postgres` is allowed, and on MySQL so is `admin`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine          = "aurora-postgresql"
//!   master_username = "admin"
//! }
//! ```
//!
//! ## Fix
//!
//! Choose another name, such as `payadmin`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine          = "aurora-postgresql"
//!   master_username = "payadmin"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster, MasterUsername](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [PostgreSQL key words](https://www.postgresql.org/docs/current/sql-keywords-appendix.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7"] }

/// Users that RDS makes for itself. Source: RDS API, `CreateDBCluster`, `MasterUsername`.
const OF_RDS: [&str; 2] = ["rdsadmin", "rdsrepladmin"];
/// What PostgreSQL on RDS refuses as a name besides.
/// Source: RDS User Guide, "Master user account privileges"; PostgreSQL, "SQL Key Words".
const OF_POSTGRES: [&str; 5] = ["admin", "rds_replication", "rds_superuser", "public", "user"];

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let (engine, name) = (database.at("engine").string(), database.at("master_username"));
        let name =
            if database.kind() == "aws_db_instance" { database.at("username") } else { name };
        let engine = engine.known().unwrap_or_default();
        check.judge(&name, name.string(), |name| check_name(engine, &name.to_lowercase()));
    }
}

fn check_name(engine: &str, name: &str) -> Option<String> {
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
