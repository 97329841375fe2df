//! What a plan destroys is emptied first.
//!
//! ## Why
//!
//! `BucketNotEmpty: The bucket you tried to delete is not empty. You must delete all versions in
//! the bucket`: buckets, repositories, backup vaults and zones are deleted only when nothing is in
//! them. With `force_destroy` or `force_delete` Terraform empties them; it reads that from the
//! state, so that setting it needs an apply before the destroy.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   # in the state, and taken out of the configuration
//!   force_destroy = false
//! }
//! ```
//!
//! ## Fix
//!
//! Set the argument and apply before you destroy, or empty it by hand, with all versions.
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   force_destroy = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Deleting a bucket](https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html)
//! - [aws_s3_bucket, force_destroy](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket)

use super::emptied::EMPTIED;
use crate::Check;

rule! { Warning, AnyStack, ["ALL-3"] }

fn check(check: &mut Check) {
    for (kind, argument) in EMPTIED {
        for resource in check.inventory().destroyed(kind) {
            let force = resource.at(argument);
            check.expect(
                &force,
                force.bool(),
                "is to be destroyed, which AWS refuses unless somebody has emptied it",
            );
        }
    }
}
