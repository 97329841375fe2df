//! Settings of Terraform's state.

use super::{BucketName, KeyPrefix, KmsKeyArn, Region};
use crate::naming::Suffix;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where Terraform keeps the state: an existing S3 bucket, always with a lock file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct S3Backend {
    /// The bucket. It is not part of the stack: a stack cannot hold its own state.
    pub bucket: BucketName,
    /// What the key starts with; left out, `paytf`.
    pub key_prefix: Option<KeyPrefix>,
    /// The bucket's region; left out, us-east-1.
    pub region: Option<Region>,
    /// The key that encrypts the state; left out, the bucket's own encryption.
    /// Source: Terraform, "Backend Type: s3", `kms_key_id`.
    pub kms_key_arn: Option<KmsKeyArn>,
}

impl S3Backend {
    /// The key of an environment's state, `payments/staging/terraform.tfstate`.
    pub fn key(&self, suffix: &Suffix) -> String {
        let prefix = self.key_prefix.as_ref().map_or("paytf", KeyPrefix::as_str);
        format!("{prefix}/{suffix}/terraform.tfstate")
    }

    /// The bucket's region.
    pub fn region(&self) -> &str {
        self.region.as_ref().map_or("us-east-1", Region::as_str)
    }
}
