//! The lines: a trunk for each flow, and a branch to each of its ends.

use std::collections::BTreeMap;

use super::super::picture::{End, Mark, Picture, Way};
use super::grid::Grid;
use super::routes::{Branch, By, Net, Routes};
use super::{Canvas, Line};

/// All lines.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid, routes: &Routes) {
    for (number, (flow, net)) in picture.flows.iter().zip(&routes.nets).enumerate() {
        let trunk = net.has_trunk().then_some(grid.trunks[number]);
        if let Some(y) = trunk {
            let (left, right) = grid.span(net);
            let is_dead = all_lost(picture, &flow.from) || all_lost(picture, &flow.to);
            if right > left {
                canvas.line(Line {
                    points: vec![(left, y), (right, y)],
                    class: class(flow.way, is_dead),
                    arrow: false,
                    dot: false,
                });
            }
        }
        let begin = trunk.or_else(|| target_height(grid, net));
        let mut reached: BTreeMap<(usize, usize, bool), f64> = BTreeMap::new();
        for branch in outwards(grid, &net.branches, begin) {
            let is_dead = is_lost(picture, branch.end) || all_lost(picture, &flow.from);
            let class = class(flow.way, is_dead);
            canvas.line(line(grid, net, branch, begin, trunk.is_some(), class, &mut reached));
        }
    }
}

/// How a kind of line looks; what leads to or from something lost is faint.
pub fn class(way: Way, is_dead: bool) -> &'static str {
    match (way, is_dead) {
        (Way::Request, false) => "request",
        (Way::Request, true) => "request dead",
        (Way::Out, false) => "out",
        (Way::Out, true) => "out dead",
        (Way::Crossing, false) => "crossing",
        (Way::Crossing, true) => "crossing dead",
    }
}

fn is_lost(picture: &Picture, end: End) -> bool {
    match end {
        End::Card { .. } => picture.card(end).is_some_and(|card| card.mark == Some(Mark::Lost)),
        End::Cell { column, .. } => picture.columns[column].is_lost,
        End::Clients | End::Internet => false,
    }
}

fn all_lost(picture: &Picture, ends: &[End]) -> bool {
    ends.iter().all(|end| is_lost(picture, *end))
}

/// The branches, those nearest to where they begin first: each goes on from the one before it in the same rail.
fn outwards<'n>(grid: &Grid, branches: &'n [Branch], begin: Option<f64>) -> Vec<&'n Branch> {
    let mut branches: Vec<_> = branches.iter().collect();
    let distance = |branch: &Branch| (height(grid, branch) - begin.unwrap_or_default()).abs();
    branches.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    branches
}

/// From the trunk to an end, or, where there is no trunk, along the rail.
fn line(
    grid: &Grid,
    net: &Net,
    branch: &Branch,
    begin: Option<f64>,
    has_trunk: bool,
    class: &'static str,
    reached: &mut BTreeMap<(usize, usize, bool), f64>,
) -> Line {
    let x = grid.x(net, branch.end, branch.by);
    let y = height(grid, branch);
    let start = begin.unwrap_or(y);
    let mut points = match branch.by {
        By::Outside | By::Port => vec![(x, start), (x, y)],
        By::Rail { side, .. } => {
            let rail = (branch.end.column().unwrap_or_default(), side, y > start);
            let from = reached.insert(rail, y).unwrap_or(start);
            vec![(x, from), (x, y), (edge(grid, branch.end, side), y)]
        }
    };
    points.dedup();
    let (left, right) = grid.span(net);
    Line { points, class, arrow: branch.is_target, dot: has_trunk && left < right }
}

/// The height at which a branch meets its end.
fn height(grid: &Grid, branch: &Branch) -> f64 {
    let (top, height) = place(grid, branch.end);
    match branch.by {
        By::Outside => grid.outside(branch.end).bottom(),
        By::Port if branch.is_target => top,
        By::Port => top + height,
        By::Rail { down, .. } => top + height * down,
    }
}

/// Where a line in one rail leads.
fn target_height(grid: &Grid, net: &Net) -> Option<f64> {
    net.branches.iter().find(|branch| branch.is_target).map(|branch| height(grid, branch))
}

/// The top and the height of what a branch meets: a card, or the heading of subnets.
fn place(grid: &Grid, end: End) -> (f64, f64) {
    match end {
        End::Card { tier, slot, column } => {
            let card = grid.card(tier, slot, column);
            (card.y, card.h)
        }
        End::Cell { tier, column } => (grid.cell(tier, column).y, grid.headings[tier]),
        End::Clients | End::Internet => (0.0, 0.0),
    }
}

/// The edge that a branch through a rail meets.
fn edge(grid: &Grid, end: End, side: usize) -> f64 {
    let rect = match end {
        End::Card { tier, slot, column } => grid.card(tier, slot, column),
        End::Cell { tier, column } => grid.cell(tier, column),
        End::Clients | End::Internet => grid.vpc,
    };
    if side == 0 { rect.x } else { rect.right() }
}
