//! Every name ends with the suffix of its environment.
//!
//! ## Why
//!
//! Two environments can share an account only if no name of one is a name of the other. The suffix
//! also tells everyone who reads a bill, an alarm or a policy which environment it is about.
//! Resources that have no name in AWS are named by their tag `Name`.
//!
//! The environment is what the tag `Environment` says, or where there is none, the most frequent
//! ending.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name = "sns-page"
//! }
//! ```
//!
//! ## Fix
//!
//! Let the name end with `-${var.environment_suffix}`.
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name = "sns-page-${var.environment_suffix}"
//! }
//! ```
//!
//! ## Source
//!
//! - [Defining and publishing a tagging and naming schema](https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/defining-and-publishing-a-tagging-schema.html)

use super::names::{ends_with, has_tags, name, suffix, tag};
use crate::Check;
use crate::planned::Planned::Absent;

rule! { Error, Paytf, ["ALL-2"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let Some(suffix) = suffix(inventory) else { return };
    for resource in inventory.resources() {
        // What has no name of its own is found by its tag.
        let name_tag = || Some(tag(resource, "Name")).filter(|_| has_tags(resource));
        // A name that AWS gave, as `default`, is not the stack's to choose.
        let own = name(resource).filter(|place| place.is_written() || place.string() == Absent);
        let Some(place) = own.or_else(name_tag) else { continue };
        if place.string() == Absent {
            check.fail(&place, format!("it has no name, and none that ends with -{suffix}"));
        } else {
            let ends = place.string().map(|name| ends_with(name, &suffix));
            check.expect(&place, ends, format!("it does not end with the environment, -{suffix}"));
        }
    }
}
