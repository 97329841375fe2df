//! [`Lost`]: the impact of a zone loss on everything in the picture.

use std::collections::{BTreeSet, HashMap};

use thiserror::Error;

use super::node::{Layer, Node, Part};
use super::tiers::Positions;
use super::{End, Mark, Picture, words};
use verify::aws::network::{Subnet, list};
use verify::loss::{Cluster, Impact, Instance, Service, ZoneLossAnalysis};
use verify::reach::Reach;

/// What becomes of everything when zones are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The zones.
    pub zones: Vec<String>,
    /// The worst of all impacts.
    pub verdict: Mark,
    /// Each thing with its impact, the worst first.
    pub impacts: Vec<NodeImpact>,
    /// The alarms that are raised.
    pub alarms: Vec<String>,
}

/// Something, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeImpact {
    /// What becomes of it, in a word.
    pub mark: Mark,
    /// The name of its type.
    pub title: String,
    /// What its owner calls it.
    pub name: String,
    /// The reason.
    pub why: String,
}

/// A zone that is to be lost, but is not in the picture.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum UnknownZone {
    /// The stack is in zones, but not in this one.
    #[error("--lose {0}: nothing of this stack is in such a zone; its zones are {1}")]
    None(String, String),
    /// No zone of the stack is known.
    #[error("--lose {0}: nothing of this stack is in a zone that is known")]
    NoZones(String),
}

/// The zones that are meant by names, letters or `zone-b`.
///
/// # Errors
/// When a name means no zone of the picture.
pub fn zones_named<'p>(
    picture: &'p Picture,
    names: &[String],
) -> Result<Vec<&'p str>, UnknownZone> {
    let zones = picture.zones();
    let mut lost = Vec::new();
    for name in names {
        let letter = name.strip_prefix("zone-").unwrap_or(name);
        let is_meant = |zone: &&str| *zone == name || (letter.len() == 1 && zone.ends_with(letter));
        let mut meant = zones.iter().copied().filter(is_meant).peekable();
        if meant.peek().is_none() {
            let known = list(zones.iter().copied());
            return Err(if zones.is_empty() {
                UnknownZone::NoZones(name.clone())
            } else {
                UnknownZone::None(name.clone(), known)
            });
        }
        lost.extend(meant);
    }
    lost.sort_unstable();
    lost.dedup();
    Ok(lost)
}

/// Takes zones away from a picture.
pub fn take_away(
    picture: &mut Picture,
    reach: &Reach,
    nodes: &[Node],
    positions: &Positions,
    lost: &[&str],
) {
    let inventory = reach.network.inventory();
    for column in &mut picture.columns {
        column.is_lost = column.zone.as_deref().is_some_and(|zone| lost.contains(&zone));
    }
    let loss = ZoneLossAnalysis::when(inventory, lost);
    let of_resource: HashMap<_, _> =
        loss.rows.iter().map(|row| (row.resource.address(), &row.impacts[0])).collect();
    let services: HashMap<_, _> =
        Service::all(inventory).map(|service| (service.resource.address(), service)).collect();
    let clusters: HashMap<_, _> =
        Cluster::all(inventory).map(|cluster| (cluster.resource.address(), cluster)).collect();
    let mut impacts = Vec::new();
    for (node, ends) in nodes.iter().zip(&positions.parts) {
        let impact = impact(node, &of_resource, lost);
        for (part, end) in node.parts.iter().zip(ends) {
            let services = node.members.iter().filter_map(|member| services.get(member.address()));
            let is_whole = node.parts.len() == 1;
            mark(picture, *end, part_mark(services, part, is_whole, &impact, lost));
        }
        if let Some(cluster) = clusters.get(node.members[0].address()) {
            promote(picture, cluster, ends, lost);
        }
        if node.layer != Layer::Nat {
            impacts.push(node_impact(node, &impact));
        }
    }
    impacts.extend(outbound(nodes, &loss));
    impacts.extend(severed(reach, lost));
    impacts.sort_by_key(|node_impact| std::cmp::Reverse(node_impact.mark));
    let verdict =
        impacts.iter().map(|node_impact| node_impact.mark).max().unwrap_or(Mark::Survives);
    let alarms = loss.cases[0].alarms.iter().map(|alarm| words::name(*alarm)).collect();
    let zones: Vec<_> = lost.iter().map(|zone| (*zone).to_owned()).collect();
    picture.title = format!("Loss of {}: {}", list(lost.iter().copied()), sentence(verdict));
    picture.lost = Some(Lost { zones, verdict, impacts, alarms });
}

fn sentence(verdict: Mark) -> &'static str {
    match verdict {
        Mark::Survives => "the stack survives",
        Mark::Degraded => "the stack goes on, degraded",
        Mark::Unknown => "whether the stack survives is not known",
        Mark::Lost => "a part of the stack is lost",
    }
}

/// The worst impact among what is drawn as one; of what the proof does not cover, by its zones
/// alone.
fn impact(node: &Node, of_resource: &HashMap<&str, &Impact>, lost: &[&str]) -> Impact {
    let known = node.members.iter().filter_map(|member| of_resource.get(member.address()).copied());
    known.max_by_key(|impact| impact.rank()).cloned().unwrap_or_else(|| by_zones(node, lost))
}

fn by_zones(node: &Node, lost: &[&str]) -> Impact {
    let zones: Vec<_> = node.parts.iter().filter_map(|part| part.zone).collect();
    if zones.len() < node.parts.len() {
        return Impact::Unknown("its zone is not known".to_owned());
    }
    if zones.iter().all(|zone| lost.contains(zone)) {
        return Impact::Lost(format!("is only in {}", list(zones)));
    }
    Impact::Survives("is in none of the lost zones".to_owned())
}

/// What is in a lost zone is lost, and tasks that lost their way out too; the rest fares as the
/// whole does.
fn part_mark<'s>(
    mut services: impl Iterator<Item = &'s Service<'s>>,
    part: &Part,
    is_whole: bool,
    impact: &Impact,
    lost: &[&str],
) -> Mark {
    let Some(zone) = part.zone else { return if is_whole { impact.into() } else { Mark::Unknown } };
    let is_cut_off =
        lost.contains(&zone) || services.any(|service| service.out_of_work(lost).0.contains(zone));
    if is_cut_off { Mark::Lost } else { impact.into() }
}

fn mark(picture: &mut Picture, end: End, mark: Mark) {
    if let Some(card) = card_mut(picture, end) {
        card.mark = Some(mark);
    }
}

fn card_mut(picture: &mut Picture, end: End) -> Option<&mut super::Card> {
    let End::Card { tier, slot, column } = end else { return None };
    picture.tiers.get_mut(tier)?.slots.get_mut(slot)?.cards.get_mut(column)?.as_mut()
}

/// Where the writer of a cluster is lost, the next in order becomes the writer, and requests lead
/// there.
fn promote(picture: &mut Picture, cluster: &Cluster, ends: &[End], lost: &[&str]) -> Option<()> {
    let is_left = |instance: &&Instance| instance.zone.is_some_and(|zone| !lost.contains(&zone));
    let end = |instance: &Instance| {
        let index =
            cluster.instances.iter().position(|other| other.resource == instance.resource)?;
        ends.get(index).copied()
    };
    let writer = cluster.candidate(cluster.instances.iter())?;
    let next = cluster.candidate(cluster.instances.iter().filter(is_left))?;
    let (writer_end, next_end) = (end(writer)?, end(next)?);
    // With the loss of more than one zone, storage loses its quorum and nothing can be written.
    if lost.len() == 1 && writer.zone.is_some_and(|zone| lost.contains(&zone)) {
        card_mut(picture, next_end)?.details.push("becomes the writer".to_owned());
        let targets = picture.flows.iter_mut().flat_map(|flow| &mut flow.to);
        targets.filter(|target| **target == writer_end).for_each(|target| *target = next_end);
    }
    Some(())
}

fn node_impact(node: &Node, impact: &Impact) -> NodeImpact {
    let (title, name) = match node.layer {
        Layer::Database if node.members[0].kind() == "aws_rds_cluster" => {
            ("Aurora cluster".to_owned(), words::name(node.members[0]))
        }
        _ => node.label(),
    };
    let title = title.strip_suffix(" node").map_or(title.clone(), str::to_owned);
    NodeImpact { mark: impact.into(), title, name, why: words::clean(impact.why()) }
}

/// The flows that something which is left needs a lost zone for.
fn severed(reach: &Reach, lost: &[&str]) -> Vec<NodeImpact> {
    let mut impacts: Vec<NodeImpact> = Vec::new();
    for severed in reach.severed(lost) {
        let (from, flow) = (severed.from.name(&reach.network), severed.flow);
        let why = words::clean(&format!("{from} does not reach {} on port {}", flow.to, flow.port));
        let mark = if severed.is_whole { Mark::Lost } else { Mark::Degraded };
        let name = words::clean(&format!("to {}", flow.to));
        impacts.push(NodeImpact { mark, title: "Needed flow".to_owned(), name, why });
    }
    impacts
}

/// What becomes of the ways out of the zones that are left, as the table says it of each subnet.
fn outbound(nodes: &[Node], loss: &ZoneLossAnalysis) -> Option<NodeImpact> {
    let ways: Vec<_> =
        loss.rows.iter().filter(|row| Subnet::KINDS.contains(&row.resource.kind())).collect();
    let gateways = nodes.iter().filter(|node| node.layer == Layer::Nat).count();
    if gateways == 0 && ways.is_empty() {
        return None;
    }
    let cut_off = ways.iter().filter(|way| matches!(way.impacts[0], Impact::Degraded(_)));
    let cut_off: BTreeSet<_> = cut_off.flat_map(|way| way.zones.iter().copied()).collect();
    let worst = ways.iter().map(|way| &way.impacts[0]).max_by_key(|impact| impact.rank());
    let (mark, why) = match worst {
        Some(impact @ Impact::Degraded(_)) => {
            (impact.into(), format!("subnets in {} leave through a lost zone", list(cut_off)))
        }
        Some(impact @ (Impact::Unknown(_) | Impact::Lost(_))) => {
            (impact.into(), words::clean(impact.why()))
        }
        Some(Impact::Survives(_)) | None => {
            (Mark::Survives, "no subnet of another zone leaves through a lost zone".to_owned())
        }
    };
    let name = if gateways > 0 { words::counted(gateways, "NAT gateway") } else { String::new() };
    Some(NodeImpact { mark, title: "Outbound traffic".to_owned(), name, why })
}
