//! Whoever signs in is identified: no shared password alone, no anonymous client.
//!
//! ## Why
//!
//! A password that a team shares, a default user name, a cluster that accepts anonymous clients, an
//! API that a key in a browser opens: whoever gets in like this cannot be told from anyone else.
//! IAM authentication gives each caller a name and a permission of its own, for minutes at a time.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_msk_cluster" "events" {
//!   client_authentication {
//!     unauthenticated = true
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Switch on IAM authentication, or what the finding names.
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   iam_database_authentication_enabled = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub controls RDS.10 and RDS.12](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html)
//! - [Security Hub controls MSK.6, Neptune.7 and Opensearch.7](https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html)
//! - [Security Hub controls APIGateway.8 and AppSync.5](https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html)
//! - [Security Hub control IAM.7](https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html)

use crate::planned::Planned::Known;
use crate::setting::Setting;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["IAM-3"] }

const SETTINGS: [Setting; 15] = [
    Setting::off(
        "aws_msk_cluster",
        "client_authentication.0.unauthenticated",
        "it takes clients without a name",
    ),
    Setting::on(
        "aws_neptune_cluster",
        "iam_database_authentication_enabled",
        "false",
        "all of its callers are one",
    ),
    Setting::on(
        "aws_opensearch_domain",
        "advanced_security_options.0.enabled",
        "false",
        "who gets in may read and write all of it",
    ),
    Setting::on(
        "aws_elasticsearch_domain",
        "advanced_security_options.0.enabled",
        "false",
        "who gets in may read and write all of it",
    ),
    Setting {
        kind: "aws_dms_endpoint",
        path: "mongodb_settings.#.auth_type",
        default: Some("password"),
        is_right: |kind| kind != "no",
        otherwise: "it asks for no name",
    },
    Setting::set(
        "aws_elasticache_replication_group",
        "auth_token",
        "it takes clients without a password",
    ),
    Setting {
        kind: "aws_apigatewayv2_route",
        path: "authorization_type",
        default: Some("NONE"),
        is_right: |kind| kind != "NONE",
        otherwise: "everyone may call it",
    },
    Setting {
        kind: "aws_appsync_graphql_api",
        path: "authentication_type",
        default: None,
        is_right: |kind| kind != "API_KEY",
        otherwise: "everyone who has the key in their browser may call it",
    },
    Setting {
        kind: "aws_iam_account_password_policy",
        path: "minimum_password_length",
        default: Some("6"),
        is_right: |length| length.parse().is_ok_and(|length: u32| length >= 8),
        otherwise: "passwords may be too short",
    },
    Setting::on(
        "aws_iam_account_password_policy",
        "require_lowercase_characters",
        "false",
        "passwords may be too simple",
    ),
    Setting::on(
        "aws_iam_account_password_policy",
        "require_uppercase_characters",
        "false",
        "passwords may be too simple",
    ),
    Setting::on(
        "aws_iam_account_password_policy",
        "require_numbers",
        "false",
        "passwords may be too simple",
    ),
    Setting::on(
        "aws_iam_account_password_policy",
        "require_symbols",
        "false",
        "passwords may be too simple",
    ),
    Setting::on(
        "aws_db_instance",
        "iam_database_authentication_enabled",
        "false",
        "its users sign in with nothing but passwords",
    ),
    Setting::on(
        "aws_rds_cluster",
        "iam_database_authentication_enabled",
        "false",
        "its users sign in with nothing but passwords",
    ),
];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, can_sign_in);
    }
}

/// Oracle and SQL Server have no IAM authentication, replicas take that of their source, and of a
/// proxy's callers it is the proxy's.
fn can_sign_in(resource: Resource) -> bool {
    let engine = resource.at("engine").string().known().unwrap_or_default();
    let is_other = engine.starts_with("oracle")
        || engine.starts_with("sqlserver")
        || engine.starts_with("custom")
        || engine.starts_with("db2");
    let is_socket = resource
        .at("route_key")
        .string()
        .known()
        .is_some_and(|route| matches!(route, "$default" | "$disconnect"));
    // From Redis 6 on, users are another way in, which groups of users have.
    let is_recent_cache = resource.kind() == "aws_elasticache_replication_group"
        && !resource
            .at("engine_version")
            .string()
            .known()
            .is_some_and(|version| version.starts_with(['3', '4', '5']));
    let is_replica = resource.at("replicate_source_db").value().is_set();
    !(is_other
        || is_socket
        || is_recent_cache
        || is_replica
        || is_behind_proxy(resource)
        || resource.at("master_password").string() == Known(""))
}

fn is_behind_proxy(database: Resource) -> bool {
    let targets = |argument: &str| {
        !database.inventory().referrers(database, "aws_db_proxy_target", argument).is_empty()
    };
    matches!(database.kind(), "aws_rds_cluster" | "aws_db_instance")
        && (targets("db_cluster_identifier") || targets("db_instance_identifier"))
}
