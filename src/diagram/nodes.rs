//! Nodes and edges, for DOT and Mermaid, which do the layout themselves.

use std::collections::BTreeSet;

use super::picture::{Card, Cell, End, External, FlowKind, Picture, Tier};

/// What a card says, line by line.
pub fn of_card(card: &Card) -> Vec<String> {
    let mark = card.mark.map(|mark| mark.word().to_uppercase());
    [card.title.clone(), card.name.clone()]
        .into_iter()
        .chain(card.details.clone())
        .chain(mark)
        .collect()
}

/// What subnets say, line by line.
pub fn of_cell(tier: &Tier, cell: &Cell) -> Vec<String> {
    [tier.title.clone(), cell.label.clone()].into_iter().chain(cell.note.clone()).collect()
}

/// The name of a node: never one out of a plan, so that nothing in a plan can be read as part of
/// the language.
pub fn name(end: End) -> String {
    match end {
        End::Clients => "clients".to_owned(),
        End::Internet => "internet".to_owned(),
        End::Card { tier, slot, column } => format!("c{tier}_{slot}_{column}"),
        End::Cell { tier, column } => format!("s{tier}_{column}"),
    }
}

/// What is outside of the VPC.
pub fn outside(picture: &Picture) -> impl Iterator<Item = (String, &External)> {
    let ends = [(End::Clients, &picture.clients), (End::Internet, &picture.internet)];
    ends.into_iter().filter_map(|(end, outside)| Some((name(end), outside.as_ref()?)))
}

/// The subnets of a zone.
pub fn cells(picture: &Picture, column: usize) -> impl Iterator<Item = (String, Vec<String>)> {
    picture.tiers.iter().enumerate().filter_map(move |(tier, content)| {
        let cell = content.cells[column].as_ref()?;
        Some((name(End::Cell { tier, column }), of_cell(content, cell)))
    })
}

/// The cards of a zone.
pub fn cards(picture: &Picture, column: usize) -> impl Iterator<Item = (String, &Card)> {
    picture.tiers.iter().enumerate().flat_map(move |(tier, content)| {
        let slots = content.slots.iter().enumerate();
        slots.filter_map(move |(slot, parts)| {
            Some((name(End::Card { tier, slot, column }), parts.cards[column].as_ref()?))
        })
    })
}

/// Lines from one end to another. Where each of several ends reaches each of several others, the
/// one in the same zone stands for all; the others are drawn only where there is none.
pub fn edges(picture: &Picture) -> BTreeSet<(String, String, FlowKind)> {
    let mut edges = BTreeSet::new();
    for flow in &picture.flows {
        for from in &flow.from {
            let is_near = |to: &&End| to.column().is_some() && to.column() == from.column();
            let near: Vec<_> = flow.to.iter().filter(is_near).collect();
            let reached = if near.is_empty() { flow.to.iter().collect() } else { near };
            edges.extend(reached.into_iter().map(|to| (name(*from), name(*to), flow.kind)));
        }
    }
    edges
}
