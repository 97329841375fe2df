//! Which subnets form a tier, and which tier a resource is in.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::node::{Layer, Node};
use super::{Card, Cell, Column, End, Slot, Subject, Tier, words};
use verify::aws::network::{Subnet, zone_of};
use verify::{Inventory, Planned, Resource};

/// What subnets are for, from the internet down to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Public,
    Application,
    Database,
}

/// A network, by its number, and what subnets of it are for.
type NetworkRole = (usize, Role);

/// The networks of a stack, in the order of their subnets. Each has tiers of its own, so that no
/// two are taken for one.
struct Networks(Vec<(String, String)>);

impl Networks {
    fn of(subnets: &[Resource]) -> Self {
        let mut networks: Vec<(String, String)> = Vec::new();
        for (id, name) in subnets.iter().map(|subnet| network(*subnet)) {
            if !networks.iter().any(|(known, _)| *known == id) {
                networks.push((id, name));
            }
        }
        Self(networks)
    }

    fn number(&self, subnet: Resource) -> usize {
        let (id, _) = network(subnet);
        self.0.iter().position(|(known, _)| *known == id).unwrap_or(self.0.len())
    }

    /// The tiers of several networks are told apart by the network's name.
    fn title(&self, (number, role): NetworkRole, used: &BTreeSet<NetworkRole>) -> String {
        let title = title(role, used.contains(&(number, Role::Database)));
        match (self.0.len(), self.0.get(number)) {
            (0 | 1, _) => title.to_owned(),
            (_, Some((_, name))) => format!("{title} of {name}"),
            (_, None) => format!("{title}, network not known"),
        }
    }
}

/// What tells a network from others, and its name. Where a plan of several networks does not show
/// which one a subnet is in, those of one module are taken to be in one.
fn network(subnet: Resource) -> (String, String) {
    if let Some(vpc) = Subnet(subnet).vpc().one() {
        return (vpc.address().to_owned(), words::name(vpc));
    }
    let are_several = subnet.inventory().all("aws_vpc").nth(1).is_some();
    let module = if are_several { subnet.module() } else { "" };
    let id = subnet.at("vpc_id").string().known().unwrap_or(module);
    (id.to_owned(), words::clean(id))
}

/// The position of everything.
#[derive(Debug, Default)]
pub struct Positions<'a> {
    /// The positions of each node's parts.
    pub parts: Vec<Vec<End>>,
    /// Each subnet, in the order of the plan.
    pub subnets: Vec<(Resource<'a>, End)>,
    nodes: HashMap<&'a str, usize>,
}

impl Positions<'_> {
    /// Where the node with this resource is.
    pub fn of(&self, resource: Resource) -> &[End] {
        self.nodes
            .get(resource.address())
            .map(|node| self.parts[*node].as_slice())
            .unwrap_or_default()
    }
}

/// The columns, the tiers, and where things have come to are in them.
pub fn arrange<'a>(
    inventory: &'a Inventory,
    nodes: &[Node<'a>],
) -> (Vec<Column>, Vec<Tier>, Positions<'a>) {
    let subnets: Vec<_> = Subnet::all(inventory).map(|subnet| subnet.0).collect();
    let columns = columns(&subnets, nodes);
    let networks = Networks::of(&subnets);
    let roles: HashMap<_, _> = subnets
        .iter()
        .map(|subnet| (subnet.address(), (networks.number(*subnet), role(*subnet, nodes))))
        .collect();
    let of_nodes: Vec<_> = nodes.iter().map(|node| role_of(node, &roles, &networks)).collect();
    let used: BTreeSet<NetworkRole> = roles.values().chain(&of_nodes).copied().collect();
    let mut positions = Positions { parts: vec![Vec::new(); nodes.len()], ..Positions::default() };
    let mut tiers = Vec::new();
    for (number, role) in used.iter().enumerate() {
        let mut tier = Tier {
            title: networks.title(*role, &used),
            is_public: role.1 == Role::Public,
            cells: cells(number, *role, &subnets, &roles, &columns, &mut positions),
            slots: Vec::new(),
        };
        let mut layers = Vec::new();
        for (index, node) in nodes.iter().enumerate().filter(|(index, _)| of_nodes[*index] == *role)
        {
            positions.parts[index] = place(&mut tier, &mut layers, number, node, &columns);
            positions.nodes.extend(node.members.iter().map(|member| (member.address(), index)));
        }
        tiers.push(tier);
    }
    (columns, tiers, positions)
}

fn columns(subnets: &[Resource], nodes: &[Node]) -> Vec<Column> {
    let of_nodes = nodes.iter().flat_map(|node| &node.parts).map(|part| part.zone);
    let zones: BTreeSet<_> =
        subnets.iter().map(|subnet| zone_of(*subnet)).chain(of_nodes).collect();
    let column = |zone: &str| Column { zone: Some(words::clean(zone)), is_lost: false };
    let known = zones.iter().flatten().map(|zone| column(zone));
    known.chain(zones.contains(&None).then_some(Column { zone: None, is_lost: false })).collect()
}

/// Where a zone is. The place of what is not known comes last.
fn column_of(zone: Option<&str>, columns: &[Column]) -> usize {
    let zone = zone.map(words::clean);
    columns.iter().position(|column| column.zone == zone).unwrap_or(columns.len().saturating_sub(1))
}

/// Public is what packets from the internet reach: by its route, or by what is in it. Source:
/// Amazon VPC User Guide, "Subnet types".
fn role(subnet: Resource, nodes: &[Node]) -> Role {
    let here: Vec<_> = nodes.iter().filter(|node| node.subnets.contains(&subnet)).collect();
    let gateway = Subnet(subnet).internet_route().is_some();
    let addresses = subnet.at("map_public_ip_on_launch").bool() == Planned::Known(true);
    if gateway || addresses || here.iter().any(|node| faces_internet(node)) {
        return Role::Public;
    }
    let has = |subject| here.iter().any(|node| node.layer.subject() == subject);
    if has(Subject::Data) && !has(Subject::Compute) { Role::Database } else { Role::Application }
}

/// Whether something can do its work only in a public subnet.
pub fn faces_internet(node: &Node) -> bool {
    node.members.iter().any(|member| match node.layer {
        Layer::LoadBalancer => member.at("internal").bool().or(false) == Planned::Known(false),
        // An endpoint of a firewall leads to the next route table.
        Layer::Nat if member.kind() == "aws_nat_gateway" => {
            member.at("connectivity_type").string().or("public") == Planned::Known("public")
        }
        Layer::Nat => matches!(member.kind(), "aws_instance" | "aws_network_interface"),
        _ => false,
    })
}

/// The role of a node's subnets; if they are not known, the role that its kind mostly has.
fn role_of(node: &Node, roles: &HashMap<&str, NetworkRole>, networks: &Networks) -> NetworkRole {
    let by_subnet = node.subnets.iter().find_map(|subnet| roles.get(subnet.address()).copied());
    let role = match node.layer.subject() {
        Subject::Data => Role::Database,
        Subject::Network if faces_internet(node) => Role::Public,
        Subject::Network | Subject::Compute => Role::Application,
    };
    // In the only network; if there are several, in none of them.
    by_subnet.unwrap_or((if networks.0.len() == 1 { 0 } else { networks.0.len() }, role))
}

fn title(role: Role, has_database: bool) -> &'static str {
    match role {
        Role::Public => "Public subnets",
        Role::Application if has_database => "Application subnets",
        Role::Application => "Private subnets",
        Role::Database => "Database subnets",
    }
}

fn cells<'a>(
    tier: usize,
    role: NetworkRole,
    subnets: &[Resource<'a>],
    roles: &HashMap<&str, NetworkRole>,
    columns: &[Column],
    positions: &mut Positions<'a>,
) -> Vec<Option<Cell>> {
    let mut by_column: BTreeMap<usize, Vec<Resource>> = BTreeMap::new();
    for subnet in subnets.iter().filter(|subnet| roles.get(subnet.address()) == Some(&role)) {
        let column = column_of(zone_of(*subnet), columns);
        positions.subnets.push((*subnet, End::Cell { tier, column }));
        by_column.entry(column).or_default().push(*subnet);
    }
    (0..columns.len()).map(|column| by_column.get(&column).map(|subnets| cell(subnets))).collect()
}

fn cell(subnets: &[Resource]) -> Cell {
    let label = match subnets {
        [only] => {
            only.at("cidr_block").string().known().map_or_else(|| words::name(*only), words::clean)
        }
        several => words::counted(several.len(), "subnet"),
    };
    let addresses: Vec<_> = subnets.iter().map(|subnet| words::clean(subnet.address())).collect();
    Cell { label, note: None, addresses: addresses.join(", ") }
}

/// Puts the parts of a node into slots, several in one zone below each other. Nodes with a single
/// part share a row with others of their kind, such as the NAT gateways of all zones.
fn place(
    tier: &mut Tier,
    layers: &mut Vec<Layer>,
    number: usize,
    node: &Node,
    columns: &[Column],
) -> Vec<End> {
    let first = match node.parts[..] {
        [_] => layers.iter().position(|layer| *layer == node.layer).unwrap_or(tier.slots.len()),
        _ => tier.slots.len(),
    };
    let mut ends = Vec::new();
    for part in &node.parts {
        let column = column_of(part.zone, columns);
        let is_free = |slot: &Slot| slot.cards[column].is_none();
        let slot = (first..tier.slots.len())
            .find(|slot| is_free(&tier.slots[*slot]))
            .unwrap_or(tier.slots.len());
        if slot == tier.slots.len() {
            tier.slots.push(Slot { cards: vec![None::<Card>; columns.len()] });
            layers.push(node.layer);
        }
        tier.slots[slot].cards[column] = Some(part.card.clone());
        ends.push(End::Card { tier: number, slot, column });
    }
    ends
}
