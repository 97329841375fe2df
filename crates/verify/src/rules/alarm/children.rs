//! The alarms that a composite alarm is made of.

use crate::planned::Planned::Known;
use crate::resource::Resource;

/// The names in the rule of a composite alarm, also where it gives ARNs; none where the rule is not known.
/// Source: CloudWatch API Reference, PutCompositeAlarm, `AlarmRule`.
pub fn children(composite: Resource<'_>) -> Vec<&str> {
    let Known(rule) = composite.at("alarm_rule").string() else { return Vec::new() };
    let calls = rule.split('(').skip(1).filter_map(|rest| Some(rest.split_once(')')?.0));
    let names = calls.map(|inner| inner.trim().trim_matches(['"', '\'']));
    let names = names.map(|name| name.rsplit_once(":alarm:").map_or(name, |(_, name)| name));
    // What is within brackets that only group is no name: it has calls of its own.
    names.filter(|name| !name.is_empty() && !name.contains(' ')).collect()
}
