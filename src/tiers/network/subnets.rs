//! The subnets: public, app and data, each in three zones.

use super::{Inputs, LAMBDA_INTERFACE_TIMEOUT};
use crate::aws::{AwsSubnet, AwsSubnetTimeouts, AwsVpc};
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, List, Module};

/// The subnets, each list in the order of the zones.
pub struct Subnets {
    /// Subnets of the load balancer and the NAT gateways.
    pub public: Vec<Handle<AwsSubnet>>,
    /// Subnets of tasks, functions and interface endpoints.
    pub app: Vec<Handle<AwsSubnet>>,
    /// Subnets of Aurora and RDS Proxy.
    pub data: Vec<Handle<AwsSubnet>>,
}

/// One subnet of each tier in each zone (NET-1, ALL-1).
pub fn declare(
    module: &mut Module,
    zones: &[Zone],
    vpc: &Handle<AwsVpc>,
    var: &Inputs,
) -> Result<Subnets, DeclareError> {
    let mut per_zone =
        |tier: &str, cidr_blocks: &List<String>, timeouts: Option<AwsSubnetTimeouts>| {
            let subnets = zones.iter().enumerate().map(|(place, zone)| {
                module.resource(
                    format!("{tier}_{}", zone.letter()),
                    block!(AwsSubnet {
                        vpc_id: vpc.id(),
                        cidr_block: cidr_blocks.at(place),
                        availability_zone: zone.name(),
                        map_public_ip_on_launch: false,
                        timeouts: timeouts.clone(),
                        tags: tags(name_of(Kind::Subnet, &format!("{tier}-{}", zone.letter()))),
                    }),
                )
            });
            subnets.collect::<Result<Vec<_>, _>>()
        };
    Ok(Subnets {
        public: per_zone("public", &var.public_subnet_cidr_blocks, None)?,
        app: per_zone(
            "app",
            &var.app_subnet_cidr_blocks,
            Some(block!(AwsSubnetTimeouts { delete: LAMBDA_INTERFACE_TIMEOUT })),
        )?,
        data: per_zone("data", &var.data_subnet_cidr_blocks, None)?,
    })
}
