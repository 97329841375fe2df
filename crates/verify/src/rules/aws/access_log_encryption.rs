use super::access_logs::access_logs;
use crate::Planned::Known;
use crate::bucket::BucketSettings;
use crate::{Applies, Check, Place, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-access-log-encryption",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "ALL-6"],
    page: include_str!("../../../docs/rules/aws-access-log-encryption.md"),
    check,
};

fn check(check: &mut Check) {
    let encryptions = BucketSettings::of(check.inventory(), "aws_s3_bucket_server_side_encryption_configuration");
    for (logs, bucket) in access_logs(check.inventory()) {
        if logs.resource().at("load_balancer_type").text().or("application") != Known("application") {
            continue;
        }
        let by_key = encryptions.of_bucket(bucket).into_iter().chain([bucket]).any(is_by_key);
        let otherwise =
            || format!("{} is encrypted with a KMS key, and load balancers deliver to SSE-S3 only", bucket.address());
        if by_key { check.fail(&logs, otherwise()) } else { check.pass(&logs) }
    }
}

/// A configuration of its own, or the old blocks within the bucket.
fn is_by_key(encryption: Resource) -> bool {
    let inline = encryption.at("server_side_encryption_configuration.0.rule").items();
    let rules = encryption.at("rule").items().into_iter().chain(inline);
    let algorithm = |rule: Place| {
        rule.at("apply_server_side_encryption_by_default.0.sse_algorithm").text().known().map(str::to_owned)
    };
    rules.filter_map(algorithm).any(|algorithm| algorithm.starts_with("aws:kms"))
}
