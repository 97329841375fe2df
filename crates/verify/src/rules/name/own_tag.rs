//! A resource sets the tag Name and no other.
//!
//! ## Why
//!
//! A tag that a resource sets beside the provider's default tags is a second place for the same
//! fact; the two drift apart, and older versions of the provider showed a difference in every plan.
//! Only `Name` belongs to each resource: the console shows it, and for resources without a name it
//! is the name.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block = "10.0.0.0/16"
//!
//!   tags = {
//!     Environment = "prod"
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Leave all tags but `Name` to `default_tags`.
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block = "10.0.0.0/16"
//!
//!   tags = {
//!     Name = "vpc-prod"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS provider: default_tags](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block)

use super::names::{has_tags, tag};
use crate::Check;
use crate::planned::Planned::Known;

rule! { Warning, Paytf, ["ALL-2"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for resource in inventory.resources().filter(|resource| has_tags(*resource)) {
        let tags = resource.at("tags");
        let other = tags.entries().into_iter().find(|(key, _)| *key != "Name");
        let name = tag(resource, "Name");
        match other {
            Some((key, place)) => {
                check.fail(&place, format!("{key} is for the provider's default tags to set"))
            }
            None => check.expect(
                &name,
                Known(name.value().is_set()),
                "nothing shows in the console what it is",
            ),
        }
    }
}
