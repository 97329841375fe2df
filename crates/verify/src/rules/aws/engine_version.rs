//! The version of an engine is one that AWS offers, and that the one which runs can become.
//!
//! ## Why
//!
//! Terraform accepts any text as a version; AWS answers `Cannot find version 99.1 for
//! aurora-postgresql` or `unsupported Kubernetes version 1.24`, after everything before it has been
//! made. Versions that cannot exist are reported, and those that AWS has retired by the release
//! calendars of its services (`data/versions.toml`), on the day when the plan was made. AWS adds
//! and retires minor versions every quarter: these are not judged.
//!
//! Of a database that runs, AWS makes no older version: only a restore of an older backup has it.
//! An older one is also planned where AWS has installed a minor version by itself and the
//! configuration still names the one before. A major upgrade is refused without
//! `allow_major_version_upgrade`.
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
//! - [Understand the Kubernetes version lifecycle on EKS](https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html)
//! - [Performing a major version upgrade of Aurora PostgreSQL](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.Upgrading.html)
//! - [Upgrading a DB instance engine version](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html)
//! - [PostgreSQL versioning policy](https://www.postgresql.org/support/versioning/)

use std::ops::RangeInclusive;

use crate::Planned::{Absent, Known};
use crate::aws::versions::{Support, Version};
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7"] }

/// PostgreSQL publishes one major version a year.
/// Source: PostgreSQL, "Versioning Policy".
const POSTGRES: RangeInclusive<u32> = 9..=40;
/// A major version is maintained for five years with about five minor versions in each.
/// Source: PostgreSQL, "Versioning Policy".
const MOST_MINORS: u32 = 50;
/// Source: "Aurora MySQL release calendar": 5.6 is retired.
const MYSQL: RangeInclusive<u32> = 57..=120;

fn check(check: &mut Check) {
    for version in Version::all(check.inventory()) {
        let (place, name, database) =
            (&version.place, version.product_name(), version.place.resource());
        let engine = database.at("engine").string().known().unwrap_or_default();
        let written = place.string().known().unwrap_or_default();
        let before = database.before()["engine_version"].as_str();
        check.judge(place, version.support(), |support| match support {
            Support::Refused(since) => {
                Some(format!("AWS has not offered {name} {written} since {since}"))
            }
            _ => check_version(engine, written).or_else(|| older(engine, before?, written)),
        });
        if let Some(before) = before {
            major_upgrade(check, database, [before, written].map(|version| major(engine, version)));
        }
    }
}

/// Whether a version comes before the one that runs. One that is a part of the other, as `16` of
/// `16.8`, is the same.
fn older(engine: &str, before: &str, after: &str) -> Option<String> {
    let (old, new) = (all_numbers(before), all_numbers(after));
    let shared = old.len().min(new.len());
    let is_older = major(engine, before).is_some() && new[..shared] < old[..shared];
    is_older.then(|| format!("the database runs {before}, of which AWS makes no {after}"))
}

/// Checks that a major upgrade is allowed. Not for a global cluster, which is upgraded as a whole,
/// nor for a blue/green deployment, which upgrades a copy.
fn major_upgrade<'a>(
    check: &mut Check<'a>,
    database: Resource<'a>,
    versions: [Option<Vec<u64>>; 2],
) {
    let [Some(old), Some(new)] = versions else { return };
    let is_elsewhere = database.at("global_cluster_identifier").string() != Absent
        || database.at("blue_green_update.0.enabled").bool().or(false) != Known(false);
    // An instance of a cluster is upgraded with it.
    if old < new && !is_elsewhere && database.kind() != "aws_rds_cluster_instance" {
        let allowed = database.at("allow_major_version_upgrade");
        check.expect(&allowed, allowed.bool(), "AWS refuses a major upgrade that is not allowed");
    }
}

/// What a major version is known by: one number for PostgreSQL, two for MySQL and MariaDB.
fn major(engine: &str, version: &str) -> Option<Vec<u64>> {
    let numbers = match engine {
        "aurora-postgresql" | "postgres" => 1,
        "aurora-mysql" | "mysql" | "mariadb" => 2,
        _ => return None,
    };
    all_numbers(version).get(..numbers).map(<[u64]>::to_vec)
}

/// Every number of a version, in its order: `8.0.mysql_aurora.3.08.0` has five.
fn all_numbers(version: &str) -> Vec<u64> {
    version
        .split(|each: char| !each.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect()
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
