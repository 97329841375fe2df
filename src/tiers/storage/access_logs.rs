//! The bucket to which the load balancer and S3 deliver their access logs, and CloudTrail its
//! files.
//!
//! It is encrypted with a key of S3: "The only server-side encryption option that's supported is
//! Amazon S3-managed keys" (User Guide for Application Load Balancers, "Enable access logs for your
//! Application Load Balancer").

use super::{Inputs, Storage, bucket};
use crate::aws::{
    AwsS3Bucket, AwsS3BucketLifecycleConfiguration, AwsS3BucketLifecycleConfigurationRule as Rule,
    AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload as AbortUpload,
    AwsS3BucketLifecycleConfigurationRuleExpiration as Expiration,
    AwsS3BucketLifecycleConfigurationRuleFilter as Filter,
    AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration as NoncurrentExpiration,
    AwsS3BucketPolicy,
};
use crate::policy::actions::s3;
use crate::policy::{Statement, allow};
use crate::tiers::{CLOUDTRAIL, trail_arn};
use terraform::tf::{Attr, DeclareError, Handle, Module, meta};
use terraform::{block, text};

const LABEL: &str = "access_logs";

/// Where S3 puts the access logs of the transaction-log bucket.
pub const S3_PREFIX: &str = "s3/";

/// Where CloudTrail puts its files.
pub const TRAIL_PREFIX: &str = "cloudtrail";

/// Days for which a deleted or overwritten log can be brought back, and after which a broken-off
/// upload is removed.
const RECOVERY_DAYS: u32 = 7;

/// The bucket and the policy without which nothing can be delivered to it.
pub struct AccessLogs {
    pub bucket: Handle<AwsS3Bucket>,
    pub policy: Handle<AwsS3BucketPolicy>,
}

/// The bucket; whoever delivers to it waits for its policy.
pub fn declare(
    module: &mut Module,
    var: &Inputs,
    tier: &Storage,
    source: &Handle<AwsS3Bucket>,
) -> Result<AccessLogs, DeclareError> {
    let bucket = bucket::bucket(module, LABEL, "access-logs", tier.lock_days.is_some())?;
    let encryption = bucket::encrypt(module, LABEL, &bucket, &Attr::Unset)?;
    let versioning = bucket::version(module, LABEL, &bucket)?;
    let mut deliveries = vec![load_balancer(var, &bucket), server_access(var, &bucket, source)];
    if tier.data_events {
        deliveries.extend(trail(var, &bucket));
    }
    let policy = bucket::protect(module, LABEL, &bucket, deliveries)?;
    let lifecycle = block!(AwsS3BucketLifecycleConfiguration {
        bucket: bucket.id(),
        rule: ends(tier.access_log_days)
    });
    module.resource_with(LABEL, lifecycle, meta().depends_on(&versioning))?;
    module.output_depends_on("access_log_bucket", &encryption);
    module.output_depends_on("access_log_bucket", &policy);
    Ok(AccessLogs { bucket, policy })
}

/// Access and connection logs of the load balancers of this account, under whatever prefix they are
/// given.
///
/// The service principal took the place of the account of each region (127311923021 here), which is
/// now legacy. Source: User Guide for Application Load Balancers, "Enable access logs for your
/// Application Load Balancer", step 2.
fn load_balancer(var: &Inputs, bucket: &Handle<AwsS3Bucket>) -> Statement {
    allow("LoadBalancerLogs", [s3::PUT_OBJECT])
        .to_service("logdelivery.elasticloadbalancing.amazonaws.com")
        .on([text!(bucket.arn(), "/*/AWSLogs/", &var.account_id, "/*")])
}

/// Source: S3 User Guide, "Enabling Amazon S3 server access logging", "Permissions for log
/// delivery".
fn server_access(
    var: &Inputs,
    bucket: &Handle<AwsS3Bucket>,
    source: &Handle<AwsS3Bucket>,
) -> Statement {
    allow("S3ServerAccessLogs", [s3::PUT_OBJECT])
        .to_service("logging.s3.amazonaws.com")
        .on([text!(bucket.arn(), "/", S3_PREFIX, "*")])
        .from_account(&var.account_id)
        .when("ArnLike", "aws:SourceArn", [source.arn()])
}

/// The files of the trail.
///
/// Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
fn trail(var: &Inputs, bucket: &Handle<AwsS3Bucket>) -> [Statement; 2] {
    let from_trail = |statement: Statement| {
        statement.to_service(CLOUDTRAIL).when("StringEquals", "aws:SourceArn", [trail_arn()])
    };
    let files = text!(bucket.arn(), "/", TRAIL_PREFIX, "/AWSLogs/", &var.account_id, "/*");
    [
        from_trail(allow("CloudTrailReadsAcl", [s3::GET_BUCKET_ACL]).on([bucket.arn()])),
        from_trail(allow("CloudTrailFiles", [s3::PUT_OBJECT]).on([files])).when(
            "StringEquals",
            "s3:x-amz-acl",
            ["bucket-owner-full-control"],
        ),
    ]
}

fn ends(days: u32) -> Rule {
    block!(Rule {
        id: "access-logs",
        status: "Enabled",
        filter: Filter::default(),
        expiration: block!(Expiration { days: days }),
        noncurrent_version_expiration: block!(NoncurrentExpiration {
            noncurrent_days: RECOVERY_DAYS
        }),
        abort_incomplete_multipart_upload: block!(AbortUpload {
            days_after_initiation: RECOVERY_DAYS
        }),
    })
}
