//! [`Hop`]: what a route leads to, and the zone in which it is.

use super::Follow;
use super::subnet::Subnet;
use super::zone::zone_of;
use super::zone_placement::ZonePlacement;
use crate::{AttributePath, Planned, Resource};

/// What a route leads to.
#[derive(Debug, Clone)]
pub struct Hop<'a> {
    /// Its kind.
    pub gateway: Gateway,
    /// The resource, where it is part of the plan.
    pub resource: Option<Resource<'a>>,
    /// The argument that names it.
    pub place: AttributePath<'a>,
    /// The subnet in which it is, where it is in one.
    pub subnet: Option<Subnet<'a>>,
    /// The zone in which it is; `None` where it is in none, or where that is not known.
    pub zone: Option<&'a str>,
    /// Why its zone is not known, although it is in one.
    pub doubt: Option<String>,
}

/// The kinds of what a route can lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gateway {
    /// A NAT gateway: in one zone, unless it is a regional one.
    Nat,
    /// A network interface, as a NAT instance has.
    Interface,
    /// An endpoint of a Gateway Load Balancer or of a network firewall.
    Endpoint,
    /// An internet gateway.
    Internet,
    /// An egress-only internet gateway.
    EgressOnly,
    /// A transit gateway.
    Transit,
    /// A VPC peering connection.
    Peering,
    /// A virtual private gateway.
    VirtualPrivate,
    /// The core network of AWS Cloud WAN.
    CoreNetwork,
    /// A gateway of a local zone, of an Outpost or of a carrier.
    Local,
}

use Gateway::{
    CoreNetwork, EgressOnly, Endpoint, Interface, Internet, Local, Nat, Peering, Transit,
    VirtualPrivate,
};

/// The arguments of a route, and what each may name. The provider's two notations, block and
/// resource, have the same names.
const TARGETS: [(&str, &[Gateway]); 10] = [
    ("nat_gateway_id", &[Nat]),
    ("gateway_id", &[Internet, VirtualPrivate]),
    ("network_interface_id", &[Interface]),
    ("instance_id", &[Interface]),
    ("vpc_endpoint_id", &[Endpoint]),
    ("transit_gateway_id", &[Transit]),
    ("vpc_peering_connection_id", &[Peering]),
    ("egress_only_gateway_id", &[EgressOnly]),
    ("core_network_arn", &[CoreNetwork]),
    ("local_gateway_id", &[Local]),
];

impl Gateway {
    /// The types of resources that are one.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Nat => &["aws_nat_gateway"],
            Interface => &["aws_instance", "aws_network_interface"],
            Endpoint => &["aws_vpc_endpoint", "aws_networkfirewall_firewall"],
            Internet => &["aws_internet_gateway"],
            EgressOnly => &["aws_egress_only_internet_gateway"],
            Transit => &["aws_ec2_transit_gateway"],
            Peering => &["aws_vpc_peering_connection", "aws_vpc_peering_connection_accepter"],
            VirtualPrivate => &["aws_vpn_gateway"],
            CoreNetwork => &["aws_networkmanager_core_network"],
            Local => &["aws_ec2_carrier_gateway"],
        }
    }

    /// Whether it is in one zone, and is lost with it.
    pub fn is_zonal(self) -> bool {
        matches!(self, Nat | Interface | Endpoint)
    }

    /// Its name as AWS has it.
    pub fn name(self) -> &'static str {
        match self {
            Nat => "NAT gateway",
            Interface => "network interface",
            Endpoint => "endpoint",
            Internet => "internet gateway",
            EgressOnly => "egress-only internet gateway",
            Transit => "transit gateway",
            Peering => "peering connection",
            VirtualPrivate => "virtual private gateway",
            CoreNetwork => "core network",
            Local => "local gateway",
        }
    }
}

impl<'a> Hop<'a> {
    /// Of a route, by where it is written.
    pub(super) fn of(route: &AttributePath<'a>, follow: Follow) -> Result<Self, String> {
        let is_set = |place: &AttributePath| !matches!(place.string(), Planned::Absent);
        let set: Vec<_> = TARGETS
            .map(|(argument, gateways)| (route.at(argument), gateways))
            .into_iter()
            .collect();
        // Of what the provider computes for the others, nothing is known before the apply.
        let named = set.iter().find(|(place, _)| is_set(place) && place.is_written());
        let Some((place, gateways)) = named.or_else(|| set.iter().find(|(place, _)| is_set(place)))
        else {
            return Err("where the default route leads is not known".to_owned());
        };
        let kinds: Vec<_> = gateways.iter().flat_map(|gateway| gateway.kinds()).copied().collect();
        let links = place.link_to(&kinds);
        match follow.one(&links) {
            Ok(resource) => {
                let is_it = |gateway: &&Gateway| gateway.kinds().contains(&resource.kind());
                let gateway = gateways.iter().find(is_it).copied().unwrap_or(gateways[0]);
                Ok(Self::at(gateway, resource, place.clone(), follow))
            }
            Err(reason) => Self::elsewhere(place, gateways).ok_or_else(|| match reason.as_str() {
                "" => "where the default route leads is not known".to_owned(),
                _ => format!("where the default route leads is not known: {reason}"),
            }),
        }
    }

    /// Something that is not part of the plan: its id tells what it is, but not in which zone.
    fn elsewhere(place: &AttributePath<'a>, gateways: &[Gateway]) -> Option<Self> {
        let id = place.string().known()?;
        let gateway = match gateways {
            [only] => *only,
            _ if id.starts_with("igw-") => Internet,
            _ if id.starts_with("vgw-") => VirtualPrivate,
            _ => return None,
        };
        let doubt = gateway.is_zonal().then(|| format!("{id} is not part of this plan"));
        Some(Self {
            gateway,
            resource: None,
            place: place.clone(),
            subnet: None,
            zone: None,
            doubt,
        })
    }

    fn at(
        gateway: Gateway,
        resource: Resource<'a>,
        place: AttributePath<'a>,
        follow: Follow,
    ) -> Self {
        let mut hop = Self {
            gateway,
            resource: Some(resource),
            place,
            subnet: None,
            zone: None,
            doubt: None,
        };
        if !gateway.is_zonal() || is_regional(resource) {
            return hop;
        }
        match subnet_of(resource, follow) {
            Ok(subnet) => (hop.subnet, hop.zone) = (Some(subnet), subnet.zone()),
            Err(reason) => hop.doubt = Some(reason),
        }
        // What names its zone itself needs no subnet for it.
        hop.zone = hop.zone.or_else(|| zone_of(resource));
        if hop.zone.is_some() {
            hop.doubt = None;
        } else {
            let reason = hop.doubt.take().filter(|reason| !reason.is_empty());
            let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
            hop.doubt = Some(format!("the zone of {} is not known{reason}", resource.address()));
        }
        hop
    }

    /// Whether it is in one zone, and is lost with it.
    pub fn is_zonal(&self) -> bool {
        self.zone.is_some() || self.doubt.is_some()
    }

    /// What it is called, for a person.
    pub fn name(&self) -> String {
        match self.resource {
            Some(resource) => resource.address().to_owned(),
            None => format!(
                "the {} {}",
                self.gateway.name(),
                self.place.string().known().unwrap_or_default()
            ),
        }
    }
}

/// A regional NAT gateway has a part of itself in every zone.
/// Source: Amazon VPC User Guide, "Regional NAT gateways"; AWS provider 6.x, `aws_nat_gateway`,
/// `availability_mode`.
fn is_regional(gateway: Resource) -> bool {
    gateway.at("availability_mode").string() == Planned::Known("regional")
}

/// The one subnet of a gateway, interface, machine or endpoint.
fn subnet_of(resource: Resource<'_>, follow: Follow) -> Result<Subnet<'_>, String> {
    let own = || follow.one(&resource.at("subnet_id").link_to(&Subnet::KINDS)).map(Subnet);
    match resource.kind() {
        "aws_vpc_endpoint" | "aws_networkfirewall_firewall" => {
            let mapped = resource.at("subnet_mapping").items();
            let mapped =
                ZonePlacement::of_each(mapped.iter().map(|mapping| mapping.at("subnet_id")));
            let placement = mapped.or(|| ZonePlacement::of(&resource.at("subnet_ids")));
            match (&placement.subnets[..], &placement.incomplete) {
                ([(subnet, _)], None) => Ok(Subnet(*subnet)),
                (_, Some(reason)) => Err(reason.clone()),
                (_, None) => Err("it has several endpoints".to_owned()),
            }
        }
        "aws_instance" => match resource.at("network_interface").items().first() {
            Some(first) => {
                let interface =
                    follow.one(&first.at("network_interface_id").link("aws_network_interface"))?;
                follow.one(&interface.at("subnet_id").link_to(&Subnet::KINDS)).map(Subnet)
            }
            None => own(),
        },
        _ => own(),
    }
}
