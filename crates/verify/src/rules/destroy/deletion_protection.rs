//! Nothing in the stack is protected against deletion.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed (ALL-3). A protected database or load balancer
//! cannot, without an apply that takes the protection away before. For a stack that is not meant to
//! be destroyed, protection is the better choice: say so with `[protection] enabled = true` in the
//! configuration. Its resources then have the tag `Protection = "on"`, this rule says nothing, and
//! destroy-half-protected asks for complete protection.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   deletion_protection = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set the protection to `false`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   deletion_protection = false
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster, DeletionProtection](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [LoadBalancerAttribute](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html)

use super::protection::{is_protected, kinds, protection};
use crate::Check;

rule! { Warning, Paytf, ["ALL-3"] }

fn check(check: &mut Check) {
    // Then destroy-half-protected asks for the contrary.
    if check.inventory().is_protected() {
        return;
    }
    let inventory = check.inventory();
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        let protection = protection(resource);
        check.expect(
            &protection,
            is_protected(&protection).not(),
            "cannot be destroyed while it is protected",
        );
    }
}
