//! Network interfaces, with their subnets and security groups.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use verify::{Planned, Resource};

use super::{Reader, SUBNETS, linked, nth, one, range};
use crate::Result;
use crate::network::{Interface, PUBLIC, PortRange, Way};

/// How a kind of resource says where its interfaces are, with which groups.
struct Kind {
    name: &'static str,
    subnets: Subnets,
    groups: &'static str,
}

enum Subnets {
    /// An argument names them.
    At(&'static str),
    /// Each block of a list names one.
    Each(&'static str, &'static str),
    /// An argument names a group of subnets, of this kind.
    Group(&'static str, &'static str),
}

use Subnets::{At, Each, Group};

/// What has interfaces of its own. Source: the AWS provider's pages of each.
const KINDS: [Kind; 24] = [
    Kind { name: "aws_alb", subnets: At("subnets"), groups: "security_groups" },
    Kind {
        name: "aws_alb",
        subnets: Each("subnet_mapping", "subnet_id"),
        groups: "security_groups",
    },
    Kind {
        name: "aws_db_instance",
        subnets: Group("db_subnet_group_name", "aws_db_subnet_group"),
        groups: "vpc_security_group_ids",
    },
    Kind { name: "aws_db_proxy", subnets: At("vpc_subnet_ids"), groups: "vpc_security_group_ids" },
    Kind {
        name: "aws_db_proxy_endpoint",
        subnets: At("vpc_subnet_ids"),
        groups: "vpc_security_group_ids",
    },
    Kind {
        name: "aws_ecs_service",
        subnets: At("network_configuration.0.subnets"),
        groups: "network_configuration.0.security_groups",
    },
    Kind { name: "aws_efs_mount_target", subnets: At("subnet_id"), groups: "security_groups" },
    Kind {
        name: "aws_eks_cluster",
        subnets: At("vpc_config.0.subnet_ids"),
        groups: "vpc_config.0.security_group_ids",
    },
    Kind {
        name: "aws_elasticache_cluster",
        subnets: Group("subnet_group_name", "aws_elasticache_subnet_group"),
        groups: "security_group_ids",
    },
    Kind {
        name: "aws_elasticache_replication_group",
        subnets: Group("subnet_group_name", "aws_elasticache_subnet_group"),
        groups: "security_group_ids",
    },
    Kind { name: "aws_elb", subnets: At("subnets"), groups: "security_groups" },
    Kind { name: "aws_instance", subnets: At("subnet_id"), groups: "vpc_security_group_ids" },
    Kind {
        name: "aws_lambda_function",
        subnets: At("vpc_config.0.subnet_ids"),
        groups: "vpc_config.0.security_group_ids",
    },
    Kind { name: "aws_lb", subnets: At("subnets"), groups: "security_groups" },
    Kind {
        name: "aws_lb",
        subnets: Each("subnet_mapping", "subnet_id"),
        groups: "security_groups",
    },
    Kind { name: "aws_mq_broker", subnets: At("subnet_ids"), groups: "security_groups" },
    Kind {
        name: "aws_msk_cluster",
        subnets: At("broker_node_group_info.0.client_subnets"),
        groups: "broker_node_group_info.0.security_groups",
    },
    Kind { name: "aws_network_interface", subnets: At("subnet_id"), groups: "security_groups" },
    Kind {
        name: "aws_opensearch_domain",
        subnets: At("vpc_options.0.subnet_ids"),
        groups: "vpc_options.0.security_group_ids",
    },
    Kind {
        name: "aws_rds_cluster",
        subnets: Group("db_subnet_group_name", "aws_db_subnet_group"),
        groups: "vpc_security_group_ids",
    },
    Kind {
        name: "aws_redshift_cluster",
        subnets: Group("cluster_subnet_group_name", "aws_redshift_subnet_group"),
        groups: "vpc_security_group_ids",
    },
    Kind { name: "aws_vpc_endpoint", subnets: At("subnet_ids"), groups: "security_group_ids" },
    Kind {
        name: "aws_docdb_cluster",
        subnets: Group("db_subnet_group_name", "aws_docdb_subnet_group"),
        groups: "vpc_security_group_ids",
    },
    Kind {
        name: "aws_neptune_cluster",
        subnets: Group("neptune_subnet_group_name", "aws_neptune_subnet_group"),
        groups: "vpc_security_group_ids",
    },
];

/// What nothing tells apart: subnet, groups (none of a NAT gateway), ports, whether it has a public
/// address. A NAT gateway is one of its own.
type Sameness = (usize, Option<Vec<usize>>, PortRange, bool, Option<String>);

impl<'a> Reader<'a> {
    pub fn interfaces(&self) -> Result<Vec<Interface>> {
        let mut found: BTreeMap<Sameness, Vec<String>> = BTreeMap::new();
        for kind in &KINDS {
            for resource in self.inventory.all(kind.name) {
                let subnets = self.subnets_of(resource, &kind.subnets)?;
                if subnets.is_empty() {
                    continue;
                }
                let (groups, public) =
                    (self.guarding(&resource.at(kind.groups))?, is_public(resource));
                for subnet in subnets {
                    let same =
                        (self.subnet(subnet)?, Some(groups.clone()), ports(resource), public, None);
                    found.entry(same).or_default().push(resource.address().to_owned());
                }
            }
        }
        for nat in self.inventory.all("aws_nat_gateway") {
            if let Some(subnet) = one(&nat.at("subnet_id"), &SUBNETS)? {
                let address = nat.address().to_owned();
                let same =
                    (self.subnet(subnet)?, None, ports(nat), is_public(nat), Some(address.clone()));
                found.insert(same, vec![address]);
            }
        }
        let (mut interfaces, mut publics) = (Vec::new(), 0);
        let mut next: BTreeMap<usize, Ipv4Addr> = BTreeMap::new();
        for ((subnet, groups, ports, is_public, _), owners) in found {
            let first = nth(range(&self.subnets[subnet].at("cidr_block"))?.network(), RESERVED);
            let ip = *next.entry(subnet).and_modify(|ip| *ip = nth(*ip, 1)).or_insert(first);
            let public = is_public.then(|| nth(PUBLIC, publics));
            publics += usize::from(is_public);
            let way = groups.map_or(Way::Nat, Way::Guarded);
            interfaces.push(Interface { owners, subnet, ip, public, ports, way });
        }
        Ok(interfaces)
    }

    fn subnets_of(&self, resource: Resource<'a>, subnets: &Subnets) -> Result<Vec<Resource<'a>>> {
        match subnets {
            At(argument) => linked(&resource.at(argument), &SUBNETS),
            Each(block, argument) => {
                let blocks = resource.at(block).items();
                Ok(blocks
                    .iter()
                    .map(|block| linked(&block.at(argument), &SUBNETS))
                    .collect::<Result<Vec<_>>>()?
                    .concat())
            }
            Group(argument, kind) => match one(&resource.at(argument), &[kind])? {
                Some(group) => linked(&group.at("subnet_ids"), &SUBNETS),
                None => Ok(Vec::new()),
            },
        }
    }
}

/// AWS keeps the first addresses of each subnet. Source: Amazon VPC User Guide, "Subnet sizing for
/// IPv4".
const RESERVED: usize = 4;

/// Whether the internet gateway translates a public address for it.
fn is_public(resource: Resource) -> bool {
    let holds = |argument: &str| resource.at(argument).bool() == Planned::Known(true);
    match resource.kind() {
        // Source: Elastic Load Balancing User Guide, "Load balancer scheme".
        "aws_lb" | "aws_alb" | "aws_elb" => !holds("internal"),
        "aws_nat_gateway" => {
            resource.at("connectivity_type").string().or("public") == Planned::Known("public")
        }
        "aws_ecs_service" => holds("network_configuration.0.assign_public_ip"),
        "aws_instance" => holds("associate_public_ip_address"),
        "aws_db_instance" => holds("publicly_accessible"),
        _ => false,
    }
}

/// The ports from which a resource opens connections: those of Linux, but for what AWS documents
/// otherwise. Source: Amazon VPC User Guide, "Custom network ACLs", "Ephemeral ports"; ip(7),
/// `ip_local_port_range`.
fn ports(resource: Resource) -> PortRange {
    match resource.kind() {
        "aws_lb" | "aws_alb" | "aws_elb" | "aws_lambda_function" | "aws_nat_gateway" => {
            PortRange { from: 1024, to: u16::MAX }
        }
        _ => PortRange { from: 32_768, to: 60_999 },
    }
}
