//! The alarms that a composite alarm is made of.

use crate::aws::alarm_rule::AlarmRule;
use crate::resource::Resource;

/// The names in the rule of a composite alarm; none where the rule is not known, or no rule.
pub fn children(composite: Resource<'_>) -> Vec<&str> {
    let rule = composite.at("alarm_rule").string().known().and_then(AlarmRule::parse);
    rule.map_or_else(Vec::new, |rule| rule.names())
}
