//! The lines: a trunk for each flow, and a branch to each of its ends.

use std::collections::BTreeMap;

use super::super::picture::{End, Flow, FlowKind, Mark, Picture};
use super::grid::Grid;
use super::routes::{Branch, By, Net, Routes};
use super::{Canvas, Line};

/// All lines.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid, routes: &Routes) {
    for (number, (flow, net)) in picture.flows.iter().zip(&routes.nets).enumerate() {
        let trunk = net.has_trunk().then_some(grid.trunks[number]);
        let track = Track { number, flow, net, trunk, grid };
        if let Some(line) = track.trunk_line(picture) {
            canvas.line(line);
        }
        let mut reached = BTreeMap::new();
        for branch in track.outwards() {
            canvas.line(track.branch_line(picture, branch, &mut reached));
        }
    }
}

/// How a kind of line looks; what leads to or from something lost is faint.
pub fn class(way: FlowKind, is_dead: bool) -> &'static str {
    match (way, is_dead) {
        (FlowKind::Request, false) => "request",
        (FlowKind::Request, true) => "request dead",
        (FlowKind::Blocked, false) => "blocked",
        (FlowKind::Blocked, true) => "blocked dead",
        (FlowKind::Unknown, false) => "doubt",
        (FlowKind::Unknown, true) => "doubt dead",
        (FlowKind::Out, false) => "out",
        (FlowKind::Out, true) => "out dead",
        (FlowKind::Crossing, false) => "crossing",
        (FlowKind::Crossing, true) => "crossing dead",
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

/// How far the branches of one line have come, in each rail, upwards and downwards.
type Reached = BTreeMap<(usize, usize, bool), f64>;

/// A flow that is being drawn.
struct Track<'p> {
    number: usize,
    flow: &'p Flow,
    net: &'p Net,
    /// The height of its trunk, if it leaves one rail.
    trunk: Option<f64>,
    grid: &'p Grid,
}

impl<'p> Track<'p> {
    fn trunk_line(&self, picture: &Picture) -> Option<Line> {
        let y = self.trunk?;
        let (left, right) = self.grid.span(self.net);
        let is_dead = all_lost(picture, &self.flow.from) || all_lost(picture, &self.flow.to);
        let line = self.line(vec![(left, y), (right, y)], is_dead);
        (right > left).then_some(line)
    }

    /// The line from the trunk to an end, or along the rail if there is no trunk. A branch
    /// continues from the one before it.
    fn branch_line(&self, picture: &Picture, branch: &Branch, reached: &mut Reached) -> Line {
        let x = self.grid.x(self.net, branch.end, branch.by);
        let y = self.height(branch);
        let start = self.start().unwrap_or(y);
        let mut points = match branch.by {
            By::Outside | By::Port => vec![(x, start), (x, y)],
            By::Rail { side, .. } => {
                let rail = (branch.end.column().unwrap_or_default(), side, y > start);
                let from = reached.insert(rail, y).unwrap_or(start);
                vec![(x, from), (x, y), (edge(self.grid, branch.end, side), y)]
            }
        };
        points.dedup();
        let (left, right) = self.grid.span(self.net);
        let is_dead = is_lost(picture, branch.end) || all_lost(picture, &self.flow.from);
        let line = self.line(points, is_dead);
        Line { arrow: branch.is_target, dot: self.trunk.is_some() && left < right, ..line }
    }

    fn line(&self, points: Vec<(f64, f64)>, is_dead: bool) -> Line {
        let class = class(self.flow.kind, is_dead);
        Line { points, class, arrow: false, dot: false, flow: Some(self.number) }
    }

    /// Where branches begin: at the trunk, or, within one rail, where the line leads.
    fn start(&self) -> Option<f64> {
        let target = || self.net.branches.iter().find(|branch| branch.is_target);
        self.trunk.or_else(|| target().map(|branch| self.height(branch)))
    }

    /// The branches, those nearest to where they begin first.
    fn outwards(&self) -> Vec<&'p Branch> {
        let start = self.start().unwrap_or_default();
        let distance = |branch: &Branch| (self.height(branch) - start).abs();
        let mut branches: Vec<_> = self.net.branches.iter().collect();
        branches.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        branches
    }

    /// The height at which a branch meets its end.
    fn height(&self, branch: &Branch) -> f64 {
        let (top, height) = place(self.grid, branch.end);
        match branch.by {
            By::Outside => self.grid.outside(branch.end).bottom(),
            By::Port if branch.is_target => top,
            By::Port => top + height,
            By::Rail { down, .. } => top + height * down,
        }
    }
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
