//! [`Grid`]: the sizes of columns, rows and channels.

use super::super::picture::{Card, Cell, End, Picture, Tier};
use super::routes::{By, Net, Routes};
use super::text::{Style, width, wrapped_to};
use super::{Rect, lanes};

/// Around everything.
pub const MARGIN: f64 = 20.0;
/// Between the edge of a tier's subnets, or of a card, and what is in it.
pub const PAD: f64 = 9.0;
/// The distance from one lane to the next.
pub const LANE: f64 = 8.0;
/// The distance from one line of text to the next.
pub const LEADING: f64 = 16.0;
/// The column of the tiers' names.
const NAMES: f64 = 106.0;
/// Between zones.
const GAP: f64 = 12.0;
/// What an arrow needs.
const ARROW: f64 = 12.0;
/// The boxes outside of the VPC.
const OUTSIDE: (f64, f64) = (74.0, 46.0);
/// The names of the zones.
const ZONE_HEADING: f64 = 58.0;
/// What is above the name of a zone.
pub const ZONE: &str = "Availability Zone";
/// The least width at which everything can be read.
const LEAST: f64 = 680.0;

/// The places of everything that is not a line.
#[derive(Debug)]
pub struct Grid {
    /// The width of the whole picture.
    pub width: f64,
    /// The VPC.
    pub vpc: Rect,
    /// The zones.
    pub zones: Vec<Rect>,
    /// The top and the height of each tier's subnets.
    pub tiers: Vec<(f64, f64)>,
    /// How high the names of subnets are.
    pub headings: Vec<f64>,
    /// The top and the height of each level's cards.
    pub levels: Vec<(f64, f64)>,
    /// The first level of each tier.
    pub first: Vec<usize>,
    /// The left edges of the cards of each column, and their width.
    pub cards: (Vec<f64>, f64),
    /// The part of a card's width, from the left, in which no line meets it: names are there.
    pub quiet: f64,
    /// The place of the trunk of each line.
    pub trunks: Vec<f64>,
}

impl Grid {
    /// Lays out the grid of a picture.
    pub fn of(picture: &Picture, routes: &Routes) -> Self {
        let card = card_width(picture);
        let [left, right] = routes.rails.map(|lanes| 8.0 + lanes as f64 * LANE);
        let zone = left + right + card + 2.0 * PAD;
        let count = picture.columns.len() as f64;
        let zones = MARGIN + NAMES + count * zone + (count - 1.0).max(0.0) * GAP + PAD + MARGIN;
        let xs: Vec<_> =
            (0..picture.columns.len()).map(|n| MARGIN + NAMES + n as f64 * (zone + GAP)).collect();
        let mut grid = Self {
            width: zones.max(LEAST).ceil(),
            vpc: Rect { x: MARGIN, y: 0.0, w: zones - 2.0 * MARGIN, h: 0.0 },
            zones: xs.iter().map(|x| Rect { x: *x, y: 0.0, w: zone, h: 0.0 }).collect(),
            tiers: Vec::new(),
            headings: Vec::new(),
            levels: Vec::new(),
            first: Vec::new(),
            cards: (xs.iter().map(|x| x + left + PAD).collect(), card),
            quiet: quiet(picture, card),
            trunks: vec![0.0; routes.nets.len()],
        };
        grid.headings = picture
            .tiers
            .iter()
            .map(|tier| heading(tier, grid.cards.1 * grid.quiet - 4.0))
            .collect();
        grid.stack(picture, routes);
        grid
    }

    /// Places channels, subnets and cards from the top down.
    fn stack(&mut self, picture: &Picture, routes: &Routes) {
        let is_outside = picture.clients.is_some() || picture.internet.is_some();
        let mut y = if is_outside { OUTSIDE.0 + OUTSIDE.1 + 12.0 } else { OUTSIDE.0 };
        y = self.channel(0, y, routes).max(y);
        self.vpc.y = y;
        let top = y + PAD;
        y = top + ZONE_HEADING;
        for (number, tier) in picture.tiers.iter().enumerate() {
            let tier_top = y;
            self.first.push(self.levels.len());
            y += self.headings[number];
            for nth in 0..tier.slots.len().max(1) {
                if nth > 0 {
                    y = self.channel(self.levels.len(), y + 6.0, routes) + 6.0;
                }
                let cards =
                    tier.slots.get(nth).into_iter().flat_map(|slot| slot.cards.iter().flatten());
                let height =
                    cards.map(|card| card_height(card, self.card_room())).fold(12.0, f64::max);
                self.levels.push((y, height));
                y += height;
            }
            y += PAD;
            self.tiers.push((tier_top, y - tier_top));
            y = if number + 1 < picture.tiers.len() {
                self.channel(self.levels.len(), y + 8.0, routes) + 8.0
            } else {
                y
            };
        }
        for zone in &mut self.zones {
            (zone.y, zone.h) = (top, y + PAD - top);
        }
        self.vpc.h = y + 2.0 * PAD - self.vpc.y;
    }

    /// Places the trunks of a channel; where it ends.
    fn channel(&mut self, channel: usize, top: f64, routes: &Routes) -> f64 {
        let here: Vec<_> = (0..routes.nets.len())
            .filter(|net| routes.nets[*net].trunk == channel && routes.nets[*net].has_trunk())
            .collect();
        let spans: Vec<_> = here.iter().map(|net| self.span(&routes.nets[*net])).collect();
        let (lanes, count) = lanes::assign(&spans, LANE);
        for (net, lane) in here.iter().zip(&lanes) {
            self.trunks[*net] = top + 2.0 + *lane as f64 * LANE;
        }
        let has_port = here
            .iter()
            .any(|net| routes.nets[*net].branches.iter().any(|branch| branch.by == By::Port));
        top + count as f64 * LANE + if has_port { ARROW } else { 0.0 }
    }

    /// The left and the right end of a line's trunk.
    pub fn span(&self, net: &Net) -> (f64, f64) {
        let xs = net.branches.iter().map(|branch| self.x(net, branch.end, branch.by));
        xs.fold((f64::MAX, f64::MIN), |(left, right), x| (left.min(x), right.max(x)))
    }

    /// Where a branch meets its trunk.
    pub fn x(&self, net: &Net, end: End, by: By) -> f64 {
        let column = end.column().unwrap_or_default();
        match by {
            By::Outside if end == End::Clients => self.outside(end).x + self.cards.1 * self.quiet,
            By::Outside => self.cards.0.last().map_or(0.0, |x| x + self.cards.1 + PAD + 7.0),
            By::Port => {
                let (nth, of) = net.port;
                let room = 0.96 - self.quiet;
                self.cards.0[column] + self.cards.1 * (self.quiet + room * nth as f64 / of as f64)
            }
            By::Rail { side: 0, lane, .. } => self.cards.0[column] - PAD - 7.0 - lane as f64 * LANE,
            By::Rail { lane, .. } => {
                self.cards.0[column] + self.cards.1 + PAD + 7.0 + lane as f64 * LANE
            }
        }
    }

    /// The boxes outside of the VPC: clients above the first zone, the internet above the last.
    pub fn outside(&self, end: End) -> Rect {
        let (y, h) = OUTSIDE;
        let right = self.zones.last().map_or(self.width - MARGIN, |zone| zone.right());
        let w = self.cards.1.min((right - MARGIN - GAP) / 2.0);
        match end {
            End::Clients if self.zones.len() > 1 => Rect { x: self.cards.0[0], y, w, h },
            End::Clients => Rect { x: MARGIN, y, w, h },
            _ => Rect { x: right - w, y, w, h },
        }
    }

    /// The subnets of a tier in one zone.
    pub fn cell(&self, tier: usize, column: usize) -> Rect {
        let (y, h) = self.tiers[tier];
        Rect { x: self.cards.0[column] - PAD, y, w: self.cards.1 + 2.0 * PAD, h }
    }

    /// A card's place; its height is its own.
    pub fn card(&self, tier: usize, slot: usize, column: usize) -> Rect {
        let (y, h) = self.levels[self.first[tier] + slot];
        Rect { x: self.cards.0[column], y, w: self.cards.1, h }
    }

    /// The width of the texts on a card.
    pub fn card_room(&self) -> f64 {
        self.cards.1 - 2.0 * PAD - 4.0
    }

    /// The width of everything between the margins.
    pub fn inner(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }
}

/// What a card says in detail, in lines.
pub fn details(card: &Card, room: f64) -> Vec<String> {
    card.details.iter().flat_map(|detail| wrapped_to(detail, Style::Small, room, 3)).collect()
}

/// How high a card is.
fn card_height(card: &Card, room: f64) -> f64 {
    let lines = 2 + details(card, room).len();
    let badge = if card.mark.is_some() { 22.0 } else { 0.0 };
    lines as f64 * LEADING + badge + 12.0
}

/// The name of subnets, and below it what is unusual about them.
fn heading(tier: &Tier, room: f64) -> f64 {
    let lines = tier.cells.iter().flatten().map(|cell| notes(cell, room).len()).max();
    24.0 + lines.unwrap_or_default() as f64 * LEADING
}

/// What is unusual about subnets, in lines.
pub fn notes(cell: &Cell, room: f64) -> Vec<String> {
    cell.note.iter().flat_map(|note| wrapped_to(note, Style::Small, room, 3)).collect()
}

/// The width of the widest card, limited so that the picture fits on a screen.
fn card_width(picture: &Picture) -> f64 {
    let most = match picture.columns.len() {
        0..=2 => 250.0,
        3 => 240.0,
        4 => 196.0,
        _ => 180.0,
    };
    let cards = picture
        .tiers
        .iter()
        .flat_map(|tier| &tier.slots)
        .flat_map(|slot| slot.cards.iter().flatten());
    let text = |card: &Card| {
        let body = card.details.iter().chain([&card.name]).map(|line| width(line, Style::Small));
        body.fold(width(&card.title, Style::Heading), f64::max)
    };
    (cards.map(text).fold(0.0, f64::max) + 2.0 * PAD + 6.0).clamp(170.0, most).ceil()
}

/// Names of subnets and zones are on the left of the lines that go to cards.
fn quiet(picture: &Picture, card: f64) -> f64 {
    let cells = picture.tiers.iter().flat_map(|tier| tier.cells.iter().flatten());
    let texts = cells.flat_map(|cell| cell.note.iter().chain([&cell.label]));
    let labels = texts.map(|text| width(text, Style::Small)).chain([width(ZONE, Style::Small)]);
    let zones = picture.columns.iter().map(|column| width(column.title(), Style::Heading));
    let widest = labels.chain(zones).fold(0.0, f64::max);
    ((widest + 6.0) / card).clamp(0.5, 0.78)
}
