//! No two resources of a type have the same name.
//!
//! ## Why
//!
//! For most types, AWS refuses the second resource, and the apply stops half-way. For alarms,
//! dashboards and topics it takes the second for a change to the first: one of them silently
//! disappears, and each apply undoes the other.
//!
//! Resources of different provider configurations, which may be of different regions or accounts,
//! are not compared.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors_a" {
//!   alarm_name = "errors"
//!   # …
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "errors_b" {
//!   alarm_name = "errors"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Give each a name that says how it differs from the other.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors_a" {
//!   alarm_name = "errors-a"
//!   # …
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "errors_b" {
//!   alarm_name = "errors-b"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)
//! - [IAM and AWS STS quotas: name requirements](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)

use std::collections::HashMap;

use super::names::name;
use crate::Check;
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Error, AnyStack, ["ALL-2", "ALL-7"] }

/// Types of which AWS refuses a second one of the same name, in one account and region.
const UNIQUE: [&str; 30] = [
    "aws_autoscaling_group",
    "aws_cloudwatch_log_group",
    "aws_db_instance",
    "aws_db_parameter_group",
    "aws_db_proxy",
    "aws_db_subnet_group",
    "aws_dynamodb_table",
    "aws_ecr_repository",
    "aws_ecs_cluster",
    "aws_elasticache_parameter_group",
    "aws_elasticache_subnet_group",
    "aws_iam_group",
    "aws_iam_instance_profile",
    "aws_iam_policy",
    "aws_iam_role",
    "aws_iam_user",
    "aws_kinesis_stream",
    "aws_kms_alias",
    "aws_lambda_function",
    "aws_launch_template",
    "aws_lb",
    "aws_lb_target_group",
    "aws_rds_cluster",
    "aws_rds_cluster_instance",
    "aws_rds_cluster_parameter_group",
    "aws_s3_bucket",
    "aws_secretsmanager_secret",
    "aws_sfn_state_machine",
    "aws_sqs_queue",
    "aws_ssm_parameter",
];

/// Types of which AWS overwrites the first one when a second one gets the same name.
const OVERWRITTEN: [&str; 4] = [
    "aws_cloudwatch_composite_alarm",
    "aws_cloudwatch_dashboard",
    "aws_cloudwatch_metric_alarm",
    "aws_sns_topic",
];

fn check(check: &mut Check) {
    let mut seen: HashMap<_, Resource> = HashMap::new();
    for kind in UNIQUE.into_iter().chain(OVERWRITTEN) {
        for resource in check.all(kind) {
            let Some(place) = name(resource) else { continue };
            let Known(name) = place.string() else { continue };
            // Two configurations of the provider may mean two regions or accounts.
            let region = resource.at("region").string().known();
            let first = *seen.entry((kind, resource.provider(), region, name)).or_insert(resource);
            if first == resource {
                check.pass(&place);
            } else if may_be_elsewhere(first, resource) {
                let reason = format_args!(
                    "{} has the same name; they may belong to two instances of a provider",
                    first.address()
                );
                check.unknown(&place, reason);
            } else {
                let result = if UNIQUE.contains(&kind) {
                    "AWS refuses the second"
                } else {
                    "they overwrite each other"
                };
                check.fail(&place, format!("{} has the same name: {result}", first.address()));
            }
        }
    }
}

/// Whether two instances of one block may be of two instances of a provider with `for_each`, as
/// OpenTofu has them: a plan does not show which one an instance belongs to, but such a provider
/// has an alias.
fn may_be_elsewhere(one: Resource, other: Resource) -> bool {
    let is_aliased = one.provider().contains('.');
    is_aliased && one.is_beside(other)
}
