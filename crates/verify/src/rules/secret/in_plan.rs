//! No argument holds a password or key in plain text.
//!
//! ## Why
//!
//! What is written in an argument is also in the plan, in the state and in every copy of both: in
//! the pipeline, in the bucket, on the machines of all who worked on it. Terraform hides it only on
//! the screen.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_secretsmanager_secret_version" "gateway" {
//!   secret_id     = aws_secretsmanager_secret.gateway.id
//!   secret_string = "hunter22"
//! }
//! ```
//!
//! ## Fix
//!
//! Let AWS make the secret (`manage_master_user_password`), use the write-only argument
//! (`secret_string_wo`), or put the value in by hand once.
//!
//! ```hcl
//! resource "aws_secretsmanager_secret_version" "gateway" {
//!   secret_id                = aws_secretsmanager_secret.gateway.id
//!   secret_string_wo         = ephemeral.random_password.gateway.result
//!   secret_string_wo_version = 1
//! }
//! ```
//!
//! ## Source
//!
//! - [Manage sensitive data in your configuration](https://developer.hashicorp.com/terraform/language/manage-sensitive-data)
//! - [Password management with Amazon Aurora and AWS Secrets Manager](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html)

use super::looks::is_placeholder;
use super::sources::GENERATORS;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["DB-1"] }

/// Arguments that hold a secret in plain text. `*` is each block. Source: AWS provider 5.100.0, its
/// sensitive arguments.
const SECRETS: [(&str, &str); 22] = [
    ("aws_amplify_app", "access_token"),
    ("aws_codebuild_source_credential", "token"),
    ("aws_db_instance", "password"),
    ("aws_directory_service_directory", "password"),
    ("aws_dms_endpoint", "password"),
    ("aws_docdb_cluster", "master_password"),
    ("aws_elasticache_replication_group", "auth_token"),
    ("aws_elasticache_user", "passwords.*"),
    ("aws_elasticache_user", "authentication_mode.*.passwords.*"),
    ("aws_fsx_windows_file_system", "self_managed_active_directory.*.password"),
    ("aws_lightsail_database", "master_password"),
    ("aws_memorydb_user", "authentication_mode.*.passwords.*"),
    ("aws_mq_broker", "user.*.password"),
    (
        "aws_opensearch_domain",
        "advanced_security_options.*.master_user_options.*.master_user_password",
    ),
    ("aws_rds_cluster", "master_password"),
    ("aws_redshift_cluster", "master_password"),
    ("aws_redshiftserverless_namespace", "admin_user_password"),
    ("aws_secretsmanager_secret_version", "secret_string"),
    ("aws_secretsmanager_secret_version", "secret_binary"),
    ("aws_acm_certificate", "private_key"),
    ("aws_iam_server_certificate", "private_key"),
    ("aws_storagegateway_gateway", "smb_guest_password"),
];

fn check(check: &mut Check) {
    for (kind, path) in SECRETS {
        for resource in check.all(kind) {
            places(resource, path).into_iter().for_each(|place| check_value(check, &place));
        }
    }
    let parameters = check.all("aws_ssm_parameter");
    for parameter in
        parameters.filter(|parameter| parameter.at("type").string().known() == Some("SecureString"))
    {
        check_value(check, &parameter.at("value"));
    }
}

fn check_value<'a>(check: &mut Check<'a>, place: &AttributePath<'a>) {
    match place.string() {
        // A generated password is in the state only, which must be protected anyway.
        Known(text) if !is_placeholder(text) && place.links_to(&GENERATORS).links.is_empty() => {
            check.fail(&place.clone().redacted_whole(), "is in the plan in plain text");
        }
        Known(_) | Absent | Unknown => check.pass(place),
    }
}

/// The places that a path leads to, where `*` is each item.
fn places<'a>(resource: Resource<'a>, path: &str) -> Vec<AttributePath<'a>> {
    path.split('.').fold(vec![resource.root()], |places, step| match step {
        "*" => places.iter().flat_map(AttributePath::items).collect(),
        step => places.iter().map(|place| place.at(step)).collect(),
    })
}
