//! An engine runs on a version that AWS still supports without extra charge.
//!
//! ## Why
//!
//! Behind the end of standard support AWS fixes only the worst faults, at an extra charge for each
//! hour, and in the end upgrades the engine by itself, in the middle of your day. The dates are
//! those of the release calendars of the services (`data/versions.toml`, with the day on which they
//! were read), held against the day when the plan was made. A version that is not in the table is
//! unknown.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_eks_cluster" "payments" {
//!   version = "1.32"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Upgrade to a version in standard support; for a database, plan the upgrade with a blue/green
//! deployment.
//!
//! ```hcl
//! resource "aws_eks_cluster" "payments" {
//!   version = "1.35"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control EKS.2](https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html)
//! - [Understand the Kubernetes version lifecycle on EKS](https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html)
//! - [Using Amazon RDS Extended Support](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html)

use crate::Check;
use crate::aws::versions::{Support, Version, as_of};
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["ALL-7"] }

fn check(check: &mut Check) {
    for version in Version::all(check.inventory()) {
        let (place, name) = (&version.place, version.product_name());
        let written = place.string().known().unwrap_or_default();
        match version.support() {
            Known(Support::Unlisted) => check
                .unknown(place, format_args!("the table of {} has no {name} {written}", as_of())),
            // `aws-engine-version` says more of what is refused.
            support => check.judge(place, support, |support| match support {
                Support::Ended(since) => {
                    Some(format!("standard support of {name} {written} has ended on {since}"))
                }
                _ => None,
            }),
        }
    }
}
