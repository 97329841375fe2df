//! What the lines mean.

use super::super::picture::{FlowKind, Picture};
use super::grid::{Grid, MARGIN};
use super::lines::class;
use super::text::{Style, width};
use super::{Canvas, Line};

/// The length of the line that is explained.
const SAMPLE: f64 = 30.0;

/// The kinds of lines that the picture has; where the legend ends.
pub fn draw(canvas: &mut Canvas, picture: &Picture, grid: &Grid, top: f64) -> f64 {
    let (mut x, mut y) = (MARGIN, top + 20.0);
    let is_of_flows =
        picture.flows.iter().any(|flow| matches!(flow.kind, FlowKind::Blocked | FlowKind::Unknown));
    let open = if is_of_flows { "needed, and open" } else { "requests, from any of these to any" };
    for (way, text) in [
        (FlowKind::Request, open),
        (FlowKind::Blocked, "needed, and blocked"),
        (FlowKind::Unknown, "needed, and not known"),
        (FlowKind::Out, "outbound, through a NAT gateway"),
        (FlowKind::Crossing, "outbound, through a NAT gateway of another zone: lost with it"),
    ] {
        if !picture.flows.iter().any(|flow| flow.kind == way) {
            continue;
        }
        let w = SAMPLE + 8.0 + width(text, Style::Small);
        if x + w > MARGIN + grid.inner() && x > MARGIN {
            (x, y) = (MARGIN, y + 18.0);
        }
        let points = vec![(x, y - 4.0), (x + SAMPLE, y - 4.0)];
        canvas.line(Line { points, class: class(way, false), arrow: true, dot: false, flow: None });
        canvas.text((x + SAMPLE + 8.0, y), Style::Small, "soft", text, grid.inner() - SAMPLE - 8.0);
        x += w + 22.0;
    }
    if x > MARGIN { y + 4.0 } else { top }
}
