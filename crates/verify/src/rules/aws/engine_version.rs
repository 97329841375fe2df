//! A database engine version is one that exists.
//!
//! ## Why
//!
//! Terraform accepts any text as a version; AWS answers `Cannot find version 99.1 for aurora-postgresql`, after everything before it has
//! been made. Only versions that cannot exist are reported: AWS adds and retires minor versions every quarter, so whether an existing form
//! is offered today is not judged.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine         = "aurora-postgresql"
//!   engine_version = "99.1"
//! }
//! ```
//!
//! ## Fix
//!
//! Use a version that `aws rds describe-db-engine-versions --engine aurora-postgresql` lists.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine         = "aurora-postgresql"
//!   engine_version = "16.8"
//! }
//! ```
//!
//! ## Source
//!
//! - [Aurora PostgreSQL release calendar](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html)
//! - [Aurora MySQL release calendar](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html)
//! - [PostgreSQL versioning policy](https://www.postgresql.org/support/versioning/)

use std::ops::RangeInclusive;

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7"] }

/// PostgreSQL publishes one major version a year; RDS has retired those before 11.
/// Source: "Aurora PostgreSQL release calendar", "Release calendars for Amazon RDS for PostgreSQL".
const POSTGRES: RangeInclusive<u32> = 11..=40;
/// A major version is maintained for five years with about five minor versions in each.
/// Source: PostgreSQL, "Versioning Policy".
const MOST_MINORS: u32 = 50;
/// Source: "Aurora MySQL release calendar": 5.6 is retired.
const MYSQL: RangeInclusive<u32> = 57..=120;

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]) {
        let (engine, version) = (database.at("engine").string(), database.at("engine_version"));
        if let Known(engine) = engine {
            check.judge(&version, version.string(), |version| check_version(engine, version));
        }
    }
}

fn check_version(engine: &str, version: &str) -> Option<String> {
    let exists = match engine {
        "aurora-postgresql" | "postgres" => is_postgres(version),
        "aurora-mysql" => is_aurora_mysql(version),
        _ => true,
    };
    (!exists).then(|| format!("{engine} has no version {version}"))
}

/// `16`, `16.8`, and with what AWS adds: `11.22-rds.20240418`, `16.4-limitless`.
fn is_postgres(version: &str) -> bool {
    let number = version.split('-').next().unwrap_or_default();
    match numbers(number).as_deref() {
        Some([major]) => POSTGRES.contains(major),
        Some([major, minor]) => POSTGRES.contains(major) && *minor <= MOST_MINORS,
        _ => false,
    }
}

/// `8.0`, `8.0.mysql_aurora.3.08.0`.
fn is_aurora_mysql(version: &str) -> bool {
    let (mysql, aurora) = version.split_once(".mysql_aurora.").unwrap_or((version, "0"));
    match (numbers(mysql).as_deref(), numbers(aurora)) {
        (Some([major, minor, ..]), Some(_)) => MYSQL.contains(&(major * 10 + minor)),
        _ => false,
    }
}

fn numbers(text: &str) -> Option<Vec<u32>> {
    text.split('.').map(|part| part.parse().ok().filter(|number| *number < 1_000)).collect()
}
