//! Every cache with replicas fails over to another zone.
//!
//! ## Why
//!
//! A replication group survives its primary's zone only with automatic failover, and with its
//! replicas placed in other zones. Both are off by default.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_elasticache_replication_group" "sessions" {
//!   num_cache_clusters = 2
//! }
//! ```
//!
//! ## Fix
//!
//! Set `automatic_failover_enabled` and `multi_az_enabled`, and have two nodes or more.
//!
//! ```hcl
//! resource "aws_elasticache_replication_group" "sessions" {
//!   num_cache_clusters         = 2
//!   automatic_failover_enabled = true
//!   multi_az_enabled           = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Minimizing downtime in ElastiCache with Multi-AZ](https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html)

use crate::Check;
use crate::loss::nodes_of_shard;
use crate::planned::Planned::Known;

rule! { Error, AnyStack, ["ALL-5"] }

fn check(check: &mut Check) {
    for group in check.all("aws_elasticache_replication_group") {
        if nodes_of_shard(group) == Known(1) {
            check.fail(&group.root(), "each shard has one node, and no replica that takes over");
            continue;
        }
        let is_member = group.at("global_replication_group_id").value().is_set();
        for (argument, otherwise) in [
            ("automatic_failover_enabled", "no replica takes over when the primary is lost"),
            ("multi_az_enabled", "its replicas may all be in the zone of the primary"),
        ] {
            let place = group.at(argument);
            if is_member && !(place.is_written() && place.value().is_set()) {
                check.unknown(&place, "a member of a global datastore takes it from the primary");
                continue;
            }
            check.expect(&place, place.bool().or(false), otherwise);
        }
    }
}
