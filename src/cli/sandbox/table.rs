//! Tables of a sandbox.

use comfy_table::{ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use serde_json::Value;

use crate::sandbox::Row;

/// Wide enough for four columns of words, narrow enough for most terminals.
const WIDTH: u16 = 118;

/// What is there, by tier and zone.
pub fn deployed(rows: &[Row], zones: &[String]) -> Table {
    changed(rows, rows, zones)
}

/// What is there, and what was there if it differs: `1 → 0`.
pub fn changed(before: &[Row], after: &[Row], zones: &[String]) -> Table {
    let mut table = table();
    let header =
        ["tier", "what"].into_iter().chain(zones.iter().map(String::as_str)).chain(["region"]);
    table.set_header(header.collect::<Vec<_>>());
    let mut last = "";
    for (was, is) in before.iter().zip(after) {
        let tier = if is.tier == last { "" } else { is.tier };
        last = is.tier;
        let cells = was.zones.iter().zip(&is.zones).map(|(was, is)| cell(was, is));
        let start = [tier.to_owned(), is.what.to_owned()].into_iter();
        table
            .add_row(start.chain(cells).chain([cell(&was.region, &is.region)]).collect::<Vec<_>>());
    }
    table
}

fn cell(was: &str, is: &str) -> String {
    let shown = |words: &str| if words.is_empty() { "–".to_owned() } else { words.to_owned() };
    match (was, is) {
        ("", "") => String::new(),
        _ if was == is => is.to_owned(),
        _ => format!("{} → {}", shown(was), shown(is)),
    }
}

/// The outputs of a stack: name and value.
pub fn outputs(outputs: &Value) -> Table {
    let mut table = table();
    table.set_header(["output", "value"]);
    for (name, output) in outputs.as_object().into_iter().flatten() {
        let value = match &output["value"] {
            Value::String(text) => text.clone(),
            Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join("\n"),
            Value::Object(map) => map
                .iter()
                .map(|(key, value)| format!("{key}: {}", plain(value)))
                .collect::<Vec<_>>()
                .join("\n"),
            other => other.to_string(),
        };
        table.add_row([name, &value]);
    }
    table
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_shown_with_what_it_was() {
        let row = |b: &str| Row {
            tier: "network",
            what: "NAT gateways",
            zones: ["1".into(), b.into(), String::new()],
            region: String::new(),
        };
        let zones = ["us-east-1a", "us-east-1b", "us-east-1c"].map(str::to_owned);
        let shown = changed(&[row("1")], &[row("")], &zones).to_string();
        let line = shown.lines().find(|line| line.contains("NAT")).unwrap();
        let cells: Vec<_> = line.split(['│', '┆']).map(str::trim).collect();
        assert_eq!(cells, ["", "network", "NAT gateways", "1", "1 → –", "", "", ""]);
    }
}
