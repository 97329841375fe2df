//! Every bucket of the stack says when objects, old versions and incomplete uploads expire.
//!
//! ## Why
//!
//! Transaction logs are kept for as long as the law requires, and not forever (ST-2). In a
//! versioned bucket, expiration only hides an object: the versions need an expiration of their own.
//! Incomplete uploads are stored and paid for, and no listing shows them.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "main" {
//!   rule {
//!     expiration {
//!       days = 400
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Add `expiration`, `noncurrent_version_expiration` and `abort_incomplete_multipart_upload` to an
//! enabled rule.
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "main" {
//!   rule {
//!     expiration {
//!       days = 400
//!     }
//!
//!     noncurrent_version_expiration {
//!       noncurrent_days = 90
//!     }
//!
//!     abort_incomplete_multipart_upload {
//!       days_after_initiation = 7
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Lifecycle configuration elements](https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html)
//! - [Configuring a bucket lifecycle to delete incomplete multipart uploads](https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html)

use crate::Check;
use crate::Planned::Known;
use crate::bucket::BucketSettings;

rule! { Warning, Paytf, ["ST-2"] }

fn check(check: &mut Check) {
    let lifecycles = BucketSettings::of(check.inventory(), "aws_s3_bucket_lifecycle_configuration");
    for bucket in check.all("aws_s3_bucket") {
        let settings = lifecycles.of_bucket(bucket);
        let rules = settings.iter().flat_map(|setting| setting.at("rule").items());
        let enabled: Vec<_> =
            rules.filter(|rule| rule.at("status").string() == Known("Enabled")).collect();
        let has =
            |argument: &str| Known(enabled.iter().any(|rule| rule.at(argument).value().is_set()));
        let name = bucket.at("bucket");
        check.expect(&name, has("expiration.0.days"), "keeps its objects forever");
        let old_versions = has("noncurrent_version_expiration.0.noncurrent_days");
        check.expect(&name, old_versions, "keeps overwritten versions forever");
        let broken_off = has("abort_incomplete_multipart_upload.0.days_after_initiation");
        check.expect(&name, broken_off, "keeps the parts of uploads that were never finished");
    }
}
