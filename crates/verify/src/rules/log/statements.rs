//! The database logs no statements with payments in them.
//!
//! ## Why
//!
//! `log_statement = "all"` or `"mod"`, and the classes `read`, `write` and `all` of pgAudit, write
//! every statement with its values into the log: card holders, amounts, account numbers, readable
//! by everyone who may read logs, long after the rows are deleted. Audits ask for definitions
//! (`ddl`) and roles.
//!
//! ## Example
//!
//! ```hcl
//! parameter {
//!   name  = "log_statement"
//!   value = "all"
//! }
//! ```
//!
//! ## Fix
//!
//! Log definitions only, and audit roles and definitions.
//!
//! ```hcl
//! parameter {
//!   name  = "log_statement"
//!   value = "ddl"
//! }
//!
//! parameter {
//!   name  = "pgaudit.log"
//!   value = "ddl,role"
//! }
//! ```
//!
//! ## Source
//!
//! - [Using pgAudit to log database activity](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.html)
//! - [PostgreSQL: error reporting and logging](https://www.postgresql.org/docs/current/runtime-config-logging.html)

use crate::Check;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Warning, Paytf, ["ALL-6", "ALL-4"] }

/// Parameters that write statements with their values into the log, and what of their values does
/// so. Source: PostgreSQL documentation, `log_statement`; pgAudit, `pgaudit.log`.
const PARAMETERS: [(&str, &[&str]); 2] =
    [("log_statement", &["all", "mod"]), ("pgaudit.log", &["all", "read", "write", "misc_set"])];

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_rds_cluster_parameter_group", "aws_db_parameter_group"]) {
        for parameter in group.at("parameter").items() {
            let name = parameter.at("name").string().known().unwrap_or_default();
            if let Some((name, telling)) = PARAMETERS.into_iter().find(|(known, _)| *known == name)
            {
                value(check, &parameter.at("value"), name, telling);
            }
        }
    }
}

fn value<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, name: &str, telling: &[&str]) {
    match place.string() {
        Known(value) => {
            let tells = value.split(',').any(|part| telling.contains(&part.trim()));
            check.expect(place, Known(!tells), format!("{name} writes payments into the log"));
        }
        Unknown => check.known_later(place),
        Absent => check.pass(place),
    }
}
