//! What AWS makes of a resource: typed views of the inventory, in which each fact of AWS is written
//! once. The loss of zones, the rules and the diagram ask these, so that no two of them can
//! disagree.

pub mod alarm_rule;
pub mod balancing;
pub mod launch_template;
pub mod network;
pub mod schema;
pub mod versions;
pub mod zonal;
