//! A [`Picture`] in DOT, the language of Graphviz.
//! Source: <https://graphviz.org/doc/info/lang.html>.

use std::collections::BTreeSet;

use super::picture::{Card, End, Mark, Outside, Picture, Way};

/// The picture in DOT: zones are clusters, and what becomes of something is a word and a style.
pub fn dot(picture: &Picture) -> String {
    let names = Names::of(picture);
    let mut lines = vec![
        "digraph stack {".to_owned(),
        format!("  graph [label=\"{}\", labelloc=t, fontname=Helvetica, newrank=true];", escaped(&[picture.title.clone()])),
        "  node [shape=box, fontname=Helvetica, fontsize=11];".to_owned(),
        "  edge [fontname=Helvetica, fontsize=10];".to_owned(),
    ];
    for (id, outside) in names.outside(picture) {
        let label = escaped(&[outside.title.clone(), outside.detail.clone()]);
        lines.push(format!("  {id} [label=\"{label}\", shape=ellipse];"));
    }
    for (column, zone) in picture.columns.iter().enumerate() {
        let lost = if zone.is_lost { ": lost" } else { "" };
        let title = escaped(&[format!("Zone {}{lost}", zone.title())]);
        lines.push(format!("  subgraph cluster_{column} {{\n    label=\"{title}\"; style=dashed;"));
        for (number, tier) in picture.tiers.iter().enumerate() {
            let Some(cell) = &tier.cells[column] else { continue };
            let label = [vec![tier.title.clone(), cell.label.clone()], cell.note.iter().cloned().collect()].concat();
            lines.push(format!("    {} [label=\"{}\", shape=folder];", names.cell(number, column), escaped(&label)));
        }
        for (id, card) in names.cards_of(picture, column) {
            lines.push(format!("    {id} [label=\"{}\"{}];", escaped(&label(card)), card.mark.map(style).unwrap_or_default()));
        }
        lines.push("  }".to_owned());
    }
    for (from, to, way) in edges(picture, &names) {
        let look = match way {
            Way::Request => "",
            Way::Out => " [style=dashed, constraint=false]",
            Way::Crossing => " [style=dashed, penwidth=2, color=\"#c2410c\", label=\"crosses zones\", constraint=false]",
        };
        lines.push(format!("  {from} -> {to}{look};"));
    }
    lines.join("\n") + "\n}\n"
}

fn style(mark: Mark) -> &'static str {
    match mark {
        Mark::Survives => ", color=\"#2f7d3b\", penwidth=2",
        Mark::Degraded => ", color=\"#b26a00\", penwidth=2, style=dashed",
        Mark::Unknown => ", color=\"#6b7684\", penwidth=2, style=dotted",
        Mark::Lost => ", color=\"#9f1c1c\", penwidth=2, style=\"dotted,diagonals\"",
    }
}

/// Lines of a label.
fn escaped(lines: &[String]) -> String {
    let one = |line: &String| line.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    lines.iter().filter(|line| !line.is_empty()).map(one).collect::<Vec<_>>().join("\\n")
}

/// What a card says, line by line.
pub fn label(card: &Card) -> Vec<String> {
    let mark = card.mark.map(|mark| mark.word().to_uppercase());
    [card.title.clone(), card.name.clone()].into_iter().chain(card.details.clone()).chain(mark).collect()
}

/// The nodes' names: never those of a plan, so that nothing in one can be read as part of the language.
#[derive(Debug)]
pub struct Names;

impl Names {
    /// Of a picture.
    pub fn of(_picture: &Picture) -> Self {
        Names
    }

    /// Of an end.
    pub fn end(&self, end: End) -> String {
        match end {
            End::Clients => "clients".to_owned(),
            End::Internet => "internet".to_owned(),
            End::Card { tier, slot, column } => format!("c{tier}_{slot}_{column}"),
            End::Cell { tier, column } => self.cell(tier, column),
        }
    }

    /// Of subnets.
    pub fn cell(&self, tier: usize, column: usize) -> String {
        format!("s{tier}_{column}")
    }

    /// What is outside, with its name.
    pub fn outside<'p>(&self, picture: &'p Picture) -> impl Iterator<Item = (&'static str, &'p Outside)> {
        let clients = picture.clients.iter().map(|outside| ("clients", outside));
        clients.chain(picture.internet.iter().map(|outside| ("internet", outside)))
    }

    /// The cards of a zone, with their names.
    pub fn cards_of<'p>(&self, picture: &'p Picture, column: usize) -> impl Iterator<Item = (String, &'p Card)> {
        picture.tiers.iter().enumerate().flat_map(move |(tier, content)| {
            let cards = content.slots.iter().enumerate();
            cards.filter_map(move |(slot, parts)| Some((format!("c{tier}_{slot}_{column}"), parts.cards[column].as_ref()?)))
        })
    }
}

/// Every line from one end to another, once. Where each of several ends reaches each of several others, those in the same
/// zone stand for all: the others are drawn only where an end has none in its zone.
pub fn edges(picture: &Picture, names: &Names) -> BTreeSet<(String, String, Way)> {
    let mut edges = BTreeSet::new();
    for flow in &picture.flows {
        for from in &flow.from {
            let near: Vec<_> = flow.to.iter().filter(|to| to.column().is_some() && to.column() == from.column()).collect();
            let reached = if near.is_empty() { flow.to.iter().collect() } else { near };
            edges.extend(reached.into_iter().map(|to| (names.end(*from), names.end(*to), flow.way)));
        }
    }
    edges
}
