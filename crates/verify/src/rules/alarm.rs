//! Alarms see what they watch, and reach someone.

mod actions;
mod children;
mod composite_children;
mod container_insights;
mod dimensions_exist;
mod dimensions_full;
mod evaluation;
mod literal;
mod load_balancer_watched;
mod math;
mod metric_exists;
mod missing_data;
mod near;
mod replication_watched;
mod statistic;
mod statistics;
mod subject;
mod subscription_delivery;
mod subscription_filter;
mod tasks_watched;
mod topic_key;
mod topic_policy;
mod topic_subscription;
mod watch;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &actions::RULE,
    &composite_children::RULE,
    &container_insights::RULE,
    &dimensions_exist::RULE,
    &dimensions_full::RULE,
    &evaluation::RULE,
    &load_balancer_watched::RULE,
    &math::RULE,
    &metric_exists::RULE,
    &missing_data::RULE,
    &replication_watched::RULE,
    &statistic::RULE,
    &subscription_delivery::RULE,
    &subscription_filter::RULE,
    &tasks_watched::RULE,
    &topic_key::RULE,
    &topic_policy::RULE,
    &topic_subscription::RULE,
];
