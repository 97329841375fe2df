// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Alarms see what they watch, and reach someone.

mod actions;
mod children;
mod composite_children;
mod container_insights;
mod database_events;
mod database_watched;
mod dead_letters;
mod dimensions_exist;
mod dimensions_full;
mod evaluation;
mod function_watched;
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
mod traffic_stops;
mod watch;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("alarm-actions", actions),
    named!("alarm-composite-children", composite_children),
    named!("alarm-container-insights", container_insights),
    named!("alarm-database-events", database_events),
    named!("alarm-database-watched", database_watched),
    named!("alarm-dead-letters", dead_letters),
    named!("alarm-dimensions-exist", dimensions_exist),
    named!("alarm-dimensions-full", dimensions_full),
    named!("alarm-evaluation", evaluation),
    named!("alarm-function-watched", function_watched),
    named!("alarm-load-balancer-watched", load_balancer_watched),
    named!("alarm-math", math),
    named!("alarm-metric-exists", metric_exists),
    named!("alarm-missing-data", missing_data),
    named!("alarm-replication-watched", replication_watched),
    named!("alarm-statistic", statistic),
    named!("alarm-subscription-delivery", subscription_delivery),
    named!("alarm-subscription-filter", subscription_filter),
    named!("alarm-tasks-watched", tasks_watched),
    named!("alarm-topic-key", topic_key),
    named!("alarm-topic-policy", topic_policy),
    named!("alarm-topic-subscription", topic_subscription),
    named!("alarm-traffic-stops", traffic_stops),
];
