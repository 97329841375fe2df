//! The subnets and the cards in them.

use super::super::picture::{Card, Mark, Picture, Subject};
use super::grid::{Grid, LEADING, PAD, details, notes};
use super::text::Style;
use super::{Canvas, Rect};

/// All subnets, then all cards.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid) {
    for (number, tier) in picture.tiers.iter().enumerate() {
        for (column, cell) in tier.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let rect = grid.cell(number, column);
            canvas.block(
                rect,
                if tier.is_public { "subnet public" } else { "subnet private" },
                6.0,
                Some(&cell.addresses),
            );
            let (x, room) = (rect.x + PAD, grid.cards.1 * grid.quiet - 4.0);
            canvas.text((x, rect.y + 16.0), Style::Small, "soft", &cell.label, room);
            for (nth, line) in notes(cell, room).iter().enumerate() {
                canvas.text(
                    (x, rect.y + 16.0 + (nth + 1) as f64 * LEADING),
                    Style::Small,
                    "warn",
                    line,
                    room,
                );
            }
        }
        for (slot, parts) in tier.slots.iter().enumerate() {
            for (column, card) in parts.cards.iter().enumerate() {
                if let Some(card) = card {
                    draw_card(canvas, grid.card(number, slot, column), card, grid.card_room());
                }
            }
        }
    }
}

fn draw_card(canvas: &mut Canvas, rect: Rect, card: &Card, room: f64) {
    let class = match card.mark {
        Some(Mark::Lost) => "card gone",
        Some(Mark::Degraded) => "card worse",
        Some(Mark::Unknown) => "card open",
        Some(Mark::Survives) | None => "card",
    };
    canvas.block(rect, class, 5.0, Some(&card.address));
    if card.mark == Some(Mark::Lost) {
        canvas.block(rect, "hatch light", 5.0, None);
    }
    let accent = match card.subject {
        Subject::Network => "accent network",
        Subject::Compute => "accent compute",
        Subject::Data => "accent data",
    };
    canvas.block(Rect { w: 4.0, ..rect }, accent, 2.0, None);
    let x = rect.x + PAD + 4.0;
    canvas.text((x, rect.y + 18.0), Style::Heading, "text", &card.title, room);
    let details = details(card, room);
    let lines =
        std::iter::once((&card.name, "soft")).chain(details.iter().map(|detail| (detail, "text")));
    let mut y = rect.y + 18.0;
    for (line, class) in lines {
        y += LEADING;
        canvas.text((x, y), Style::Small, class, line, room);
    }
    if let Some(mark) = card.mark {
        canvas.badge(x, y + 8.0, mark);
    }
}
