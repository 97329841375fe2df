//! A registry scans every image, and its tags are immutable.
//!
//! ## Why
//!
//! If a tag can be moved, whoever may push can change what runs, past every review. Scanning at
//! each push finds the known faults of an image before it runs. Without a lifecycle policy a
//! repository grows without end, and old images with known faults can still be started.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecr_repository" "app" {
//!   name = "app"
//! }
//! ```
//!
//! ## Fix
//!
//! Scan on push, make tags immutable, and expire what is no longer used.
//!
//! ```hcl
//! resource "aws_ecr_repository" "app" {
//!   image_tag_mutability = "IMMUTABLE"
//!
//!   image_scanning_configuration {
//!     scan_on_push = true
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Image scanning](https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html)
//! - [Security Hub controls ECR.1, ECR.2 and ECR.3](https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html)

use crate::Check;
use crate::setting::Setting;

rule! { Warning, AnyStack, ["APP-1"] }

const SETTINGS: [Setting; 2] = [
    Setting {
        kind: "aws_ecr_repository",
        path: "image_tag_mutability",
        default: Some("MUTABLE"),
        is_right: |tags| tags.starts_with("IMMUTABLE"),
        otherwise: "a tag can be moved to another image",
    },
    Setting::on(
        "aws_ecr_repository",
        "image_scanning_configuration.0.scan_on_push",
        "false",
        "pushed images are not scanned",
    ),
];

fn check(check: &mut Check) {
    // The registry may scan for all of its repositories.
    let is_scanned = check.all("aws_ecr_registry_scanning_configuration").next().is_some();
    for setting in SETTINGS {
        if !(is_scanned && setting.path.starts_with("image_scanning")) {
            setting.check(check, |_| true);
        }
    }
    for repository in check.all("aws_ecr_repository") {
        match check.inventory().proven_referrers(
            repository,
            "aws_ecr_lifecycle_policy",
            "repository",
        ) {
            Ok(policies) if policies.is_empty() => {
                check.fail(&repository.root(), "no lifecycle policy lets old images go")
            }
            Ok(_) => check.pass(&repository.root()),
            Err(reason) => check.unknown(&repository.root(), reason),
        }
    }
}
