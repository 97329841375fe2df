//! Egress: from each subnet to the NAT gateway that its default route really uses, and on to the
//! internet.

use std::collections::{BTreeMap, BTreeSet};

use super::node::{Layer, Node};
use super::tiers::{Positions, faces_internet};
use super::{Column, End, Flow, FlowKind, Tier};
use verify::aws::network::{Egress, Follow, Subnet, list};

/// The ways out; what is unusual about one is noted at its subnets.
pub fn flows(
    tiers: &mut [Tier],
    columns: &[Column],
    nodes: &[Node],
    positions: &Positions,
) -> Vec<Flow> {
    let mut ways: BTreeMap<(FlowKind, End), BTreeSet<End>> = BTreeMap::new();
    let mut crossed: BTreeMap<End, BTreeSet<&str>> = BTreeMap::new();
    for (subnet, cell) in &positions.subnets {
        match Subnet(*subnet).egress(Follow::Assumed) {
            Egress::Zonal(hop) => {
                for nat in hop.resource.iter().flat_map(|gateway| positions.of(*gateway)) {
                    let way = way(*cell, *nat, columns);
                    if way == FlowKind::Crossing {
                        crossed
                            .entry(*cell)
                            .or_default()
                            .extend(nat.column().map(|column| columns[column].title()));
                    }
                    ways.entry((way, *nat)).or_default().insert(*cell);
                }
            }
            Egress::Unknown(_) => note(tiers, *cell, "way out not known"),
            Egress::None | Egress::Regional(_) => {}
        }
    }
    for (cell, zones) in crossed {
        note(tiers, cell, &format!("leaves through {}", list(zones)));
    }
    let to_gateways = ways.into_iter().map(|((way, nat), cells)| Flow {
        kind: way,
        from: cells.into_iter().collect(),
        to: vec![nat],
    });
    to_internet(nodes, positions).into_iter().chain(to_gateways).collect()
}

fn way(cell: End, nat: End, columns: &[Column]) -> FlowKind {
    let (Some(from), Some(to)) = (cell.column(), nat.column()) else { return FlowKind::Out };
    let known = |column: usize| columns[column].zone.is_some();
    if from != to && known(from) && known(to) { FlowKind::Crossing } else { FlowKind::Out }
}

fn note(tiers: &mut [Tier], cell: End, text: &str) {
    let End::Cell { tier, column } = cell else { return };
    if let Some(cell) = &mut tiers[tier].cells[column] {
        cell.note = match cell.note.take() {
            Some(note) if note.contains(text) => Some(note),
            Some(note) => Some(format!("{note}, {text}")),
            None => Some(text.to_owned()),
        };
    }
}

fn to_internet(nodes: &[Node], positions: &Positions) -> Option<Flow> {
    let gateways = nodes.iter().filter(|node| node.layer == Layer::Nat && faces_internet(node));
    let from: Vec<_> = gateways.flat_map(|node| positions.of(node.members[0])).copied().collect();
    (!from.is_empty()).then_some(Flow { kind: FlowKind::Out, from, to: vec![End::Internet] })
}
