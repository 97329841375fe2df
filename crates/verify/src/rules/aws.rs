// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What Terraform's plan accepts and AWS refuses.

mod access_log_encryption;
mod access_log_policy;
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
mod protocol;
mod provisioned_concurrency;
mod queue_visibility;
mod schedule;
mod schedule_expression;
mod security_group_text;
mod slow_start;
mod storage_type;
mod subnet_size;
mod tags;
mod text_length;
mod waf_log_destination;
mod workflow_arguments;
mod zone_rebalancing;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("aws-access-log-encryption", access_log_encryption),
    named!("aws-access-log-policy", access_log_policy),
    named!("aws-aurora-zones", aurora_zones),
    named!("aws-bucket-name", bucket_name),
    named!("aws-capacity-order", capacity_order),
    named!("aws-container-definitions", container_definitions),
    named!("aws-deployment-percentages", deployment_percentages),
    named!("aws-engine-version", engine_version),
    named!("aws-fargate-task", fargate_task),
    named!("aws-health-check-timing", health_check_timing),
    named!("aws-insights-retention", insights_retention),
    named!("aws-instance-class", instance_class),
    named!("aws-lambda-runtime", lambda_runtime),
    named!("aws-lambda-runtime-deprecated", lambda_runtime_deprecated),
    named!("aws-lifecycle-days", lifecycle_days),
    named!("aws-lifecycle-filter", lifecycle_filter),
    named!("aws-listener-certificate", listener_certificate),
    named!("aws-load-balancer-subnets", load_balancer_subnets),
    named!("aws-maintenance-windows", maintenance_windows),
    named!("aws-master-username", master_username),
    named!("aws-monitoring-interval", monitoring_interval),
    named!("aws-name-form", name_form),
    named!("aws-name-length", name_length),
    named!("aws-parameter-apply-method", parameter_apply_method),
    named!("aws-parameter-group-family", parameter_group_family),
    named!("aws-promotion-tier", promotion_tier),
    named!("aws-protocol", protocol),
    named!("aws-provisioned-concurrency", provisioned_concurrency),
    named!("aws-queue-visibility", queue_visibility),
    named!("aws-schedule-expression", schedule_expression),
    named!("aws-security-group-text", security_group_text),
    named!("aws-slow-start", slow_start),
    named!("aws-storage-type", storage_type),
    named!("aws-subnet-size", subnet_size),
    named!("aws-tags", tags),
    named!("aws-text-length", text_length),
    named!("aws-waf-log-destination", waf_log_destination),
    named!("aws-workflow-arguments", workflow_arguments),
    named!("aws-zone-rebalancing", zone_rebalancing),
];
