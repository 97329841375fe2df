//! The bucket that an application load balancer logs to is encrypted with SSE-S3.
//!
//! ## Why
//!
//! Application Load Balancers can deliver their logs only to buckets that are encrypted with S3's
//! own keys. With a KMS key AWS answers `Access Denied for bucket` when the logs are turned on, or
//! drops them if the key is set later. Scanners that ask for a customer key on every bucket are
//! wrong about this one.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
//!   bucket = aws_s3_bucket.access_logs.id
//!
//!   rule {
//!     apply_server_side_encryption_by_default {
//!       sse_algorithm     = "aws:kms"
//!       kms_master_key_id = aws_kms_key.logs.arn
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `sse_algorithm = "AES256"` on the bucket of the access logs.
//!
//! ```hcl
//! resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
//!   bucket = aws_s3_bucket.access_logs.id
//!
//!   rule {
//!     apply_server_side_encryption_by_default {
//!       sse_algorithm = "AES256"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Enable access logs for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html)

use crate::access_logs::access_logs;
use crate::aws::balancing::is_application;
use crate::bucket::BucketSettings;
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "ALL-6"] }

fn check(check: &mut Check) {
    let encryptions =
        BucketSettings::of(check.inventory(), "aws_s3_bucket_server_side_encryption_configuration");
    for (logs, bucket) in access_logs(check.inventory()) {
        if !is_application(logs.resource()) {
            continue;
        }
        let by_key = encryptions.of_bucket(bucket).into_iter().chain([bucket]).any(is_by_key);
        let otherwise = || {
            format!(
                "{} is encrypted with a KMS key, and load balancers deliver to SSE-S3 only",
                bucket.address()
            )
        };
        if by_key { check.fail(&logs, otherwise()) } else { check.pass(&logs) }
    }
}

/// A configuration of its own, or the old blocks within the bucket.
fn is_by_key(encryption: Resource) -> bool {
    let inline = encryption.at("server_side_encryption_configuration.0.rule").items();
    let rules = encryption.at("rule").items().into_iter().chain(inline);
    let algorithm = |rule: AttributePath| {
        rule.at("apply_server_side_encryption_by_default.0.sse_algorithm")
            .string()
            .known()
            .map(str::to_owned)
    };
    rules.filter_map(algorithm).any(|algorithm| algorithm.starts_with("aws:kms"))
}
