//! What holds data about payments is encrypted with a customer managed key.
//!
//! ## Why
//!
//! The policy of a customer managed key says who may use it, CloudTrail records its use, and
//! disabling it makes the data unreadable at once. AWS's own keys offer none of this: everyone in
//! the account who may read the resource may use the key.
//!
//! Buckets that are encrypted with S3's own key (AES256) are ignored: load balancers can deliver
//! their logs to no other.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine            = "aurora-postgresql"
//!   storage_encrypted = true
//! }
//! ```
//!
//! ## Fix
//!
//! Name a customer managed key.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine            = "aurora-postgresql"
//!   storage_encrypted = true
//!   kms_key_id        = aws_kms_key.data.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS KMS keys: customer managed and AWS managed](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html)

use crate::Check;
use crate::key::KeyOf;
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-4", "ST-3"] }

/// What holds payments or tells of them, and the argument that names its key.
const ARGUMENTS: [(&str, &str); 10] = [
    ("aws_rds_cluster", "kms_key_id"),
    ("aws_rds_cluster", "master_user_secret_kms_key_id"),
    ("aws_rds_cluster", "performance_insights_kms_key_id"),
    ("aws_db_instance", "kms_key_id"),
    ("aws_cloudwatch_log_group", "kms_key_id"),
    ("aws_sns_topic", "kms_master_key_id"),
    ("aws_sqs_queue", "kms_master_key_id"),
    ("aws_lambda_function", "kms_key_arn"),
    ("aws_secretsmanager_secret", "kms_key_id"),
    (
        "aws_s3_bucket_server_side_encryption_configuration",
        "rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id",
    ),
];

fn check(check: &mut Check) {
    for (kind, argument) in ARGUMENTS {
        for resource in check.all(kind).filter(|resource| concerns(*resource, argument)) {
            let place = resource.at(argument);
            match KeyOf::at(&place) {
                KeyOf::Own(_) => check.pass(&place),
                KeyOf::None => check.fail(
                    &place,
                    "is not encrypted with a customer managed key, whose use can be controlled \
                     and audited",
                ),
                KeyOf::Aws(alias) => check.fail(
                    &place,
                    format!("{alias} is an AWS managed key, whose use cannot be restricted"),
                ),
                KeyOf::Elsewhere(reason) => check.unknown(&place, reason),
            }
        }
    }
}

/// Logs that services deliver have to be encrypted with the key of S3 itself, and insights that are
/// off have none.
fn concerns(resource: Resource, argument: &str) -> bool {
    let algorithm = resource.at("rule.0.apply_server_side_encryption_by_default.0.sse_algorithm");
    let has_insights = resource.at("performance_insights_enabled").bool() == Known(true);
    algorithm.string() != Known("AES256")
        && (has_insights || !argument.starts_with("performance_insights"))
}
