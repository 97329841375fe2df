//! Caches, search domains, brokers, file systems and distributions encrypt data in transit.
//!
//! ## Why
//!
//! These services do not encrypt, or let clients choose, unless they are configured otherwise:
//! ElastiCache for Redis by default, OpenSearch between its nodes, ECS to a file system of EFS, MSK
//! with `TLS_PLAINTEXT`, CloudFront with `allow-all` to viewers and with `http-only` to its origin.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_elasticache_replication_group" "sessions" {
//!   replication_group_id = "sessions"
//!   description          = "Sessions"
//!   engine               = "redis"
//! }
//! ```
//!
//! ## Fix
//!
//! Switch encryption in transit on.
//!
//! ```hcl
//! resource "aws_elasticache_replication_group" "sessions" {
//!   replication_group_id       = "sessions"
//!   description                = "Sessions"
//!   engine                     = "redis"
//!   transit_encryption_enabled = true
//! }
//! ```
//!
//! ## Source
//!
//! - [In-transit encryption in ElastiCache](https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html)
//! - [Node-to-node encryption for Amazon OpenSearch Service](https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html)
//! - [Require HTTPS between viewers and CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html)
//! - [Specify an Amazon EFS file system in a task definition](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html)

use serde_json::Value;

use crate::Check;
use crate::planned::Planned::Known;
use crate::resource::Resource;
use crate::setting::Setting;

rule! { Error, AnyStack, ["ALL-4"] }

const CLEAR: &str = "what clients send travels unencrypted";

/// Source: AWS provider 5.100.0, the default of each argument.
const SETTINGS: [Setting; 17] = [
    Setting::on("aws_elasticache_replication_group", "transit_encryption_enabled", "false", CLEAR),
    Setting::on("aws_memorydb_cluster", "tls_enabled", "true", CLEAR),
    Setting {
        kind: "aws_msk_cluster",
        path: "encryption_info.0.encryption_in_transit.0.client_broker",
        default: Some("TLS"),
        is_right: |value| value == "TLS",
        otherwise: CLEAR,
    },
    Setting::on(
        "aws_msk_cluster",
        "encryption_info.0.encryption_in_transit.0.in_cluster",
        "true",
        "what brokers send each other travels unencrypted",
    ),
    Setting::on("aws_opensearch_domain", "domain_endpoint_options.0.enforce_https", "true", CLEAR),
    Setting::on(
        "aws_opensearch_domain",
        "node_to_node_encryption.0.enabled",
        "false",
        BETWEEN_NODES,
    ),
    Setting::on(
        "aws_elasticsearch_domain",
        "domain_endpoint_options.0.enforce_https",
        "true",
        CLEAR,
    ),
    Setting::on(
        "aws_elasticsearch_domain",
        "node_to_node_encryption.0.enabled",
        "false",
        BETWEEN_NODES,
    ),
    Setting {
        kind: "aws_ecs_task_definition",
        path: "volume.#.efs_volume_configuration.#.transit_encryption",
        default: Some("DISABLED"),
        is_right: |value| value == "ENABLED",
        otherwise: "what the task reads and writes travels unencrypted",
    },
    Setting {
        kind: "aws_mskconnect_connector",
        path: "kafka_cluster_encryption_in_transit.#.encryption_type",
        default: None,
        is_right: |value| value == "TLS",
        otherwise: "what it reads from the brokers travels unencrypted",
    },
    Setting {
        kind: "aws_dms_endpoint",
        path: "ssl_mode",
        default: Some("none"),
        is_right: |mode| mode != "none",
        otherwise: "what is copied travels unencrypted",
    },
    Setting {
        kind: "aws_dms_endpoint",
        path: "redis_settings.#.ssl_security_protocol",
        default: Some("ssl-encryption"),
        is_right: |protocol| protocol != "plaintext",
        otherwise: "what is copied travels unencrypted",
    },
    Setting {
        kind: "aws_transfer_server",
        path: "protocols",
        default: Some("[]"),
        is_right: |protocols| !protocols.contains("\"FTP\""),
        otherwise: "files and passwords travel unencrypted",
    },
    Setting {
        kind: "aws_redshift_parameter_group",
        path: "parameter",
        default: Some("[]"),
        is_right: requires_ssl,
        otherwise: "its clusters take connections without TLS",
    },
    viewer("default_cache_behavior.#.viewer_protocol_policy"),
    viewer("ordered_cache_behavior.#.viewer_protocol_policy"),
    Setting {
        kind: "aws_cloudfront_distribution",
        path: "origin.#.custom_origin_config.#.origin_protocol_policy",
        default: None,
        is_right: |value| value != "http-only",
        otherwise: "what it sends to its origin travels unencrypted",
    },
];

const BETWEEN_NODES: &str = "what its nodes send each other travels unencrypted";

const fn viewer(path: &'static str) -> Setting {
    Setting {
        kind: "aws_cloudfront_distribution",
        path,
        default: None,
        is_right: |value| value != "allow-all",
        otherwise: "it answers viewers over HTTP",
    }
}

fn requires_ssl(parameters: &str) -> bool {
    let parameters: Vec<Value> = serde_json::from_str(parameters).unwrap_or_default();
    parameters
        .iter()
        .any(|parameter| parameter["name"] == "require_ssl" && parameter["value"] == "true")
}

/// The engines of DMS that it connects to as a client of a database does. Source: AWS DMS API,
/// `CreateEndpoint`, `SslMode`.
const WITH_SSL_MODE: [&str; 10] = [
    "aurora",
    "aurora-postgresql",
    "db2",
    "docdb",
    "mariadb",
    "mongodb",
    "mysql",
    "oracle",
    "postgres",
    "sqlserver",
];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        // Of DMS, the engine says which of the arguments counts.
        let counts =
            |resource: &Resource| match (resource.kind(), resource.at("engine_name").string()) {
                ("aws_dms_endpoint", Known(engine)) => {
                    setting.path != "ssl_mode" || WITH_SSL_MODE.contains(&engine)
                }
                _ => true,
            };
        setting.check(check, |resource| counts(&resource) && decides_itself(resource));
    }
}

/// Whether its own setting decides: Valkey encrypts by default, and a member of a global datastore
/// follows the datastore.
fn decides_itself(resource: Resource) -> bool {
    let is_set = |argument: &str| resource.at(argument).value().is_set();
    let follows =
        resource.at("engine").string() == Known("valkey") || is_set("global_replication_group_id");
    !follows || is_set("transit_encryption_enabled")
}
