//! The policy of the S3 endpoint lets the layers of images through.
//!
//! ## Why
//!
//! ECR keeps the layers of images in an S3 bucket of AWS's. A gateway endpoint whose policy names
//! only your own buckets blocks every pull of an image, and the service can no longer start tasks:
//! neither at the first deployment, nor when tasks are replaced after the loss of a zone.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["s3:GetObject", "s3:PutObject"]
//!   resources = ["${aws_s3_bucket.logs.arn}/*"]
//!
//!   principals {
//!     type        = "*"
//!     identifiers = ["*"]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Allow `s3:GetObject` on `arn:aws:s3:::prod-<region>-starport-layer-bucket/*` as well.
//!
//! ```hcl
//! statement {
//!   actions   = ["s3:GetObject"]
//!   resources = ["arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"]
//!
//!   principals {
//!     type        = "*"
//!     identifiers = ["*"]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECR interface VPC endpoints: minimum Amazon S3 bucket permissions](https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html)

use wildmatch::WildMatch;

use crate::policy::{Policy, Role};
use crate::{Check, Inventory};

rule! { Error, AnyStack, ["APP-1", "NET-1"] }

fn check(check: &mut Check) {
    if !pulls_images(check.inventory()) {
        return;
    }
    for policy in check.policies().iter().filter(|policy| policy.role == Role::Endpoint) {
        let service =
            policy.place.resource().at("service_name").string().known().unwrap_or_default();
        if let Some(region) =
            service.strip_prefix("com.amazonaws.").and_then(|rest| rest.strip_suffix(".s3"))
        {
            let layers = format!("arn:aws:s3:::prod-{region}-starport-layer-bucket");
            match () {
                () if lets_read(policy, &layers) => check.pass(&policy.place),
                () if !policy.is_complete() => check.unknown(&policy.place, policy.reason()),
                () => check.fail(
                    &policy.place,
                    format_args!("no image can be pulled: {layers}/* cannot be read"),
                ),
            }
        }
    }
}

/// Whether images come from ECR.
fn pulls_images(inventory: &Inventory) -> bool {
    let mut endpoints = inventory
        .all("aws_vpc_endpoint")
        .filter_map(|endpoint| endpoint.at("service_name").string().known());
    endpoints.any(|service| service.ends_with(".ecr.dkr"))
        || inventory.all("aws_ecr_repository").next().is_some()
}

fn lets_read(policy: &Policy, layers: &str) -> bool {
    let object = format!("{layers}/sha256");
    policy
        .statements
        .iter()
        .filter(|statement| statement.may_allow() && statement.includes("s3:GetObject"))
        .any(|statement| {
            statement
                .resources
                .iter()
                .filter_map(|term| term.text.as_deref())
                .any(|text| WildMatch::new(text).matches(&object))
        })
}
