//! Everything that stores data encrypts it.
//!
//! ## Why
//!
//! Databases, file systems, disks, caches, streams and search domains keep data unencrypted unless
//! they are configured not to, and for most it cannot be changed later without creating them again.
//! Buckets, queues, tables of DynamoDB, secrets and log groups are always encrypted, so this rule
//! does not look at them.
//!
//! For disks, a setting of the account decides where nothing is written: without
//! `aws_ebs_encryption_by_default` in the plan, the answer is unknown.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   engine = "postgres"
//! }
//! ```
//!
//! ## Fix
//!
//! Switch encryption on, with a customer managed key.
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   engine            = "postgres"
//!   storage_encrypted = true
//!   kms_key_id        = aws_kms_key.data.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Encrypting Amazon RDS resources](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html)
//! - [Amazon EBS encryption](https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html)
//! - [At-rest encryption in ElastiCache](https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html)
//! - [Default encryption for Amazon S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html)

use crate::Check;
use crate::planned::Planned::Known;
use crate::resource::Resource;
use crate::setting::Setting;

rule! { Error, AnyStack, ["ALL-4"] }

const DISK: &str = "what is on it is not encrypted";

/// What AWS does not encrypt by itself. Buckets, queues, tables of DynamoDB, secrets and log groups
/// always are. Source: AWS provider 5.100.0, the default of each argument. Of EBS, the default is a
/// setting of the account.
const SETTINGS: [Setting; 19] = [
    Setting::on(
        "aws_db_instance",
        "storage_encrypted",
        "false",
        "the instance's storage is not encrypted",
    ),
    Setting::on(
        "aws_rds_global_cluster",
        "storage_encrypted",
        "false",
        "the clusters' storage is not encrypted",
    ),
    Setting::on(
        "aws_docdb_cluster",
        "storage_encrypted",
        "false",
        "the cluster's storage is not encrypted",
    ),
    Setting::on(
        "aws_neptune_cluster",
        "storage_encrypted",
        "false",
        "the cluster's storage is not encrypted",
    ),
    Setting::on(
        "aws_redshift_cluster",
        "encrypted",
        "true",
        "the cluster's storage is not encrypted",
    ),
    Setting::on("aws_efs_file_system", "encrypted", "false", "its files are not encrypted"),
    Setting::on(
        "aws_elasticache_replication_group",
        "at_rest_encryption_enabled",
        "false",
        "its snapshots and swap are not encrypted",
    ),
    Setting::on(
        "aws_opensearch_domain",
        "encrypt_at_rest.0.enabled",
        "false",
        "its indexes are not encrypted",
    ),
    Setting::on(
        "aws_elasticsearch_domain",
        "encrypt_at_rest.0.enabled",
        "false",
        "its indexes are not encrypted",
    ),
    Setting::on(
        "aws_dax_cluster",
        "server_side_encryption.0.enabled",
        "false",
        "what it caches is not encrypted",
    ),
    Setting {
        kind: "aws_kinesis_stream",
        path: "encryption_type",
        default: Some("NONE"),
        is_right: |kind| kind == "KMS",
        otherwise: "its records are not encrypted",
    },
    Setting::on("aws_workspaces_workspace", "root_volume_encryption_enabled", "false", DISK),
    Setting::on("aws_workspaces_workspace", "user_volume_encryption_enabled", "false", DISK),
    disk("aws_spot_fleet_request", "launch_specification.#.root_block_device.#.encrypted"),
    disk("aws_spot_fleet_request", "launch_specification.#.ebs_block_device.#.encrypted"),
    disk("aws_ebs_volume", "encrypted"),
    disk("aws_instance", "root_block_device.#.encrypted"),
    disk("aws_instance", "ebs_block_device.#.encrypted"),
    disk("aws_launch_template", "block_device_mappings.#.ebs.#.encrypted"),
];

const fn disk(kind: &'static str, path: &'static str) -> Setting {
    Setting {
        kind,
        path,
        default: None,
        is_right: |encrypted| encrypted == "true",
        otherwise: DISK,
    }
}

fn check(check: &mut Check) {
    let always = check
        .all("aws_ebs_encryption_by_default")
        .any(|one| one.at("enabled").bool().or(true) == Known(true));
    for setting in SETTINGS {
        let by_default = always && setting.default.is_none();
        let setting =
            Setting { default: if by_default { Some("true") } else { setting.default }, ..setting };
        setting.check(check, decides_itself);
    }
}

/// Whether it decides about its own encryption: a copy of a snapshot and a replica are encrypted as
/// their source is, and Valkey encrypts by default.
fn decides_itself(resource: Resource) -> bool {
    let is_set = |argument: &str| resource.at(argument).value().is_set();
    match resource.kind() {
        "aws_db_instance" => {
            is_set("storage_encrypted")
                || !(is_set("replicate_source_db") || is_set("snapshot_identifier"))
        }
        "aws_rds_global_cluster" => !is_set("source_db_cluster_identifier"),
        "aws_elasticache_replication_group" => {
            // Encryption is that of the whole global datastore: ElastiCache API,
            // `GlobalReplicationGroup`.
            let is_member = is_set("global_replication_group_id");
            is_set("at_rest_encryption_enabled")
                || !is_member && resource.at("engine").string() != Known("valkey")
        }
        "aws_docdb_cluster" | "aws_neptune_cluster" => {
            is_set("storage_encrypted") || !is_set("snapshot_identifier")
        }
        _ => true,
    }
}
