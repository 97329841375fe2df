//! `database-setup.sh`: creates the database users, their permissions and passwords, which are not
//! AWS resources (DB-4).
//!
//! Two roles hold the rights, and users are members of them: who takes a user's place takes its
//! role. Tables belong to the master user, who changes the schema; the payment tasks read and write
//! rows, and can change nothing else. Sources: PostgreSQL documentation, "Database Roles" and
//! "ALTER DEFAULT PRIVILEGES"; Amazon Aurora User Guide, "Creating a database account using IAM
//! authentication" and "Using pgAudit to log database activity".

use anyhow::Result;
use serde::Serialize;
use serde_json::json;

use super::templates::{DATABASE_SETUP, Templates};
use crate::config::Config;
use crate::naming::{Kind, Name};
use crate::stack;
use crate::tiers::database::{DATABASE_NAME, READER, SERVICE_USER};

/// The schema of the payments.
const SCHEMA: &str = "payments";
/// Who may read and write its rows.
const WRITE: &str = "payments_write";
/// Who may read them.
const READ: &str = "payments_read";

/// A user with a password, and the name of the secret that holds it.
#[derive(Serialize)]
struct Secret {
    user: &'static str,
    name: String,
}

/// The script of one environment.
pub fn of_stack(config: &Config, templates: &Templates) -> Result<String> {
    let name = |kind, purpose: &str| Name::of(kind, purpose).for_suffix(&config.suffix);
    let reader = stack::resilience(config).count_rows;
    let secret = |user, purpose: &str| Secret { user, name: name(Kind::Secret, purpose) };
    let secrets: Vec<_> = [
        config.database.proxy.then(|| secret(SERVICE_USER, "database-user")),
        reader.then(|| secret(READER, "database-reader")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let roles: Vec<_> =
        [WRITE, READ, SERVICE_USER].into_iter().chain(reader.then_some(READER)).collect();
    templates.render(
        DATABASE_SETUP,
        &json!({
            "suffix": config.suffix.as_str(),
            "cluster": Name::sole(Kind::AuroraCluster).for_suffix(&config.suffix),
            "database": DATABASE_NAME,
            "data_api": config.database.data_api(),
            "instance_class": config.database.instance_class.as_str(),
            "roles": roles,
            "statements": statements(config.database.proxy, reader),
            "secrets": secrets,
        }),
    )
}

/// What follows once the roles are there; each statement may be run again.
fn statements(proxy: bool, reader: bool) -> Vec<String> {
    let mut statements = vec![
        // Without the extension, pgaudit does not log DDL.
        "CREATE EXTENSION IF NOT EXISTS pgaudit".to_owned(),
        format!("CREATE SCHEMA IF NOT EXISTS {SCHEMA}"),
        format!("GRANT USAGE ON SCHEMA {SCHEMA} TO {WRITE}, {READ}"),
    ];
    let rights = [
        ("SELECT, INSERT, UPDATE, DELETE", "TABLES", WRITE),
        ("USAGE, SELECT", "SEQUENCES", WRITE),
        ("SELECT", "TABLES", READ),
    ];
    for (rights, what, role) in rights {
        statements.push(format!("GRANT {rights} ON ALL {what} IN SCHEMA {SCHEMA} TO {role}"));
        // And on those that the master user makes later.
        statements.push(format!(
            "ALTER DEFAULT PRIVILEGES IN SCHEMA {SCHEMA} GRANT {rights} ON {what} TO {role}"
        ));
    }
    statements.push(format!("GRANT {WRITE} TO {SERVICE_USER}"));
    statements.push(format!("ALTER ROLE {SERVICE_USER} SET search_path = {SCHEMA}"));
    statements.push(sign_in(proxy));
    if reader {
        statements.push(format!("GRANT {READ} TO {READER}"));
    }
    statements
}

/// A member of `rds_iam` signs in with an IAM token only, so behind a proxy, which has the
/// password, it must not be one. The role exists in RDS alone, and a revocation of what was never
/// granted is a warning.
fn sign_in(proxy: bool) -> String {
    match proxy {
        true => format!("REVOKE rds_iam FROM {SERVICE_USER}"),
        false => format!(
            "DO $$ BEGIN ALTER ROLE {SERVICE_USER} LOGIN PASSWORD NULL; GRANT rds_iam TO \
             {SERVICE_USER}; END $$"
        ),
    }
}
