//! [`Endpoint`]: a VPC endpoint, through which a network reaches a service without leaving it.

use super::route_table::TABLES;
use super::service_name::service;
use super::zone_placement::ZonePlacement;
use super::{Follow, VPCS};
use crate::{Inventory, Links, Planned, Resource};

/// A VPC endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint<'a>(pub Resource<'a>);

/// How an endpoint is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointKind {
    /// By a route, as that of S3 and that of DynamoDB.
    Gateway,
    /// By network interfaces in subnets.
    Interface,
    /// In another way: a Gateway Load Balancer, a resource, a service network.
    Other,
}

impl<'a> Endpoint<'a> {
    /// Every endpoint that the stack has.
    pub fn all(inventory: &'a Inventory) -> impl Iterator<Item = Self> + use<'a> {
        inventory.all("aws_vpc_endpoint").map(Self)
    }

    /// The AWS service it is for, without region: `s3`, `ecr.api`. Of a service that is not AWS's,
    /// the whole name.
    pub fn service(self) -> Planned<&'a str> {
        service(&self.0.at("service_name"))
    }

    /// How it is reached.
    /// Source: AWS provider 5.100.0, `aws_vpc_endpoint`, `vpc_endpoint_type`: "Defaults to
    /// `Gateway`".
    pub fn kind(self) -> Planned<EndpointKind> {
        self.0.at("vpc_endpoint_type").string().or("Gateway").map(|kind| match kind {
            "Gateway" => EndpointKind::Gateway,
            "Interface" => EndpointKind::Interface,
            _ => EndpointKind::Other,
        })
    }

    /// Whether the public name of the service leads to it, in its network.
    /// Source: AWS provider 5.100.0, `aws_vpc_endpoint`, `private_dns_enabled`: "Defaults to
    /// `false`".
    pub fn has_private_names(self) -> Planned<bool> {
        self.0.at("private_dns_enabled").bool().or(false)
    }

    /// Its network.
    pub fn vpc(self) -> Links<'a> {
        self.0.at("vpc_id").link_to(&VPCS)
    }

    /// The subnets of its interfaces.
    pub fn placement(self) -> ZonePlacement<'a> {
        let configured = self.0.at("subnet_configuration").items();
        let configured = configured.iter().map(|configuration| configuration.at("subnet_id"));
        let mut placement =
            ZonePlacement::of_each(configured).or(|| ZonePlacement::of(&self.0.at("subnet_ids")));
        let associations = self.0.inventory().referrers(
            self.0,
            "aws_vpc_endpoint_subnet_association",
            "vpc_endpoint_id",
        );
        let added = ZonePlacement::of_each(
            associations.iter().map(|association| association.at("subnet_id")),
        );
        if !associations.is_empty() {
            // What the argument computes are these.
            placement = if placement.subnets.is_empty() { added } else { with(placement, added) };
        }
        placement
    }

    /// The route tables that lead to it.
    ///
    /// # Errors
    /// Why they are not all known.
    pub fn route_tables(self, follow: Follow) -> Result<Vec<Resource<'a>>, String> {
        let own = self.0.at("route_table_ids");
        let associations = follow.referrers(
            self.0,
            "aws_vpc_endpoint_route_table_association",
            "vpc_endpoint_id",
        )?;
        let mut tables = Vec::new();
        if associations.is_empty() || own.is_surely_written() {
            let links = own.links_to(&TABLES);
            if !links.incomplete.is_empty() || links.ambiguous.is_some() {
                return Err(links.reason());
            }
            tables.extend(links.resources());
        }
        for association in associations {
            tables.push(follow.one(&association.at("route_table_id").link_to(&TABLES))?);
        }
        Ok(tables)
    }
}

fn with<'a>(mut placement: ZonePlacement<'a>, other: ZonePlacement<'a>) -> ZonePlacement<'a> {
    placement.add(other);
    placement
}
