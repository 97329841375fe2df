//! Nothing that a plan destroys or replaces is protected against deletion.
//!
//! ## Why
//!
//! Terraform plans to destroy a protected database or load balancer without a word; AWS refuses:
//! `Cannot delete protected Cluster, please disable deletion protection and try again`. What
//! depends on it has been destroyed by then. That a stack protects its data is good practice, and
//! only reported where the plan wants to delete it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "payments" {
//!   # in the state, and taken out of the configuration
//!   deletion_protection = true
//! }
//! ```
//!
//! ## Fix
//!
//! Turn the protection off and apply, then destroy; or leave the resource in the configuration.
//!
//! ```hcl
//! resource "aws_db_instance" "payments" {
//!   deletion_protection = false
//! }
//! ```
//!
//! ## Source
//!
//! - [Deleting a DB cluster](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html)
//! - [Deletion protection of load balancers](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html)

use super::protection::{is_protected, kinds, protection};
use crate::{Action, Check};

rule! { Error, AnyStack, ["ALL-3"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for resource in kinds().flat_map(|kind| inventory.destroyed(kind)) {
        let protection = protection(resource);
        check.expect(
            &protection,
            is_protected(&protection).not(),
            "is to be destroyed, and AWS refuses while it is protected",
        );
    }
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        if resource.actions().contains(&Action::Delete) {
            let protection = protection(resource);
            check.expect(
                &protection,
                is_protected(&protection).not(),
                "is to be replaced, and AWS deletes no protected one",
            );
        }
    }
}
