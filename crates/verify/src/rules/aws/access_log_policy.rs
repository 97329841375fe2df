//! The bucket that a load balancer logs to has a policy that lets it write.
//!
//! ## Why
//!
//! When access logs are turned on, Elastic Load Balancing writes a test object. Without a bucket
//! policy for it, AWS answers `Access Denied for bucket … Please check S3bucket permission`, and
//! the load balancer is left half configured. An ACL does not help.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   bucket = "access-logs"
//! }
//!
//! resource "aws_lb" "payments" {
//!   access_logs {
//!     bucket  = aws_s3_bucket.logs.bucket
//!     enabled = true
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Give the bucket a policy that allows `s3:PutObject` to the log delivery service, and let the
//! load balancer depend on it.
//!
//! ```hcl
//! resource "aws_s3_bucket_policy" "logs" {
//!   bucket = aws_s3_bucket.logs.id
//!   policy = jsonencode({
//!     Version = "2012-10-17"
//!     Statement = [{
//!       Effect    = "Allow"
//!       Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
//!       Action    = "s3:PutObject"
//!       Resource  = "${aws_s3_bucket.logs.arn}/*"
//!     }]
//!   })
//! }
//! ```
//!
//! ## Source
//!
//! - [Enable access logs for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html)

use crate::access_logs::access_logs;
use crate::bucket::BucketSettings;
use crate::{Action, Check};

rule! { Error, AnyStack, ["ALL-7", "ALL-6"] }

fn check(check: &mut Check) {
    let policies = BucketSettings::of(check.inventory(), "aws_s3_bucket_policy");
    for (logs, bucket) in access_logs(check.inventory()) {
        // What exists already may have a policy from elsewhere.
        let is_new = bucket.actions().contains(&Action::Create);
        if is_new && policies.of_bucket(bucket).is_empty() && !bucket.at("policy").value().is_set()
        {
            check.fail(
                &logs,
                format!("{} has no policy that lets the load balancer write", bucket.address()),
            );
        } else {
            check.pass(&logs);
        }
    }
}
