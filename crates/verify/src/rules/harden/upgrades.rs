//! Minor versions, with their security fixes, are installed automatically.
//!
//! ## Why
//!
//! Most minor versions of a database, cache or broker have security fixes. If nobody installs them,
//! the holes stay open until the version is no longer supported; then AWS upgrades it anyway, on a
//! day that AWS chooses.
//!
//! Aurora versions with long-term support are ignored: they are for stacks whose owners choose the
//! day of an upgrade.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   auto_minor_version_upgrade = false
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `auto_minor_version_upgrade` on, and choose the window with `maintenance_window`.
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   auto_minor_version_upgrade = true
//!   maintenance_window         = "sun:09:00-sun:10:00"
//! }
//! ```
//!
//! ## Source
//!
//! - [Automatically upgrading the minor engine version](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html)
//! - [Security Hub controls RDS.13 and RDS.35](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html)
//! - [Security Hub controls ElastiCache.2, DMS.6, MQ.3 and Redshift.6](https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html)
//! - [Aurora PostgreSQL long-term support releases](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Updates.LTS.html)

use std::sync::LazyLock;

use serde::Deserialize;

use crate::planned::Planned::Known;
use crate::setting::Setting;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["DB-1"] }

const LEFT: &str = "versions with security fixes are not installed automatically";

const SETTINGS: [Setting; 10] = [
    Setting::on("aws_db_instance", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_dms_replication_instance", "auto_minor_version_upgrade", "false", LEFT),
    Setting::on("aws_docdb_cluster_instance", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_elasticache_cluster", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_elasticache_replication_group", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_memorydb_cluster", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_mq_broker", "auto_minor_version_upgrade", "false", LEFT),
    Setting::on("aws_neptune_cluster_instance", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_rds_cluster_instance", "auto_minor_version_upgrade", "true", LEFT),
    Setting::on("aws_redshift_cluster", "allow_version_upgrade", "true", LEFT),
];

/// `data/aurora_long_term.toml`.
#[derive(Deserialize)]
struct LongTerm {
    postgresql: Vec<String>,
    mysql: Vec<String>,
}

static LONG_TERM: LazyLock<LongTerm> = LazyLock::new(|| {
    let text = include_str!("../../../data/aurora_long_term.toml");
    toml::from_str(text).expect("the rule's good plan reads data/aurora_long_term.toml")
});

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |resource| !has_long_term_support(resource));
    }
}

fn has_long_term_support(instance: Resource) -> bool {
    let is_long_term = |of: Resource| {
        let is_aurora =
            of.at("engine").string().known().is_some_and(|engine| engine.starts_with("aurora"));
        let version = of.at("engine_version").string().known();
        let mut releases = LONG_TERM.postgresql.iter().chain(&LONG_TERM.mysql);
        let is_one = |version: &str| {
            releases.any(|one| version == one || version.starts_with(&format!("{one}.")))
        };
        is_aurora && version.is_some_and(is_one)
    };
    let cluster = instance.at("cluster_identifier").link("aws_rds_cluster").one();
    instance.at("auto_minor_version_upgrade").bool() == Known(false)
        && (is_long_term(instance) || cluster.is_some_and(is_long_term))
}
