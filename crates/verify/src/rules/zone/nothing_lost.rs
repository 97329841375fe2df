//! Nothing is lost with one zone.
//!
//! ## Why
//!
//! A machine, a cache node, a broker or a volume is in one availability zone, and is gone with it
//! until someone or something builds it again. The same is true of a group of one, and of anything
//! with a single subnet.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_instance" "app" {
//!   ami           = var.ami
//!   instance_type = "m7g.large"
//!   subnet_id     = aws_subnet.app["us-east-1a"].id
//! }
//! ```
//!
//! ## Fix
//!
//! Run two or more in different zones, behind something that sends requests to those that are left:
//! a load balancer, a failover, a cluster.
//!
//! ```hcl
//! resource "aws_instance" "app" {
//!   for_each      = aws_subnet.app
//!   ami           = var.ami
//!   instance_type = "m7g.large"
//!   subnet_id     = each.value.id
//! }
//!
//! resource "aws_lb_target_group_attachment" "app" {
//!   for_each         = aws_instance.app
//!   target_group_arn = aws_lb_target_group.app.arn
//!   target_id        = each.value.id
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, REL10-BP01: Deploy the workload to multiple locations](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html)

use std::collections::{BTreeSet, HashMap};

use crate::aws::network::Subnet;
use crate::loss::{Impact, Service, Zonal};
use crate::{Check, Planned};

rule! { Error, AnyStack, ["ALL-5"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let all = Zonal::all(inventory);
    let subnets = Subnet::all(inventory).filter_map(Subnet::zone);
    let zones: BTreeSet<_> =
        subnets.chain(all.iter().flat_map(|zonal| zonal.zones.iter().copied())).collect();
    // A service is judged here by its number of tasks only; one that scales by a target is judged
    // by `zone-service-headroom`.
    let services =
        Service::all(inventory).map(|service| (service.resource, service.target.is_none()));
    let services: HashMap<_, _> = services.collect();
    let is_counted = |zonal: &Zonal| {
        services.get(&zonal.resource).is_none_or(|is_counted| *is_counted && zonal.alone.is_some())
    };
    for zonal in all.iter().filter(|zonal| is_counted(zonal) && !is_judged_elsewhere(zonal)) {
        let place = zonal.resource.root();
        // If no zone is known, the loss of any one stands for all.
        let cases = zones.iter().copied().chain(zones.is_empty().then_some(""));
        let worst = cases.map(|zone| zonal.impact(&[zone])).max_by_key(Impact::rank);
        match (&zonal.alone, worst) {
            (Some(alone), _) => check.fail(&place, alone),
            (None, Some(Impact::Lost(why))) => check.fail(&place, why),
            (None, Some(Impact::Unknown(why))) => check.unknown(&place, why),
            (None, _) => check.pass(&place),
        }
    }
}

/// Whether another rule of the group judges it, in more detail.
fn is_judged_elsewhere(zonal: &Zonal) -> bool {
    let resource = zonal.resource;
    let is_on = |argument: &str| resource.at(argument).bool() == Planned::Known(true);
    // The rules `zone-…-spans` judge what is not known to be in two zones.
    let spans = zonal.placement.spans(2) == Planned::Known(true);
    match resource.kind() {
        "aws_db_instance" => !resource.at("replicate_source_db").value().is_set(),
        "aws_rds_cluster" => zonal.title == "Aurora cluster",
        "aws_rds_cluster_instance" => true,
        "aws_elasticache_replication_group" => {
            !(is_on("automatic_failover_enabled") && is_on("multi_az_enabled"))
        }
        "aws_vpc_endpoint" => {
            resource.at("vpc_endpoint_type").string() == Planned::Known("Interface")
        }
        "aws_lb" | "aws_elb" | "aws_db_proxy" | "aws_lambda_function" => true,
        // A group of one is lost with its zone, whichever that is.
        "aws_autoscaling_group" | "aws_eks_node_group" => !spans && !is_of_one(zonal),
        "aws_ecs_service" => {
            let has_subnets = resource.at("network_configuration.0").value().is_set();
            !spans && has_subnets && !is_of_one(zonal)
        }
        _ => false,
    }
}

/// Whether it is lost with one zone although its subnets may be in several.
fn is_of_one(zonal: &Zonal) -> bool {
    zonal.alone.is_some() && zonal.placement.alone().is_none()
}
