//! [`Network`]: what of a plan decides who reaches whom, read once.

use std::collections::{BTreeSet, HashMap};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use ipnet::IpNet;

use super::access_list::AccessLists;
use super::group::GroupRules;
use super::interface::{Interface, InterfaceId, interfaces};
use super::routing::Routes;
use crate::aws::network::{Acl, Endpoint, EndpointKind, Follow, RouteTable, Subnet, VPCS};
use crate::{Inventory, Planned, Resource};

/// Who reaches whom in a plan.
#[derive(Debug)]
pub struct Network<'a> {
    inventory: &'a Inventory,
    interfaces: Vec<Interface<'a>>,
    of_resource: HashMap<Resource<'a>, Vec<InterfaceId>>,
    pub(super) subnets: HashMap<Resource<'a>, Ground<'a>>,
    pub(super) rules: GroupRules<'a>,
    pub(super) access: AccessLists<'a>,
    /// The first address of each range in the plan, and the first address after it.
    marks: Marks<'a>,
    port_marks: BTreeSet<u16>,
    /// The addresses that stand for the internet: in no range that the plan names, if there are
    /// such.
    internet: [IpAddr; 2],
}

/// One end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Peer {
    /// An interface of the plan.
    Interface(InterfaceId),
    /// An address: outside of the plan's networks, or in one of its subnets without a security
    /// group.
    Address(IpAddr),
    /// The internet, over IPv4: an address that no range of the plan but the widest ones has.
    Internet,
    /// The same over IPv6.
    InternetV6,
    /// An AWS service by its public addresses, as `s3`; that which its endpoint is named after.
    Service(&'static str),
    /// A client of a Network Load Balancer, through this node of it: what it is sent to sees the
    /// client's address.
    Client(InterfaceId, IpAddr),
}

/// A subnet, and what holds for it.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The subnet.
    pub subnet: Subnet<'a>,
    /// Its network.
    pub vpc: Result<Option<Resource<'a>>, String>,
    /// The ranges of its network, where they are known.
    pub vpc_ranges: Arc<[IpNet]>,
    /// Its route table.
    pub table: Result<RouteTable<'a>, String>,
    /// The routes of that.
    pub routes: Result<Arc<Routes<'a>>, String>,
    /// Its ACL.
    pub acl: Result<Acl<'a>, String>,
    /// An address of each part of it that the plan tells apart; none where its range is not known.
    pub(super) addresses: Vec<IpAddr>,
    /// The same of IPv6.
    pub(super) addresses_v6: Vec<IpAddr>,
    /// Its range, where it is known.
    pub(super) range: Option<IpNet>,
    /// The same of IPv6.
    pub(super) range_v6: Option<IpNet>,
}

impl<'a> Network<'a> {
    /// Reads the network of a plan.
    pub fn of(inventory: &'a Inventory) -> Self {
        let (rules, access) = (GroupRules::of(inventory), AccessLists::of(inventory));
        let interfaces = interfaces(inventory);
        let mut of_resource: HashMap<_, Vec<_>> = HashMap::new();
        for interface in &interfaces {
            of_resource.entry(interface.resource).or_default().push(interface.id);
        }
        let ranges: BTreeSet<IpNet> = rules.ranges().chain(access.ranges()).collect();
        let marks = Marks::of(&rules, &access);
        let subnets = grounds(inventory, &marks);
        let port_marks = rules.ports().chain(access.ports()).flat_map(|ports| {
            [Some(*ports.start()), ports.end().checked_add(1)].into_iter().flatten()
        });
        let port_marks = port_marks.collect();
        Self {
            inventory,
            interfaces,
            of_resource,
            subnets,
            rules,
            access,
            marks,
            port_marks,
            internet: internet(&ranges),
        }
    }

    /// The addresses that stand for the internet, of IPv4 and of IPv6.
    pub(super) fn internet(&self) -> [IpAddr; 2] {
        self.internet
    }

    /// An address of each part of a range that the plan tells apart.
    pub(super) fn places(&self, range: IpNet) -> Vec<IpAddr> {
        places(range, &self.marks.all)
    }

    /// The ports at which a rule or an entry begins or is over.
    pub(super) fn port_marks(&self) -> &BTreeSet<u16> {
        &self.port_marks
    }

    /// The plan.
    pub fn inventory(&self) -> &'a Inventory {
        self.inventory
    }

    /// Every interface, by its number.
    pub fn interfaces(&self) -> &[Interface<'a>] {
        &self.interfaces
    }

    /// One interface.
    pub fn interface(&self, id: InterfaceId) -> &Interface<'a> {
        &self.interfaces[id.0]
    }

    /// The interfaces of a resource.
    pub fn of_resource(&self, resource: Resource<'a>) -> impl Iterator<Item = &Interface<'a>> {
        self.of_resource.get(&resource).into_iter().flatten().map(|id| self.interface(*id))
    }

    /// The ground that an interface is on.
    pub fn ground(&self, interface: &Interface<'a>) -> Option<&Ground<'a>> {
        self.subnets.get(&interface.subnet?.0)
    }
}

fn grounds<'a>(inventory: &'a Inventory, marks: &Marks<'a>) -> HashMap<Resource<'a>, Ground<'a>> {
    let endpoints = gateway_endpoints(inventory);
    let vpc_ranges: HashMap<_, Arc<[IpNet]>> =
        inventory.all_of(&VPCS).map(|vpc| (vpc, ranges_of(vpc).into())).collect();
    let mut tables: HashMap<RouteTable<'a>, Result<Arc<Routes<'a>>, String>> = HashMap::new();
    let mut all = HashMap::new();
    for subnet in Subnet::all(inventory) {
        let vpc = subnet.network(Follow::Proven);
        let table = subnet.route_table(Follow::Proven);
        let routes = match (&table, &endpoints) {
            (Err(reason), _) => Err(reason.clone()),
            (Ok(_), Err(reason)) => Err(reason.clone()),
            (Ok(table), Ok(endpoints)) => tables
                .entry(*table)
                .or_insert_with(|| {
                    let own = match table {
                        RouteTable::Own(table) => endpoints.get(table).cloned().unwrap_or_default(),
                        _ => Vec::new(),
                    };
                    Routes::of(table, own).map(Arc::new)
                })
                .clone(),
        };
        let (range, range_v6) = (subnet.range().known(), subnet.range_v6().known());
        let marks = marks.of_network(vpc.as_ref().ok().and_then(|vpc| *vpc));
        let ground = Ground {
            subnet,
            vpc_ranges: vpc
                .as_ref()
                .ok()
                .and_then(|vpc| vpc_ranges.get(vpc.as_ref()?))
                .cloned()
                .unwrap_or_default(),
            vpc,
            routes,
            table,
            acl: subnet.acl(Follow::Proven),
            addresses: range.map(|range| places(range, &marks)).unwrap_or_default(),
            addresses_v6: range_v6.map(|range| places(range, &marks)).unwrap_or_default(),
            range,
            range_v6,
        };
        all.insert(subnet.0, ground);
    }
    all
}

/// For each route table the gateway endpoints that it leads to.
type OfTables<'a> = HashMap<Resource<'a>, Vec<(Option<&'a str>, Resource<'a>)>>;

fn gateway_endpoints(inventory: &Inventory) -> Result<OfTables<'_>, String> {
    let mut all: OfTables = HashMap::new();
    for endpoint in Endpoint::all(inventory) {
        match endpoint.kind() {
            Planned::Known(EndpointKind::Gateway) => {}
            Planned::Unknown => {
                return Err(format!("of which type {} is, is not known", endpoint.0.address()));
            }
            _ => continue,
        }
        let tables = endpoint.route_tables(Follow::Proven);
        let tables = tables
            .map_err(|reason| format!("which tables lead to {}: {reason}", endpoint.0.address()))?;
        for table in tables {
            all.entry(table).or_default().push((endpoint.service().known(), endpoint.0));
        }
    }
    Ok(all)
}

/// The ranges of a network.
fn ranges_of(vpc: Resource<'_>) -> Vec<IpNet> {
    let more = vpc.inventory().referrers(vpc, "aws_vpc_ipv4_cidr_block_association", "vpc_id");
    let places = more.iter().map(|more| more.at("cidr_block"));
    let places = places.chain([vpc.at("cidr_block"), vpc.at("ipv6_cidr_block")]);
    places.filter_map(|place| place.string().known()?.parse().ok()).collect()
}

/// The addresses at which a range of a rule or an entry begins, or at which it is over.
#[derive(Debug, Default)]
struct Marks<'a> {
    all: BTreeSet<IpAddr>,
    /// The marks of each network's rules and entries. Those of an unknown network are in
    /// `anywhere`.
    of: HashMap<Resource<'a>, BTreeSet<IpAddr>>,
    anywhere: BTreeSet<IpAddr>,
}

impl<'a> Marks<'a> {
    fn of(rules: &GroupRules<'a>, access: &AccessLists<'a>) -> Self {
        let mut all = Self::default();
        let of_rules = rules
            .all()
            .flat_map(|(group, _, rule)| rule.ranges.iter().map(move |range| (group, *range)));
        let mut networks: HashMap<Resource<'a>, Option<Resource<'a>>> = HashMap::new();
        for (holder, range) in of_rules.chain(access.ranges_of()) {
            let network = networks
                .entry(holder)
                .or_insert_with(|| Follow::Proven.one(&holder.at("vpc_id").link_to(&VPCS)).ok());
            let marks = [Some(range.network()), next(range.broadcast())];
            let own = match network {
                Some(network) => all.of.entry(*network).or_default(),
                None => &mut all.anywhere,
            };
            own.extend(marks.iter().flatten());
            all.all.extend(marks.into_iter().flatten());
        }
        all
    }

    /// The marks that divide the addresses of a network; all marks if the network is not known.
    fn of_network(&self, network: Option<Resource<'a>>) -> BTreeSet<IpAddr> {
        match network {
            Some(network) => {
                self.of.get(&network).into_iter().flatten().chain(&self.anywhere).copied().collect()
            }
            None => self.all.clone(),
        }
    }
}

fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(address) => {
            u32::from(address).checked_add(1).map(|next| Ipv4Addr::from(next).into())
        }
        IpAddr::V6(address) => {
            u128::from(address).checked_add(1).map(|next| Ipv6Addr::from(next).into())
        }
    }
}

/// An address for each part of a range between two marks: within a part all answers are the same.
fn places(range: IpNet, marks: &BTreeSet<IpAddr>) -> Vec<IpAddr> {
    /// A limit against malicious plans: ranges of real plans have far fewer parts.
    const MOST: usize = 64;
    let within = marks
        .range(range.network()..=range.broadcast())
        .copied()
        .filter(|mark| *mark != range.network());
    std::iter::once(range.network()).chain(within).take(MOST).collect()
}

/// Addresses of the internet, of IPv4 and of IPv6, that no narrow range of the plan has: such as
/// are kept for documents. Source: RFC 5737 and RFC 3849.
fn internet(ranges: &BTreeSet<IpNet>) -> [IpAddr; 2] {
    const V4: [[u8; 4]; 4] =
        [[198, 51, 100, 10], [203, 0, 113, 10], [192, 0, 2, 10], [198, 18, 0, 10]];
    const V6: [[u16; 8]; 2] = [[0x2001, 0xdb8, 0, 0, 0, 0, 0, 10], [0x3fff, 0, 0, 0, 0, 0, 0, 10]];
    const WIDE: u8 = 7;
    let is_free = |address: &IpAddr| {
        !ranges.iter().any(|range| range.prefix_len() > WIDE && range.contains(address))
    };
    let (v4, v6) = (V4.map(IpAddr::from), V6.map(IpAddr::from));
    [v4.into_iter().find(is_free).unwrap_or(v4[0]), v6.into_iter().find(is_free).unwrap_or(v6[0])]
}
