//! Databases and their proxies take connections over TLS only.
//!
//! ## Why
//!
//! When TLS fails, drivers silently fall back to an unencrypted connection, unless the server
//! refuses that. RDS for PostgreSQL requires TLS by default from version 15 on, Aurora PostgreSQL
//! from 17 on; older versions and MySQL do not, and RDS Proxy only with `require_tls`. DocumentDB
//! requires it unless its parameter `tls` is `disabled`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_proxy" "payments" {
//!   engine_family = "POSTGRESQL"
//!   require_tls   = false
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Set `rds.force_ssl` (MySQL: `require_secure_transport`) to 1 in the parameter group, and
//! `require_tls = true` at the proxy.
//!
//! ```hcl
//! resource "aws_rds_cluster_parameter_group" "payments" {
//!   family = "aurora-postgresql16"
//!
//!   parameter {
//!     name  = "rds.force_ssl"
//!     value = "1"
//!   }
//! }
//!
//! resource "aws_db_proxy" "payments" {
//!   engine_family = "POSTGRESQL"
//!   require_tls   = true
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Securing Aurora PostgreSQL data with SSL/TLS](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html)
//! - [Using SSL with a PostgreSQL DB instance](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html)
//! - [Encrypting data in transit with DocumentDB](https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html)
//! - [Using TLS/SSL with RDS Proxy](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html#rds-proxy-security.tls)

use super::engine::Engine;
use crate::Check;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-4", "DB-1"] }

/// Where a database's parameters are: its type, the argument, and the type of the group.
const GROUPS: [(&str, &str, &str); 3] = [
    ("aws_rds_cluster", "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"),
    ("aws_db_instance", "parameter_group_name", "aws_db_parameter_group"),
    ("aws_docdb_cluster", "db_cluster_parameter_group_name", "aws_docdb_cluster_parameter_group"),
];
/// The values that require TLS; those of DocumentDB's `tls` last.
const REQUIRED: [&str; 8] =
    ["1", "ON", "on", "true", "enabled", "fips-140-3", "tls1.2+", "tls1.3+"];
const OTHERWISE: &str = "clients may connect without TLS";

fn check(check: &mut Check) {
    for proxy in check.all("aws_db_proxy") {
        let required = proxy.at("require_tls");
        check.expect(&required, required.bool().or(false), OTHERWISE);
    }
    for (kind, argument, group) in GROUPS {
        for database in check.all(kind) {
            if let Some(engine) = Engine::of(database) {
                parameters(check, &database.at(argument), group, &engine);
            }
        }
    }
}

fn parameters<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, group: &str, engine: &Engine) {
    let links = place.link(group);
    let (group, is_default) = (links.links.first(), place.string().or("default.").known());
    let is_default =
        is_default.is_some_and(|name| name.starts_with("default.")) || !place.is_written();
    match group {
        Some(link) if links.incomplete.is_empty() => parameter(check, link.resource, engine),
        None if is_default => default(check, place, engine),
        _ => check.unknown(place, links.reason()),
    }
}

fn parameter<'a>(check: &mut Check<'a>, group: Resource<'a>, engine: &Engine) {
    let all = group.at("parameter").items();
    match all.iter().find(|parameter| parameter.at("name").string() == Known(engine.parameter)) {
        Some(parameter) => {
            let value = parameter.at("value");
            check.expect(&value, value.string().map(|text| REQUIRED.contains(&text)), OTHERWISE);
        }
        None => default(check, &group.at("parameter"), engine),
    }
}

fn default<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, engine: &Engine) {
    match engine.requires_by_default {
        Unknown | Absent => check
            .unknown(place, format!("the default of {} depends on the version", engine.parameter)),
        Known(requires) => check.expect(
            place,
            Known(requires),
            format!("{OTHERWISE}: {} is off", engine.parameter),
        ),
    }
}
