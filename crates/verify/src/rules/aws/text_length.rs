//! A description is not longer than AWS allows.
//!
//! ## Why
//!
//! Each service has its own limit for descriptions, and the provider checks only some. A longer
//! description is refused during the apply, and everything that depends on the resource fails with
//! it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   display_name = "…" # more than 100 characters
//! }
//! ```
//!
//! ## Fix
//!
//! Shorten the text.
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   display_name = "Payments: page"
//! }
//! ```
//!
//! ## Source
//!
//! - [PutMetricAlarm: AlarmDescription](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)
//! - [CreateTopic: DisplayName](https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html)
//! - [Amazon ECS service quotas: task definition size](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7"] }

/// What describes, and how many characters AWS takes. Source: the API reference of each service.
const TEXTS: [(&str, &str, usize); 14] = [
    ("aws_cloudwatch_composite_alarm", "alarm_description", 1024),
    ("aws_cloudwatch_event_rule", "description", 512),
    ("aws_cloudwatch_metric_alarm", "alarm_description", 1024),
    ("aws_ecs_task_definition", "container_definitions", 65_536),
    ("aws_iam_policy", "description", 1000),
    ("aws_iam_role", "description", 1000),
    ("aws_kms_key", "description", 8192),
    ("aws_lambda_function", "description", 256),
    ("aws_launch_template", "description", 255),
    ("aws_scheduler_schedule", "description", 512),
    ("aws_secretsmanager_secret", "description", 2048),
    ("aws_security_group", "description", 255),
    ("aws_sfn_state_machine", "definition", 1_048_576),
    ("aws_sns_topic", "display_name", 100),
];

fn check(check: &mut Check) {
    for (kind, argument, longest) in TEXTS {
        for resource in check.all(kind) {
            let place = resource.at(argument);
            // A text that is known only after the apply is not checked: few texts come near the
            // limit.
            let Some(length) = place.string().known().map(|text| text.chars().count()) else {
                continue;
            };
            if length > longest {
                check.fail(
                    &place,
                    format_args!("has {length} characters, and AWS allows {longest}"),
                );
            } else {
                check.pass(&place);
            }
        }
    }
}
