//! A parameter group is of the family of the engine and major version that uses it.
//!
//! ## Why
//!
//! A parameter group belongs to one engine and major version. AWS refuses a database with a group
//! of another family: `The Parameter Group … with DBParameterGroupFamily aurora-postgresql15 can't
//! be used for this instance`. It happens when the version is raised and the group is forgotten.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_parameter_group" "payments" {
//!   family = "aurora-postgresql15"
//! }
//!
//! resource "aws_rds_cluster" "payments" {
//!   engine                          = "aurora-postgresql"
//!   engine_version                  = "16.8"
//!   db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.payments.name
//! }
//! ```
//!
//! ## Fix
//!
//! Give the group the family of the engine version, such as `aurora-postgresql16` for 16.8.
//!
//! ```hcl
//! resource "aws_rds_cluster_parameter_group" "payments" {
//!   family = "aurora-postgresql16"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBClusterParameterGroup, DBParameterGroupFamily](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html)
//! - [Working with parameter groups](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html)

use crate::Planned::Known;
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7"] }

/// Who uses a parameter group: type, argument, and the type of the group.
const USERS: [(&str, &str, &str); 5] = [
    ("aws_db_instance", "parameter_group_name", "aws_db_parameter_group"),
    ("aws_rds_cluster", "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"),
    ("aws_rds_cluster", "db_instance_parameter_group_name", "aws_db_parameter_group"),
    (
        "aws_rds_cluster_instance",
        "db_cluster_parameter_group_name",
        "aws_rds_cluster_parameter_group",
    ),
    ("aws_rds_cluster_instance", "db_parameter_group_name", "aws_db_parameter_group"),
];

fn check(check: &mut Check) {
    for (kind, argument, group_kind) in USERS {
        for database in check.all(kind) {
            let place = database.at(argument);
            let Some(group) = place.link(group_kind).one() else { continue };
            if let (Some(needed), Known(family)) = (needed(database), group.at("family").string()) {
                let otherwise = format!(
                    "{} is of the family {family}, and the engine needs {needed}",
                    group.address()
                );
                check.expect(&place, Known(family.starts_with(&needed)), otherwise);
            }
        }
    }
}

/// What the family begins with: engine and major version, as far as they are known.
fn needed(database: Resource) -> Option<String> {
    let cluster = database.at("cluster_identifier").link("aws_rds_cluster").one();
    let set = |name| {
        [Some(database), cluster]
            .into_iter()
            .flatten()
            .find_map(|one| one.at(name).string().known())
    };
    let (engine, version) = (set("engine")?, set("engine_version").unwrap_or_default());
    let mut parts = version.split(['.', '-']);
    let (major, minor) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match engine {
        "aurora-postgresql" | "postgres" => Some(format!("{engine}{major}")),
        "aurora-mysql" | "mariadb" | "mysql" if !minor.is_empty() => {
            Some(format!("{engine}{major}.{minor}"))
        }
        "aurora-mysql" | "mariadb" | "mysql" => Some(engine.to_owned()),
        _ => None,
    }
}
