//! A [`Picture`] in DOT, the language of Graphviz.
//! Source: <https://graphviz.org/doc/info/lang.html>.

use super::nodes;
use super::picture::{FlowKind, Mark, Picture};

/// The picture in DOT: zones are clusters, and what becomes of something is a word and a style.
pub fn dot(picture: &Picture) -> String {
    let mut lines = vec![
        "digraph stack {".to_owned(),
        format!(
            "  graph [label=\"{}\", labelloc=t, fontname=Helvetica, newrank=true];",
            escaped(std::slice::from_ref(&picture.title))
        ),
        "  node [shape=box, fontname=Helvetica, fontsize=11];".to_owned(),
        "  edge [fontname=Helvetica, fontsize=10];".to_owned(),
    ];
    for (id, outside) in nodes::outside(picture) {
        let label = escaped(&[outside.title.clone(), outside.detail.clone()]);
        lines.push(format!("  {id} [label=\"{label}\", shape=ellipse];"));
    }
    for (column, zone) in picture.columns.iter().enumerate() {
        let lost = if zone.is_lost { ": lost" } else { "" };
        let title = escaped(&[format!("Zone {}{lost}", zone.title())]);
        lines.push(format!("  subgraph cluster_{column} {{\n    label=\"{title}\"; style=dashed;"));
        for (id, label) in nodes::cells(picture, column) {
            lines.push(format!("    {id} [label=\"{}\", shape=folder];", escaped(&label)));
        }
        for (id, card) in nodes::cards(picture, column) {
            let (label, style) =
                (escaped(&nodes::of_card(card)), card.mark.map(style).unwrap_or_default());
            lines.push(format!("    {id} [label=\"{label}\"{style}];"));
        }
        lines.push("  }".to_owned());
    }
    for (from, to, way) in nodes::edges(picture) {
        let look = match way {
            FlowKind::Request => "",
            FlowKind::Blocked => {
                " [style=dotted, penwidth=2, color=\"#9f1c1c\", label=\"blocked\"]"
            }
            FlowKind::Unknown => " [style=dotted, label=\"not known\"]",
            FlowKind::Out => " [style=dashed, constraint=false]",
            FlowKind::Crossing => {
                " [style=dashed, penwidth=2, color=\"#c2410c\", label=\"crosses zones\", \
                 constraint=false]"
            }
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
