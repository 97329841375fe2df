//! Networks: subnets and their zones, where packets leave, and what lets them in.

mod acl;
mod egress;
mod endpoint;
pub mod endpoint_service;
mod hop;
mod prefix_list;
mod protocol;
mod route_table;
mod security_group;
mod service_name;
mod subnet;
mod zone;
mod zone_placement;

pub use acl::{Acl, AclEntry, acl_entries};
pub use egress::{Egress, reachable_gateways};
pub use endpoint::{Endpoint, EndpointKind};
pub use hop::{Gateway, Hop};
pub use prefix_list::PrefixList;
pub use protocol::IpProtocol;
pub use route_table::{Destination, Route, RouteTable};
pub use security_group::{
    CARRIERS, Direction, GROUPS, RULES, SecurityGroupRule, admitted, carriers, groups_of,
    has_open_rules, is_inline, is_world,
};
pub use subnet::{Subnet, VPCS};
pub use zone::{list, region, region_of, zone_of};
pub use zone_placement::ZonePlacement;

use crate::{Links, Resource};

/// How a link is followed: for a proof, or for a picture, which may rest on an index that a plan
/// does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// Nothing is assumed.
    Proven,
    /// The instance of the same key is assumed.
    Assumed,
}

impl Follow {
    /// The one resource that a value refers to.
    ///
    /// # Errors
    /// Why it is not certain.
    pub fn one<'a>(self, links: &Links<'a>) -> Result<Resource<'a>, String> {
        match self {
            Self::Proven => links.proven(),
            Self::Assumed => links.one().ok_or_else(|| links.reason()),
        }
    }

    /// Who refers to a resource.
    ///
    /// # Errors
    /// Why it is not certain.
    pub fn referrers<'a>(
        self,
        to: Resource<'a>,
        kind: &str,
        attribute: &str,
    ) -> Result<Vec<Resource<'a>>, String> {
        match self {
            Self::Proven => to.inventory().proven_referrers(to, kind, attribute),
            Self::Assumed => Ok(to.inventory().referrers(to, kind, attribute)),
        }
    }
}
