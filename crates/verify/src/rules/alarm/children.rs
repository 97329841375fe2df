//! The alarms that a composite alarm is made of.

use crate::aws::alarm_rule::AlarmRule;
use crate::resource::Resource;

/// The names in the rule of a composite alarm; none where the rule is not known, or no rule.
pub fn children(composite: Resource<'_>) -> Vec<&str> {
    AlarmRule::of(composite).map_or_else(Vec::new, |rule| rule.names())
}
