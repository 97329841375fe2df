//! What both buckets have: a private, versioned bucket that Terraform can empty and destroy.

use crate::aws::{
    AwsS3Bucket, AwsS3BucketOwnershipControls, AwsS3BucketOwnershipControlsRule, AwsS3BucketPolicy,
    AwsS3BucketPublicAccessBlock, AwsS3BucketServerSideEncryptionConfiguration,
    AwsS3BucketServerSideEncryptionConfigurationRule,
    AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault as DefaultEncryption,
    AwsS3BucketVersioning, AwsS3BucketVersioningVersioningConfiguration,
};
use crate::naming::Kind;
use crate::policy::{self, Statement};
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, List, Module, meta};

/// A bucket that Terraform empties when it is destroyed, all versions included (ALL-3), or leaves
/// alone when it is protected (ALL-9).
pub fn bucket(
    module: &mut Module,
    label: &str,
    purpose: &str,
    protected: bool,
) -> Result<Handle<AwsS3Bucket>, DeclareError> {
    let name = name_of(Kind::S3Bucket, purpose);
    let bucket = module.resource(
        label,
        block!(AwsS3Bucket { bucket: &name, force_destroy: !protected, tags: tags(name) }),
    )?;
    own(module, label, &bucket)?;
    Ok(bucket)
}

/// No ACLs: the bucket's owner owns every object, those that AWS services deliver too.
/// Source: S3 User Guide, "Controlling ownership of objects and disabling ACLs for your bucket".
fn own(module: &mut Module, label: &str, bucket: &Handle<AwsS3Bucket>) -> Result<(), DeclareError> {
    let rule = block!(AwsS3BucketOwnershipControlsRule { object_ownership: "BucketOwnerEnforced" });
    module.resource(
        label,
        block!(AwsS3BucketOwnershipControls { bucket: bucket.id(), rule: rule }),
    )?;
    Ok(())
}

/// Keeps what is overwritten or deleted (ST-2).
pub fn version(
    module: &mut Module,
    label: &str,
    bucket: &Handle<AwsS3Bucket>,
) -> Result<Handle<AwsS3BucketVersioning>, DeclareError> {
    let configuration = block!(AwsS3BucketVersioningVersioningConfiguration { status: "Enabled" });
    module.resource(
        label,
        block!(AwsS3BucketVersioning {
            bucket: bucket.id(),
            versioning_configuration: configuration
        }),
    )
}

/// Encrypts every object (ST-3): with the key where one is given, and with a key of S3 (SSE-S3)
/// where not.
///
/// With a bucket key S3 asks KMS once for many objects: S3 User Guide, "Reducing the cost of
/// SSE-KMS".
pub fn encrypt(
    module: &mut Module,
    label: &str,
    bucket: &Handle<AwsS3Bucket>,
    key_arn: &Attr<String>,
) -> Result<Handle<AwsS3BucketServerSideEncryptionConfiguration>, DeclareError> {
    let with_kms = !matches!(key_arn, Attr::Unset);
    let default = block!(DefaultEncryption {
        sse_algorithm: if with_kms { "aws:kms" } else { "AES256" },
        kms_master_key_id: key_arn,
    });
    let rule = block!(AwsS3BucketServerSideEncryptionConfigurationRule {
        bucket_key_enabled: with_kms,
        apply_server_side_encryption_by_default: default,
    });
    module.resource(
        label,
        block!(AwsS3BucketServerSideEncryptionConfiguration { bucket: bucket.id(), rule: rule }),
    )
}

/// Forbids public access, then sets the policy: the other way round S3 could refuse one as the
/// other is being changed.
pub fn protect(
    module: &mut Module,
    label: &str,
    bucket: &Handle<AwsS3Bucket>,
    statements: impl IntoIterator<Item = Statement>,
) -> Result<Handle<AwsS3BucketPolicy>, DeclareError> {
    let access_block = block!(AwsS3BucketPublicAccessBlock {
        bucket: bucket.id(),
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
    });
    let access_block = module.resource(label, access_block)?;
    let tls_only = policy::deny_insecure_transport("s3", bucket_and_objects(bucket));
    let document =
        module.data(label, policy::document(statements.into_iter().chain([tls_only])))?;
    let bucket_policy = block!(AwsS3BucketPolicy { bucket: bucket.id(), policy: document.json() });
    module.resource_with(label, bucket_policy, meta().depends_on(&access_block))
}

fn bucket_and_objects(bucket: &Handle<AwsS3Bucket>) -> List<String> {
    [Attr::from(bucket.arn()), objects(bucket)].into()
}

/// Every object of a bucket.
pub fn objects(bucket: &Handle<AwsS3Bucket>) -> Attr<String> {
    terraform::text!(bucket.arn(), "/*")
}
