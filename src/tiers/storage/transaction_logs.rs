//! The bucket to which payment tasks write transaction logs (ST-1, ST-2, ST-3).

use super::access_logs::{AccessLogs, S3_PREFIX};
use super::{Inputs, bucket};
use crate::aws::{
    AwsS3Bucket, AwsS3BucketLifecycleConfiguration, AwsS3BucketLifecycleConfigurationRule as Rule,
    AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload as AbortUpload,
    AwsS3BucketLifecycleConfigurationRuleExpiration as Expiration,
    AwsS3BucketLifecycleConfigurationRuleFilter as Filter,
    AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration as NoncurrentExpiration,
    AwsS3BucketLifecycleConfigurationRuleTransition as Transition, AwsS3BucketLogging,
    AwsS3BucketObjectLockConfiguration, AwsS3BucketObjectLockConfigurationRule,
    AwsS3BucketObjectLockConfigurationRuleDefaultRetention,
};
use crate::config::Lifecycle;
use crate::policy::actions::s3;
use crate::policy::{self, Statement};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module, meta};

const LABEL: &str = "transaction_logs";

/// The bucket, encrypted with the key of payment data. Whoever writes to it waits until all of that
/// is in force.
pub fn declare(
    module: &mut Module,
    var: &Inputs,
    lifecycle: &Lifecycle,
    lock_days: Option<u32>,
) -> Result<Handle<AwsS3Bucket>, DeclareError> {
    let bucket = bucket::bucket(module, LABEL, "transaction-logs", lock_days.is_some())?;
    let encryption = bucket::encrypt(module, LABEL, &bucket, &var.data_key_arn)?;
    let versioning = bucket::version(module, LABEL, &bucket)?;
    let policy = bucket::protect(module, LABEL, &bucket, other_encryption(var, &bucket))?;
    let rules = vec![moves_and_ends(lifecycle), clears_delete_markers()];
    // S3 User Guide, "Setting a lifecycle configuration": rules on noncurrent versions need
    // versioning first.
    let configuration =
        block!(AwsS3BucketLifecycleConfiguration { bucket: bucket.id(), rule: rules });
    module.resource_with(LABEL, configuration, meta().depends_on(&versioning))?;
    if let Some(days) = lock_days {
        let lock =
            module.resource_with(LABEL, lock(&bucket, days), meta().depends_on(&versioning))?;
        module.output_depends_on("transaction_log_bucket", &lock);
    }
    module.output_depends_on("transaction_log_bucket", &encryption);
    module.output_depends_on("transaction_log_bucket", &versioning);
    module.output_depends_on("transaction_log_bucket", &policy);
    Ok(bucket)
}

/// Nobody changes or deletes a record of a payment before its time (ALL-9): PCI DSS 10.3. In
/// governance mode, so that who has the right to bypass it can take the stack down on purpose. A
/// bucket that has it keeps it forever. Source: S3 User Guide, "Configuring S3 Object Lock",
/// "Considerations for using Object Lock".
fn lock(bucket: &Handle<AwsS3Bucket>, days: u32) -> AwsS3BucketObjectLockConfiguration {
    let retention = block!(AwsS3BucketObjectLockConfigurationRuleDefaultRetention {
        mode: "GOVERNANCE",
        days: days
    });
    block!(AwsS3BucketObjectLockConfiguration {
        bucket: bucket.id(),
        object_lock_enabled: "Enabled",
        rule: block!(AwsS3BucketObjectLockConfigurationRule { default_retention: retention }),
    })
}

/// Records every request to the bucket in the bucket of access logs, whose policy must permit it by
/// then.
pub fn log_access(
    module: &mut Module,
    bucket: &Handle<AwsS3Bucket>,
    to: &AccessLogs,
) -> Result<(), DeclareError> {
    let logging = block!(AwsS3BucketLogging {
        bucket: bucket.id(),
        target_bucket: to.bucket.id(),
        target_prefix: S3_PREFIX
    });
    module.resource_with(LABEL, logging, meta().depends_on(&to.policy))?;
    Ok(())
}

/// A write that names an encryption must name that of the bucket; one that names none gets it.
/// Source: S3 User Guide, "Using server-side encryption with AWS KMS keys", "Requiring and
/// enforcing SSE-KMS".
fn other_encryption(var: &Inputs, bucket: &Handle<AwsS3Bucket>) -> [Statement; 2] {
    const ALGORITHM: &str = "s3:x-amz-server-side-encryption";
    const KEY: &str = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    // S3 refuses a condition key that does not fit the actions; the page above has these keys with
    // `s3:PutObject` only.
    let deny = |sid, key| {
        policy::deny(sid, [s3::PUT_OBJECT]).to_principals(["*"]).on([bucket::objects(bucket)]).when(
            "Null",
            key,
            ["false"],
        )
    };
    [
        deny("DenyOtherAlgorithm", ALGORITHM).when("StringNotEquals", ALGORITHM, ["aws:kms"]),
        deny("DenyOtherKey", KEY).when("StringNotEquals", KEY, [var.data_key_arn.clone()]),
    ]
}

fn moves_and_ends(lifecycle: &Lifecycle) -> Rule {
    block!(Rule {
        id: "transaction-logs",
        status: "Enabled",
        filter: Filter::default(),
        transition: transitions(lifecycle),
        expiration: block!(Expiration { days: lifecycle.expire_days.get() }),
        noncurrent_version_expiration: block!(NoncurrentExpiration {
            noncurrent_days: lifecycle.noncurrent_days.get()
        }),
        abort_incomplete_multipart_upload: block!(AbortUpload {
            days_after_initiation: lifecycle.abort_multipart_days.get()
        }),
    })
}

fn transitions(lifecycle: &Lifecycle) -> Vec<Transition> {
    let moves = lifecycle.steps().filter_map(|(_, class, days)| Some((class?, days)));
    moves.map(|(class, days)| block!(Transition { days: days, storage_class: class })).collect()
}

/// Removes a delete marker once no older version is left; S3 takes this only in an expiration
/// without days.
fn clears_delete_markers() -> Rule {
    block!(Rule {
        id: "expired-delete-markers",
        status: "Enabled",
        filter: Filter::default(),
        expiration: block!(Expiration { expired_object_delete_marker: true }),
    })
}
