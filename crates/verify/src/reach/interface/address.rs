//! Which addresses an interface has, and whether the internet knows one of them.

use std::net::IpAddr;

use crate::aws::launch_template::template_of;
use crate::aws::network::Subnet;
use crate::{Planned, Resource};

/// The addresses that a machine is given.
pub fn addresses(resource: Resource) -> Vec<IpAddr> {
    let (v4, v6) = match resource.kind() {
        "aws_instance" => (resource.at("private_ip"), resource.at("ipv6_addresses")),
        _ => return Vec::new(),
    };
    let texts = v4.string().known().into_iter().chain(v6.strings().known().unwrap_or_default());
    texts.filter_map(|text| text.parse().ok()).collect()
}

/// Whether a resource has an address of IPv6: where its subnet has none, nothing in it has.
/// Source: Amazon VPC User Guide, "IPv6 support in VPC"; the pages of each service; Amazon ECS
/// Developer Guide, account setting `dualStackIPv6`, which is on by default.
pub fn has_v6(resource: Resource, subnet: Option<Subnet>) -> Planned<bool> {
    let flag = |argument: &str| resource.at(argument).bool().or(false);
    let is = |argument: &str, texts: &[&str]| match resource.at(argument).string() {
        Planned::Unknown if !resource.at(argument).waits() => Planned::Known(false),
        text => text.map(|text| texts.contains(&text)).or(false),
    };
    let own = match resource.kind() {
        "aws_lb" => is("ip_address_type", &["dualstack", "dualstack-without-public-ipv4"]),
        "aws_elb"
        | "aws_nat_gateway"
        | "aws_db_proxy"
        | "aws_db_proxy_endpoint"
        | "aws_efs_mount_target" => Planned::Known(false),
        "aws_lambda_function" => flag("vpc_config.0.ipv6_allowed_for_dual_stack"),
        "aws_vpc_endpoint" => is("ip_address_type", &["dualstack", "ipv6"]),
        "aws_rds_cluster" | "aws_db_instance" | "aws_docdb_cluster" => {
            is("network_type", &["DUAL"])
        }
        "aws_elasticache_cluster" | "aws_elasticache_replication_group" => {
            is("network_type", &["dual_stack", "ipv6"])
        }
        "aws_ecs_service" | "aws_ecs_task_set" => Planned::Known(true),
        "aws_instance" => {
            let count = resource.at("ipv6_address_count");
            let is_given = resource.at("ipv6_addresses").value().is_set()
                && !resource.at("ipv6_addresses").value().is_unknown();
            match count.number() {
                Planned::Known(count) => Planned::Known(count > 0.0 || is_given),
                _ if is_given => Planned::Known(true),
                _ => match subnet {
                    Some(subnet) => subnet.0.at("assign_ipv6_address_on_creation").bool().or(false),
                    None => Planned::Unknown,
                },
            }
        }
        _ => Planned::Unknown,
    };
    let has_range =
        match subnet.map(|subnet| (subnet.0.at("ipv6_cidr_block"), subnet.0.at("ipv6_native"))) {
            None => Planned::Unknown,
            Some((range, native)) => match range.string() {
                Planned::Known(_) => Planned::Known(true),
                Planned::Unknown if range.waits() => Planned::Known(true),
                _ => Planned::Known(native.bool() == Planned::Known(true)),
            },
        };
    has_range.and(own)
}

/// Whether a resource has a public IP address; absent where its subnet decides.
pub fn is_public(resource: Resource) -> Planned<bool> {
    let flag = |argument: &str| resource.at(argument).bool().or(false);
    match resource.kind() {
        "aws_lb" | "aws_elb" => flag("internal").not(),
        "aws_nat_gateway" => {
            resource.at("connectivity_type").string().or("public").map(|kind| kind == "public")
        }
        "aws_ecs_service" => flag("network_configuration.0.assign_public_ip"),
        "aws_db_instance" => flag("publicly_accessible"),
        // Each instance of a cluster says it for itself.
        "aws_rds_cluster" => {
            let instances = resource.inventory().referrers(
                resource,
                "aws_rds_cluster_instance",
                "cluster_identifier",
            );
            let public = instances
                .iter()
                .map(|instance| instance.at("publicly_accessible").bool().or(false));
            public.fold(Planned::Known(false), Planned::or_else)
        }
        "aws_instance" => {
            let given = [("aws_eip", "instance"), ("aws_eip_association", "instance_id")];
            let referrers = |(kind, by)| resource.inventory().referrers(resource, kind, by);
            match given.into_iter().all(|one| referrers(one).is_empty()) {
                true => resource.at("associate_public_ip_address").bool(),
                false => Planned::Known(true),
            }
        }
        "aws_autoscaling_group" => match template_of(resource) {
            Some(template) => {
                template.at("network_interfaces.0.associate_public_ip_address").bool()
            }
            None => Planned::Absent,
        },
        _ => Planned::Known(false),
    }
}

/// A machine that does not say it has what its subnet gives.
/// Source: AWS provider 5.100.0, `aws_subnet`, `map_public_ip_on_launch`: "Default is `false`";
/// default subnets have it.
pub fn or_mapped(own: Planned<bool>, resource: Resource, subnet: Option<Subnet>) -> Planned<bool> {
    // What the provider computes where nothing is written is what the subnet gives.
    let is_said =
        own.is_set() && (!own.is_unknown() || resource.at("associate_public_ip_address").waits());
    if is_said {
        return own;
    }
    match subnet {
        Some(subnet) => {
            let is_default = subnet.0.kind() == "aws_default_subnet";
            subnet.0.at("map_public_ip_on_launch").bool().or(is_default)
        }
        None => Planned::Unknown,
    }
}
