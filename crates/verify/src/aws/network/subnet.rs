//! [`Subnet`]: a subnet, with its zone, its network and its network ACL.

use ipnet::IpNet;

use super::Follow;
use super::acl::{ACLS, Acl};
use super::zone::zone_of;
use crate::{Inventory, Links, Planned, Resource};

/// The types of networks.
pub const VPCS: [&str; 2] = ["aws_vpc", "aws_default_vpc"];

const SUBNETS: [&str; 2] = ["aws_subnet", "aws_default_subnet"];

/// A subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subnet<'a>(pub Resource<'a>);

impl<'a> Subnet<'a> {
    /// The types of subnets.
    pub const KINDS: [&'static str; 2] = SUBNETS;

    /// Every subnet that the stack has.
    pub fn all(inventory: &'a Inventory) -> impl Iterator<Item = Self> + use<'a> {
        inventory.all_of(&SUBNETS).map(Self)
    }

    /// Its address.
    pub fn address(self) -> &'a str {
        self.0.address()
    }

    /// Its zone, if it is known.
    pub fn zone(self) -> Option<&'a str> {
        zone_of(self.0)
    }

    /// Its network.
    pub fn vpc(self) -> Links<'a> {
        self.0.at("vpc_id").link_to(&VPCS)
    }

    /// The network of a subnet that AWS made is the one that AWS made.
    ///
    /// # Errors
    /// Why it is not known which.
    pub fn network(self, follow: Follow) -> Result<Option<Resource<'a>>, String> {
        if self.0.kind() == "aws_default_subnet" {
            return Ok(self.0.inventory().all("aws_default_vpc").next());
        }
        match self.0.at("vpc_id").value() {
            Planned::Absent => Ok(None),
            _ => follow.one(&self.vpc()).map(Some),
        }
    }

    /// Its addresses of IPv4, where they are known.
    pub fn range(self) -> Planned<IpNet> {
        self.0
            .at("cidr_block")
            .string()
            .and_then(|text| text.parse().map_or(Planned::Unknown, Planned::Known))
    }

    /// Its addresses of IPv6, where it has any and they are known.
    pub fn range_v6(self) -> Planned<IpNet> {
        self.0
            .at("ipv6_cidr_block")
            .string()
            .and_then(|text| text.parse().map_or(Planned::Unknown, Planned::Known))
    }

    /// The network ACL that holds for it: the one it is associated with, else the one that its
    /// network was made with. Source: VPC User Guide, "Network ACL basics".
    ///
    /// # Errors
    /// Why it is not known which.
    pub fn acl(self, follow: Follow) -> Result<Acl<'a>, String> {
        let unknown = |reason: String| {
            format!("the network ACL of {} is not known: {reason}", self.address())
        };
        let associations = follow
            .referrers(self.0, "aws_network_acl_association", "subnet_id")
            .map_err(unknown)?;
        if let Some(association) = associations.first() {
            return follow
                .one(&association.at("network_acl_id").link_to(&ACLS))
                .map(Acl::Own)
                .map_err(unknown);
        }
        if let Some(acl) =
            follow.referrers(self.0, "aws_network_acl", "subnet_ids").map_err(unknown)?.first()
        {
            return Ok(Acl::Own(*acl));
        }
        // The default ACL holds for every subnet of its network that no other is associated with,
        // whatever it says of its subnets.
        if let Ok([acl, ..]) =
            follow.referrers(self.0, "aws_default_network_acl", "subnet_ids").as_deref()
        {
            return Ok(Acl::Own(*acl));
        }
        match self.network(follow).map_err(unknown)? {
            Some(vpc) if vpc.is_data() => Err(unknown(format!(
                "the default ACL of {} is not part of this plan",
                vpc.address()
            ))),
            Some(vpc) => {
                let adopted =
                    follow.referrers(vpc, "aws_default_network_acl", "default_network_acl_id");
                Ok(adopted.map_err(unknown)?.first().map_or(Acl::MadeByAws, |acl| Acl::Own(*acl)))
            }
            None => Ok(Acl::MadeByAws),
        }
    }
}
