//! What surrounds the cards: headline, VPC, zones, what is outside, and the services of the region.

use super::super::picture::{End, External, Mark, Picture};
use super::grid::{Grid, LEADING, MARGIN, PAD, ZONE};
use super::text::{Style, width, wrapped};
use super::{Canvas, Rect};

/// Everything behind the cards.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid) {
    canvas.text((MARGIN, 36.0), Style::Title, "title", &picture.title, grid.inner());
    canvas.text((MARGIN, 57.0), Style::Body, "soft", &picture.summary, grid.inner());
    for (end, outside) in [(End::Clients, &picture.clients), (End::Internet, &picture.internet)] {
        if let Some(outside) = outside {
            draw_outside(canvas, grid.outside(end), outside);
        }
    }
    if picture.columns.is_empty() {
        return;
    }
    canvas.block(grid.vpc, "vpc", 8.0, None);
    let (x, room) = (grid.vpc.x + PAD, grid.zones[0].x - grid.vpc.x - 2.0 * PAD);
    for (nth, line) in picture.network.iter().enumerate() {
        let style = if nth == 0 { Style::Heading } else { Style::Small };
        let class = if nth == 0 { "text" } else { "soft" };
        canvas.text((x, grid.vpc.y + 24.0 + nth as f64 * LEADING), style, class, line, room);
    }
    for (number, tier) in picture.tiers.iter().enumerate() {
        for (nth, line) in wrapped(&tier.title, Style::Heading, room).iter().enumerate() {
            let y = grid.tiers[number].0 + 16.0 + nth as f64 * LEADING;
            canvas.text((x, y), Style::Heading, "text", line, room);
        }
    }
    zones(canvas, picture, grid);
}

fn draw_outside(canvas: &mut Canvas, rect: Rect, outside: &External) {
    canvas.block(rect, "outside", 8.0, None);
    let room = rect.w - 2.0 * PAD;
    canvas.text((rect.x + PAD, rect.y + 19.0), Style::Heading, "text", &outside.title, room);
    canvas.text((rect.x + PAD, rect.y + 36.0), Style::Small, "soft", &outside.detail, room);
}

fn zones(canvas: &mut Canvas, picture: &Picture, grid: &Grid) {
    for (number, column) in picture.columns.iter().enumerate() {
        let zone = grid.zones[number];
        canvas.block(zone, if column.is_lost { "zone gone" } else { "zone" }, 6.0, None);
        if column.is_lost {
            canvas.block(zone, "hatch", 6.0, None);
        }
        // Right of the rail, in which lines come down.
        let left = grid.cards.0[number];
        let room = grid.cards.1 * grid.quiet - 4.0;
        let kind = if column.zone.is_some() { ZONE } else { "Zone" };
        if column.is_lost {
            canvas.badge(left, zone.y + 8.0, Mark::Lost);
        } else {
            canvas.text((left, zone.y + 20.0), Style::Small, "soft", kind, room);
        }
        canvas.text((left, zone.y + 38.0), Style::Heading, "text", column.title(), room);
    }
}

/// The services that are in no zone; where they end.
pub fn regional(canvas: &mut Canvas, picture: &Picture, grid: &Grid) -> f64 {
    let top = if picture.columns.is_empty() { 74.0 } else { grid.vpc.bottom() + 14.0 };
    if picture.regional.is_empty() {
        return top;
    }
    let text = "Regional services, which AWS runs across zones";
    let chips = placed(
        &picture.regional,
        Rect { x: MARGIN + PAD, y: top + 34.0, w: grid.inner() - 2.0 * PAD, h: 24.0 },
    );
    let bottom = chips.last().map_or(top, |chip| chip.bottom()) + PAD;
    canvas.block(Rect { x: MARGIN, y: top, w: grid.inner(), h: bottom - top }, "region", 8.0, None);
    canvas.text((MARGIN + PAD, top + 21.0), Style::Heading, "text", text, grid.inner() - 2.0 * PAD);
    for (chip, label) in chips.iter().zip(&picture.regional) {
        canvas.block(*chip, "chip", 12.0, None);
        canvas.text((chip.x + 10.0, chip.y + 16.0), Style::Small, "text", label, chip.w - 20.0);
    }
    bottom + 4.0
}

/// Chips in rows, as many as fit in each.
fn placed(labels: &[String], room: Rect) -> Vec<Rect> {
    let mut at = (room.x, room.y);
    let mut chips = Vec::new();
    for label in labels {
        let w = (width(label, Style::Small) + 20.0).min(room.w);
        if at.0 + w > room.right() && at.0 > room.x {
            at = (room.x, at.1 + room.h + 7.0);
        }
        chips.push(Rect { x: at.0, y: at.1, w, h: room.h });
        at.0 += w + 7.0;
    }
    chips
}
