//! The lines: a trunk for each flow, and a branch to each of its ends.

use super::super::picture::{End, Flow, Mark, Picture, Way};
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
                canvas.line(Line { points: vec![(left, y), (right, y)], class: class(flow.way, is_dead), arrow: false, dot: false });
            }
        }
        for branch in &net.branches {
            let is_dead = is_lost(picture, branch.end) || all_lost(picture, &flow.from);
            canvas.line(line(grid, net, branch, trunk, class(flow.way, is_dead)));
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

/// From the trunk to an end, or, where there is no trunk, along the rail.
fn line(grid: &Grid, net: &Net, branch: &Branch, trunk: Option<f64>, class: &'static str) -> Line {
    let x = grid.x(net, branch.end, branch.by);
    let mut points = match branch.by {
        By::Outside => vec![(x, trunk.unwrap_or_default()), (x, grid.outside(branch.end).bottom())],
        By::Port => {
            let rect = place(grid, branch.end);
            let edge = if branch.is_target { rect.0 } else { rect.0 + rect.1 };
            vec![(x, trunk.unwrap_or(edge)), (x, edge)]
        }
        By::Rail { side, down, .. } => {
            let (top, height) = place(grid, branch.end);
            let y = top + height * down;
            let begin = trunk.unwrap_or_else(|| target_height(grid, net).unwrap_or(y));
            vec![(x, begin), (x, y), (edge(grid, branch.end, side), y)]
        }
    };
    points.dedup();
    let dot = trunk.is_some() && grid.span(net).0 < grid.span(net).1;
    Line { points, class, arrow: branch.is_target, dot }
}

/// Where a line in one rail leads.
fn target_height(grid: &Grid, net: &Net) -> Option<f64> {
    net.branches.iter().filter(|branch| branch.is_target).find_map(|branch| match branch.by {
        By::Rail { down, .. } => {
            let (top, height) = place(grid, branch.end);
            Some(top + height * down)
        }
        _ => None,
    })
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
