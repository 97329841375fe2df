//! The text below a picture: needed flows that are not open; and for a zone loss, the impact on
//! each resource and the alarms that are raised.

use super::super::picture::{FlowKind, Lost, NodeImpact, Picture};
use super::grid::{Grid, LEADING, MARGIN, PAD};
use super::text::{Style, wrapped};
use super::{Canvas, Rect};

/// The column of impacts, and that of names.
const FATE: f64 = 98.0;
const NAME: f64 = 250.0;
/// The least width of a column of alarms.
const ALARM: f64 = 270.0;

/// The table, if something is lost; where it ends.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid, top: f64) -> f64 {
    let top = messages(canvas, picture, grid, top);
    let Some(lost) = &picture.lost else { return top };
    let mut y = top + 30.0;
    canvas.text((MARGIN, y), Style::Heading, "text", "What becomes of it", grid.inner());
    y += 10.0;
    for node_impact in &lost.impacts {
        y = row(canvas, node_impact, grid, y);
    }
    alarms(canvas, lost, grid, y + 26.0)
}

/// The flows that are blocked, and those that are unknown, in words.
fn messages(canvas: &mut Canvas, picture: &Picture, grid: &Grid, top: f64) -> f64 {
    if picture.messages.is_empty() {
        return top;
    }
    let mut y = top + 30.0;
    canvas.text(
        (MARGIN, y),
        Style::Heading,
        "text",
        "Needed flows that are not open",
        grid.inner(),
    );
    let room = grid.inner() - FATE;
    for (way, text) in &picture.messages {
        let word = if *way == FlowKind::Blocked { "BLOCKED" } else { "UNKNOWN" };
        canvas.text((MARGIN, y + LEADING + 4.0), Style::Strong, "text", word, FATE - PAD);
        for line in wrapped(text, Style::Small, room) {
            y += LEADING;
            canvas.text((MARGIN + FATE, y + 4.0), Style::Small, "text", &line, room);
        }
        y += 4.0;
    }
    y + 6.0
}

fn row(canvas: &mut Canvas, node_impact: &NodeImpact, grid: &Grid, top: f64) -> f64 {
    let room = grid.inner() - FATE - NAME - PAD;
    let why = wrapped(&node_impact.why, Style::Small, room);
    let height = (why.len().max(2) as f64) * LEADING + 10.0;
    canvas.block(Rect { x: MARGIN, y: top, w: grid.inner(), h: 1.0 }, "rule", 0.0, None);
    canvas.badge(MARGIN, top + 8.0, node_impact.mark);
    let x = MARGIN + FATE;
    canvas.text((x, top + 20.0), Style::Strong, "text", &node_impact.title, NAME - PAD);
    canvas.text((x, top + 20.0 + LEADING), Style::Small, "soft", &node_impact.name, NAME - PAD);
    for (nth, line) in why.iter().enumerate() {
        canvas.text(
            (x + NAME, top + 20.0 + nth as f64 * LEADING),
            Style::Small,
            "text",
            line,
            room,
        );
    }
    top + height
}

fn alarms(canvas: &mut Canvas, lost: &Lost, grid: &Grid, mut y: f64) -> f64 {
    let heading = match lost.alarms.len() {
        0 => "No alarm in the plan is known to ring".to_owned(),
        count => format!("Alarms raised: {count}"),
    };
    canvas.text((MARGIN, y), Style::Heading, "text", &heading, grid.inner());
    let columns = (grid.inner() / ALARM).floor().max(1.0);
    let room = grid.inner() / columns;
    for row in lost.alarms.chunks(columns as usize) {
        y += LEADING + 2.0;
        for (nth, alarm) in row.iter().enumerate() {
            canvas.text((MARGIN + nth as f64 * room, y), Style::Small, "text", alarm, room - PAD);
        }
    }
    y + 4.0
}
