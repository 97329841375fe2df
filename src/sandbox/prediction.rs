//! Predicts the loss of a zone before the drill.

use std::fmt::Write;

use serde_json::Value;

use verify::loss::ZoneLossAnalysis;
use verify::{Inventory, Plan};

/// What `paytf verify` says of the loss of a zone, from the plan that the stack was applied from;
/// it is shown next to what a drill finds. None where the plan does not show it.
pub fn predicted_by_verify(plan: &Value, zone: &str) -> Option<String> {
    let text = plan.to_string();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).ok()?);
    let loss = ZoneLossAnalysis::of(&inventory);
    let place = loss.cases.iter().position(|case| case.lost == [zone])?;
    let mut message = format!(
        "paytf verify, from the plan: with {zone} lost, the stack {}\n",
        loss.verdict(place)
    );
    for row in loss.rows.iter().filter(|row| row.zones.contains(zone)) {
        writeln!(message, "  {} {}", row.resource.address(), row.impacts[place]).ok()?;
    }
    writeln!(message, "  {} alarms are raised", loss.cases[place].alarms.len()).ok()?;
    Some(message)
}
