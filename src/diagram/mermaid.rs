//! A [`Picture`] as a Mermaid flowchart, which GitHub and GitLab draw in Markdown.
//! Source: <https://mermaid.js.org/syntax/flowchart.html>.

use super::nodes;
use super::picture::{FlowKind, Mark, Picture};

/// The picture as a flowchart: zones are subgraphs, and what becomes of something is a word and a
/// style.
pub fn mermaid(picture: &Picture) -> String {
    let mut lines = vec!["flowchart TB".to_owned(), format!("  %% {}", comment(&picture.title))];
    for (id, outside) in nodes::outside(picture) {
        lines.push(format!(
            "  {id}([\"{}\"])",
            escaped(&[outside.title.clone(), outside.detail.clone()])
        ));
    }
    for (column, zone) in picture.columns.iter().enumerate() {
        let lost = if zone.is_lost { vec!["lost".to_owned()] } else { vec![] };
        let title = [vec![format!("Zone {}", zone.title())], lost].concat();
        lines.push(format!("  subgraph z{column}[\"{}\"]", escaped(&title)));
        for (id, label) in nodes::cells(picture, column) {
            lines.push(format!("    {id}[/\"{}\"/]", escaped(&label)));
        }
        for (id, card) in nodes::cards(picture, column) {
            let class = card.mark.map(|mark| format!(":::{}", style(mark))).unwrap_or_default();
            lines.push(format!("    {id}[\"{}\"]{class}", escaped(&nodes::of_card(card))));
        }
        lines.push("  end".to_owned());
    }
    for (from, to, way) in nodes::edges(picture) {
        let arrow = match way {
            FlowKind::Request => "-->",
            FlowKind::Blocked => "-. blocked .->",
            FlowKind::Unknown => "-. not known .->",
            FlowKind::Out => "-.->",
            FlowKind::Crossing => "-. crosses zones .->",
        };
        lines.push(format!("  {from} {arrow} {to}"));
    }
    if picture.lost.is_some() {
        lines.extend(STYLES.map(str::to_owned));
    }
    lines.join("\n") + "\n"
}

const STYLES: [&str; 4] = [
    "  classDef survives stroke:#2f7d3b,stroke-width:2px",
    "  classDef degraded stroke:#b26a00,stroke-width:2px,stroke-dasharray:6 3",
    "  classDef unknown stroke:#6b7684,stroke-width:2px,stroke-dasharray:1 4",
    "  classDef lost stroke:#9f1c1c,stroke-width:2px,stroke-dasharray:2 3",
];

fn style(mark: Mark) -> &'static str {
    match mark {
        Mark::Survives => "survives",
        Mark::Degraded => "degraded",
        Mark::Unknown => "unknown",
        Mark::Lost => "lost",
    }
}

/// Lines of a label. Whatever Mermaid, Markdown or HTML would read as their own is written as a
/// code. Source: Mermaid, "Entity codes to escape characters".
fn escaped(lines: &[String]) -> String {
    let one = |line: &String| -> String {
        let safe = |c: char| c.is_alphanumeric() || " .,-_/:()…".contains(c);
        line.chars()
            .map(|c| if safe(c) { c.to_string() } else { format!("#{};", c as u32) })
            .collect()
    };
    lines.iter().filter(|line| !line.is_empty()).map(one).collect::<Vec<_>>().join("<br/>")
}

/// A comment ends with its line, and must not look like a directive.
fn comment(text: &str) -> String {
    text.replace(['\n', '\r', '{', '}'], " ")
}
