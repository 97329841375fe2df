//! Every trail of CloudTrail records, and shows if someone changed the record.
//!
//! ## Why
//!
//! A trail that is switched off records nothing. Without validation nothing shows whether files
//! were changed or removed after they were delivered; without global services it leaves out what is
//! done with IAM and STS.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudtrail" "main" {
//!   name           = "main"
//!   s3_bucket_name = aws_s3_bucket.trail.id
//!   enable_logging = false
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `enable_logging` on, and set `enable_log_file_validation = true`.
//!
//! ```hcl
//! resource "aws_cloudtrail" "main" {
//!   name                       = "main"
//!   s3_bucket_name             = aws_s3_bucket.trail.id
//!   enable_log_file_validation = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Validating CloudTrail log file integrity](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html)
//! - [Resource: aws_cloudtrail](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail)

use crate::Check;
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-6"] }

fn check(check: &mut Check) {
    for trail in check.all("aws_cloudtrail") {
        expect_bool(
            check,
            trail,
            "enable_logging",
            true,
            "it is switched off: nothing is recorded",
        );
        expect_bool(
            check,
            trail,
            "enable_log_file_validation",
            false,
            "nothing shows whether someone changed what it recorded",
        );
        let global = trail.at("include_global_service_events");
        check.expect(
            &global,
            global.bool().or(true),
            "what is done with IAM and STS is not recorded",
        );
    }
}

fn expect_bool<'a>(
    check: &mut Check<'a>,
    trail: Resource<'a>,
    argument: &str,
    default: bool,
    otherwise: &str,
) {
    let place = trail.at(argument);
    check.expect(&place, place.bool().or(default), otherwise);
}
