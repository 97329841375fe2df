//! The secrets of a Kubernetes cluster are encrypted with a customer managed key.
//!
//! ## Why
//!
//! Without `encryption_config` the secrets that a cluster keeps are encrypted with a key that AWS
//! owns: nobody can see or stop its use. With a customer managed key, whoever reads the secrets
//! also needs the key, and CloudTrail shows it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   name = "payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Name a key for `secrets` in `encryption_config`.
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   encryption_config {
//!     resources = ["secrets"]
//!     provider {
//!       key_arn = aws_kms_key.cluster.arn
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Encrypt Kubernetes secrets with KMS](https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html)
//! - [Security Hub control EKS.3](https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html)

use crate::Check;
use crate::setting::Setting;

rule! { Warning, AnyStack, ["ALL-4"] }

const SETTINGS: [Setting; 1] = [Setting {
    kind: "aws_eks_cluster",
    path: "encryption_config.0.resources",
    default: Some("[]"),
    is_right: |resources| resources.contains("\"secrets\""),
    otherwise: "its secrets are encrypted with a key that AWS owns",
}];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |_| true);
    }
}
