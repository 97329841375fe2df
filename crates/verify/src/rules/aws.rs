//! What Terraform's plan accepts and AWS refuses.

mod access_log_encryption;
mod access_log_policy;
mod access_logs;
mod aurora_zones;
mod bucket_name;
mod capacity_order;
mod container_definitions;
mod deployment_percentages;
mod engine_version;
mod fargate_task;
mod form;
mod health_check_timing;
mod insights_retention;
mod instance_class;
mod lambda_runtime;
mod lambda_runtime_deprecated;
mod lifecycle_days;
mod lifecycle_filter;
mod listener_certificate;
mod load_balancer_subnets;
mod maintenance_windows;
mod master_username;
mod monitoring_interval;
mod name_form;
mod name_length;
mod parameter_apply_method;
mod parameter_group_family;
mod promotion_tier;
mod provisioned_concurrency;
mod queue_visibility;
mod schedule;
mod schedule_expression;
mod security_group_text;
mod slow_start;
mod storage_type;
mod subnet_size;
mod tags;
mod waf_log_destination;
mod zone_rebalancing;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &access_log_encryption::RULE,
    &access_log_policy::RULE,
    &aurora_zones::RULE,
    &bucket_name::RULE,
    &capacity_order::RULE,
    &container_definitions::RULE,
    &deployment_percentages::RULE,
    &engine_version::RULE,
    &fargate_task::RULE,
    &health_check_timing::RULE,
    &insights_retention::RULE,
    &instance_class::RULE,
    &lambda_runtime::RULE,
    &lambda_runtime_deprecated::RULE,
    &lifecycle_days::RULE,
    &lifecycle_filter::RULE,
    &listener_certificate::RULE,
    &load_balancer_subnets::RULE,
    &maintenance_windows::RULE,
    &master_username::RULE,
    &monitoring_interval::RULE,
    &name_form::RULE,
    &name_length::RULE,
    &parameter_apply_method::RULE,
    &parameter_group_family::RULE,
    &promotion_tier::RULE,
    &provisioned_concurrency::RULE,
    &queue_visibility::RULE,
    &schedule_expression::RULE,
    &security_group_text::RULE,
    &slow_start::RULE,
    &storage_type::RULE,
    &subnet_size::RULE,
    &tags::RULE,
    &waf_log_destination::RULE,
    &zone_rebalancing::RULE,
];
