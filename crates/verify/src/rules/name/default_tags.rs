//! Every resource has the default tags of its environment.
//!
//! ## Why
//!
//! Cost, clean-up, drills and the question "whose is this" all go by `Project`, `Environment`,
//! `ManagedBy` and `DataClass`. None of these find a resource without them.
//!
//! ## Example
//!
//! ```hcl
//! provider "aws" {
//!   region = "us-east-1"
//! }
//! ```
//!
//! ## Fix
//!
//! Set the tags once, as the provider's default tags.
//!
//! ```hcl
//! provider "aws" {
//!   region = "us-east-1"
//!
//!   default_tags {
//!     tags = {
//!       Project     = "payments"
//!       Environment = "prod"
//!       ManagedBy   = "terraform"
//!       DataClass   = "payment"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS provider: default_tags](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block)
//! - [Tagging your AWS resources](https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html)

use super::names::{has_tags, suffix};
use crate::Check;

rule! { Warning, Paytf, ["ALL-2"] }

/// What every resource is found, billed and handled by.
const TAGS: [&str; 4] = ["Project", "Environment", "ManagedBy", "DataClass"];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let suffix = suffix(inventory).unwrap_or_default();
    for resource in inventory.resources().filter(|resource| has_tags(*resource)) {
        let tags = resource.at("tags_all");
        let missing = TAGS.into_iter().find(|tag| !tags.at(tag).value().is_set());
        let environment = tags.at("Environment");
        match missing {
            Some(tag) => check.fail(&tags, format!("the tag {tag} is missing")),
            None => {
                let is_own = environment.string().map(|own| own == suffix);
                check.expect(
                    &environment,
                    is_own,
                    format!("everything else belongs to the environment {suffix}"),
                );
            }
        }
    }
}
