//! The promotion tier of a database instance is 0 to 15.
//!
//! ## Why
//!
//! The tier is the order in which readers are promoted when the writer is lost. AWS knows sixteen
//! of them and refuses an instance with another one; Terraform accepts any number.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "c" {
//!   promotion_tier = 20
//! }
//! ```
//!
//! ## Fix
//!
//! Set `promotion_tier` to a number from 0, promoted first, to 15.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "c" {
//!   promotion_tier = 2
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBInstance, PromotionTier](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html)
//! - [Fault tolerance for an Aurora DB cluster](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7", "DB-2"] }

/// Source: RDS API, `CreateDBInstance`, `PromotionTier`: 0 to 15.
const LAST: f64 = 15.0;

fn check(check: &mut Check) {
    for instance in check.all_of(&[
        "aws_docdb_cluster_instance",
        "aws_neptune_cluster_instance",
        "aws_rds_cluster_instance",
    ]) {
        let tier = instance.at("promotion_tier");
        check.judge(&tier, tier.number().or(0.0), |tier| {
            (!(0.0..=LAST).contains(&tier)).then(|| "is not among the tiers 0 to 15".to_owned())
        });
    }
}
