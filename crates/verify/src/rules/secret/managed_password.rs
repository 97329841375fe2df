//! AWS keeps and changes the password of each database.
//!
//! ## Why
//!
//! A password that is given to the database is in the state, in plain text, and stays the same
//! until someone changes it by hand. One that RDS manages is made in Secrets Manager, never seen by
//! Terraform, and changed every seven days.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine          = "aurora-postgresql"
//!   master_username = "payadmin"
//!   master_password = random_password.database.result
//! }
//! ```
//!
//! ## Fix
//!
//! Set `manage_master_user_password = true` in place of the password; where the database cannot,
//! use the write-only argument `password_wo`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine                        = "aurora-postgresql"
//!   master_username               = "payadmin"
//!   manage_master_user_password   = true
//!   master_user_secret_kms_key_id = aws_kms_key.data.key_id
//! }
//! ```
//!
//! ## Source
//!
//! - [Password management with Amazon Aurora and AWS Secrets Manager](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html)
//! - [Use write-only arguments](https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only)

use crate::planned::Planned::Known;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["DB-1"] }

/// Databases that can have AWS keep and change their password: the argument for it, and the one for
/// a password of your own.
const DATABASES: [(&str, &str, &str); 4] = [
    ("aws_db_instance", "manage_master_user_password", "password"),
    ("aws_docdb_cluster", "manage_master_user_password", "master_password"),
    ("aws_rds_cluster", "manage_master_user_password", "master_password"),
    ("aws_redshift_cluster", "manage_master_password", "master_password"),
];

fn check(check: &mut Check) {
    for (kind, managed, password) in DATABASES {
        for database in check.all(kind) {
            check_password(check, database, managed, password);
        }
    }
}

fn check_password<'a>(
    check: &mut Check<'a>,
    database: Resource<'a>,
    managed: &str,
    password: &str,
) {
    let own = database.at(password);
    if database.at(managed).bool() == Known(true) {
        check.pass(&database.at(managed));
    } else if own.is_written() && own.value().is_set() {
        check.fail(
            &own.clone().redacted_whole(),
            "is in the state in plain text, and nothing changes it",
        );
    } else if database.at(&format!("{password}_wo_version")).value().is_set() {
        check.pass(&database.at(&format!("{password}_wo_version")));
    }
    // Otherwise it is a replica or a copy, which has the password of its source.
}
