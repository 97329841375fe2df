//! Buckets, repositories and vaults of the stack can be destroyed with what is in them.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed (ALL-3). A versioned bucket is never empty once
//! the stack has run, and a repository holds the images; AWS deletes neither unless Terraform
//! empties it first.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "transaction_logs" {
//!   bucket = "s3-transaction-logs-123456789012-prod"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `force_destroy = true`, for a repository `force_delete = true`.
//!
//! ```hcl
//! resource "aws_s3_bucket" "transaction_logs" {
//!   bucket        = "s3-transaction-logs-123456789012-prod"
//!   force_destroy = true
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_s3_bucket, force_destroy](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket)
//! - [aws_ecr_repository, force_delete](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository)

use super::emptied::EMPTIED;
use crate::Check;

rule! { Error, Paytf, ["ALL-3"] }

fn check(check: &mut Check) {
    // Then destroy-half-protected asks for the contrary.
    if check.inventory().is_protected() {
        return;
    }
    for (kind, argument) in EMPTIED {
        for resource in check.all(kind) {
            let force = resource.at(argument);
            check.expect(&force, force.bool(), "cannot be destroyed once something is in it");
        }
    }
}
