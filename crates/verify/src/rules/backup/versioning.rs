//! A bucket keeps the versions of what is overwritten or deleted.
//!
//! ## Why
//!
//! S3 stores an object in three zones, but a delete or an overwrite, by mistake or by malice,
//! reaches all of them at once. With versioning the former object is still there. Buckets to which
//! only services write their own logs are ignored, unless they have versioning configured.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "documents" {
//!   bucket = "documents"
//! }
//! ```
//!
//! ## Fix
//!
//! Add an `aws_s3_bucket_versioning` with `status = "Enabled"`.
//!
//! ```hcl
//! resource "aws_s3_bucket_versioning" "documents" {
//!   bucket = aws_s3_bucket.documents.id
//!
//!   versioning_configuration {
//!     status = "Enabled"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Retaining multiple versions of objects with S3 Versioning](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html)
//! - [S3.14, versioning](https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14)

use crate::bucket::BucketSettings;
use crate::{AttributePath, Check, Resource};

rule! { Warning, AnyStack, ["ST-2"] }

/// Arguments by which a service is configured to write its logs to a bucket: such a bucket holds
/// nothing that could be overwritten.
const LOGS: [(&str, &str); 7] = [
    ("aws_cloudfront_distribution", "logging_config.0.bucket"),
    ("aws_cloudtrail", "s3_bucket_name"),
    ("aws_config_delivery_channel", "s3_bucket_name"),
    ("aws_flow_log", "log_destination"),
    ("aws_kinesis_firehose_delivery_stream", "extended_s3_configuration.0.bucket_arn"),
    ("aws_s3_bucket_logging", "target_bucket"),
    ("aws_wafv2_web_acl_logging_configuration", "log_destination_configs"),
];
const BALANCERS: [(&str, &str); 3] = [
    ("aws_elb", "access_logs.0.bucket"),
    ("aws_lb", "access_logs.0.bucket"),
    ("aws_lb", "connection_logs.0.bucket"),
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let versionings = BucketSettings::of(inventory, "aws_s3_bucket_versioning");
    for bucket in check.all("aws_s3_bucket") {
        let writers = || LOGS.into_iter().chain(BALANCERS);
        let is_for_logs = writers()
            .any(|(kind, argument)| !inventory.referrers(bucket, kind, argument).is_empty());
        let settings = versionings.of_bucket(bucket);
        let inline = bucket.at("versioning.0.enabled");
        match settings.first().map(|versioning| versioning.at("versioning_configuration.0.status"))
        {
            Some(status) => {
                let enabled = status.string().map(|status| status == "Enabled");
                check.expect(&status, enabled, "what is overwritten or deleted is gone");
            }
            None if is_for_logs && !inline.value().is_set() => {}
            None => {
                let open = || writers().find_map(|(kind, path)| nobody_knows(bucket, kind, path));
                match if inline.value().is_set() { None } else { open() } {
                    Some(reason) => check.unknown(&inline, reason),
                    None => check.expect(
                        &inline,
                        inline.bool(),
                        "what is overwritten or deleted is gone",
                    ),
                }
            }
        }
    }
}

/// Why something of a type may write its logs to a bucket.
fn nobody_knows(bucket: Resource, kind: &str, path: &str) -> Option<String> {
    let inventory = bucket.inventory();
    // Of what a `dynamic` block refers to, a plan shows nothing.
    let hidden = || {
        let mut places = inventory.all(kind).map(|writer| writer.at(path));
        let is_hidden = |place: &AttributePath| place.has_unknown() && !place.expression.is_set();
        let hidden = places.find(|place| path.contains('.') && is_hidden(place))?;
        Some(hidden.known_later())
    };
    inventory.proven_referrers(bucket, kind, path).err().or_else(hidden)
}
