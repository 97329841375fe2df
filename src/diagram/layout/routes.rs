//! [`Routes`]: the path of each line, before anything has a size.
//!
//! Rows of cards are *levels*, counted from the top through all tiers; channel `n` is above level
//! `n`. A line has one *trunk*, in the channel above the topmost end it leads to, and a *branch* to
//! each end: straight from the trunk to the top or bottom of a card in the next level, else through
//! the rail of the card's column to its side.

use std::collections::BTreeMap;

use super::super::picture::{End, Flow, Picture};
use super::lanes;

/// The ways of all lines.
#[derive(Debug, Default)]
pub struct Routes {
    /// One for each flow.
    pub nets: Vec<Net>,
    /// How many lanes the widest rail on the left has, and on the right.
    pub rails: [usize; 2],
}

/// The way of one line.
#[derive(Debug, Clone)]
pub struct Net {
    /// The channel of its trunk.
    pub trunk: usize,
    /// Its ends.
    pub branches: Vec<Branch>,
    /// Which of the lines that meet cards in the channel of the trunk it is, and of how many.
    pub port: (usize, usize),
}

/// The way from the trunk to one end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Branch {
    /// The end.
    pub end: End,
    /// Whether the line leads there.
    pub is_target: bool,
    /// How it gets there.
    pub by: By,
}

/// How a branch gets to its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By {
    /// Straight up to what is outside of the VPC.
    Outside,
    /// Straight to the top or bottom of a card.
    Port,
    /// Through a rail to the side of a card or of a tier's subnets: its lane, and how far down the
    /// side.
    Rail {
        /// On the left (0) or on the right (1) of the cards.
        side: usize,
        /// Counted from the cards outwards.
        lane: usize,
        /// From 0, the top, to 1.
        down: f64,
    },
}

impl Routes {
    /// Routes the flows of a picture.
    pub fn of(picture: &Picture) -> Self {
        let levels = Levels::of(picture);
        let mut routes = Self {
            nets: picture.flows.iter().map(|flow| net(flow, &levels)).collect(),
            ..Self::default()
        };
        routes.spread_sides();
        routes.assign_rails(&levels);
        routes.assign_ports();
        routes
    }

    /// Lines that meet the same side of the same thing do so below each other.
    fn spread_sides(&mut self) {
        let mut met: BTreeMap<(End, usize), usize> = BTreeMap::new();
        self.each_rail(|end, side, _, _, _| *met.entry((end, side)).or_default() += 1);
        let mut seen: BTreeMap<(End, usize), usize> = BTreeMap::new();
        self.each_rail(|end, side, _, down, _| {
            let nth = seen.entry((end, side)).or_default();
            *nth += 1;
            *down = *nth as f64 / (met[&(end, side)] + 1) as f64;
        });
    }

    fn assign_rails(&mut self, levels: &Levels) {
        let mut spans: BTreeMap<(usize, usize), BTreeMap<usize, (f64, f64)>> = BTreeMap::new();
        self.each_rail(|end, side, _, down, (net, trunk)| {
            let here = levels.height(end, *down);
            let column = end.column().unwrap_or_default();
            let span = spans.entry((side, column)).or_default().entry(net).or_insert((here, here));
            let there = trunk.map_or(here, |trunk| 2.0 * trunk as f64);
            *span = (span.0.min(here).min(there), span.1.max(here).max(there));
        });
        let mut lanes_of: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
        for ((side, column), nets) in &spans {
            let (lanes, count) = lanes::assign(&nets.values().copied().collect::<Vec<_>>(), 0.0);
            self.rails[*side] = self.rails[*side].max(count);
            lanes_of
                .extend(nets.keys().zip(lanes).map(|(net, lane)| ((*side, *column, *net), lane)));
        }
        self.each_rail(|end, side, lane, _, (net, _)| {
            *lane = lanes_of[&(side, end.column().unwrap_or_default(), net)];
        });
    }

    /// Lines that meet cards in the same channel do so beside each other.
    fn assign_ports(&mut self) {
        let has_port = |net: &Net| net.branches.iter().any(|branch| branch.by == By::Port);
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        for net in self.nets.iter_mut().filter(|net| has_port(net)) {
            let nth = met.entry(net.trunk).or_default();
            net.port.0 = *nth;
            *nth += 1;
        }
        for net in &mut self.nets {
            net.port.1 = met.get(&net.trunk).copied().unwrap_or_default().max(1);
        }
    }

    /// Visits the branches through rails: end, side, lane, how far down, and the line with its
    /// trunk, if it needs one.
    fn each_rail(
        &mut self,
        mut visit: impl FnMut(End, usize, &mut usize, &mut f64, (usize, Option<usize>)),
    ) {
        for (number, net) in self.nets.iter_mut().enumerate() {
            let trunk = net.has_trunk().then_some(net.trunk);
            for branch in &mut net.branches {
                if let By::Rail { side, lane, down } = &mut branch.by {
                    visit(branch.end, *side, lane, down, (number, trunk));
                }
            }
        }
    }
}

impl Net {
    /// Whether it leaves the rail of one column.
    pub fn has_trunk(&self) -> bool {
        let column = |branch: &Branch| match branch.by {
            By::Rail { side: 1, .. } => branch.end.column(),
            _ => None,
        };
        let first = self.branches.first().and_then(column);
        first.is_none() || self.branches.iter().any(|branch| column(branch) != first)
    }
}

/// The number of the first level of each tier.
struct Levels(Vec<usize>);

impl Levels {
    fn of(picture: &Picture) -> Self {
        let mut next = 0;
        let first = picture.tiers.iter().map(|tier| {
            let first = next;
            next += tier.slots.len().max(1);
            first
        });
        Self(first.collect())
    }

    fn level(&self, end: End) -> Option<usize> {
        match end {
            End::Card { tier, slot, .. } => Some(self.0[tier] + slot),
            End::Cell { tier, .. } => Some(self.0[tier]),
            End::Clients | End::Internet => None,
        }
    }

    /// How far down an end is, with channels at even numbers.
    fn height(&self, end: End, down: f64) -> f64 {
        let level = self.level(end).unwrap_or_default() as f64;
        match end {
            End::Cell { .. } => 2.0 * level + 0.1 + 0.3 * down,
            _ => 2.0 * level + 0.5 + down,
        }
    }
}

fn net(flow: &Flow, levels: &Levels) -> Net {
    let is_request = flow.kind.is_inward();
    let ends = if is_request { &flow.to } else { &flow.from };
    let is_to_internet = flow.to.contains(&End::Internet);
    let topmost = ends.iter().filter_map(|end| levels.level(*end)).min().unwrap_or_default();
    let trunk = if is_to_internet { 0 } else { topmost };
    let branch = |end: End, is_target: bool| {
        let level = levels.level(end);
        let is_next =
            level.is_some_and(|level| if is_target { level == trunk } else { level + 1 == trunk });
        let by = match level {
            None => By::Outside,
            Some(_) if is_request && is_next => By::Port,
            Some(_) => By::Rail { side: usize::from(!is_request), lane: 0, down: 0.5 },
        };
        Branch { end, is_target, by }
    };
    let from = flow.from.iter().map(|end| branch(*end, false));
    Net {
        trunk,
        branches: from.chain(flow.to.iter().map(|end| branch(*end, true))).collect(),
        port: (0, 1),
    }
}
