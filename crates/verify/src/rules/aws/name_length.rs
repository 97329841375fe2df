//! A name is not longer than AWS allows for what it names.
//!
//! ## Why
//!
//! Every service has its own limit, from 32 characters for a target group to 512 for a log group. A
//! name that fits in one environment is too long in another whose suffix is longer; some limits are
//! checked by Terraform's provider, those of databases, proxies, services and backup plans only by
//! AWS.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   cluster_identifier = "aurora-postgresql-cluster-of-the-payment-processing-in-production-us-east-1"
//! }
//! ```
//!
//! ## Fix
//!
//! Shorten the name; leave room for the longest suffix of an environment.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   cluster_identifier = "aurora-cluster-production"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [CreateFunction](https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html)
//! - [CreateTargetGroup](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html)
//! - [IAM quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)

use super::form::{BEHIND_PREFIX, prefix};
use crate::Check;
use crate::NameKind;
use crate::Planned::Absent;

rule! { Error, AnyStack, ["ALL-7", "ALL-2"] }

/// What is named, by which argument, and how long the name may be: the limits of [`NameKind`], and
/// of the API reference of each service for what paytf does not make.
const NAMES: [(&str, &str, usize); 33] = [
    ("aws_backup_plan", "name", NameKind::BackupPlan.max_length()),
    ("aws_backup_vault", "name", NameKind::BackupVault.max_length()),
    ("aws_cloudwatch_dashboard", "dashboard_name", NameKind::Dashboard.max_length()),
    ("aws_cloudwatch_event_rule", "name", NameKind::EventRule.max_length()),
    ("aws_cloudwatch_log_group", "name", NameKind::LogGroup.max_length()),
    ("aws_cloudwatch_metric_alarm", "alarm_name", NameKind::CloudWatchAlarm.max_length()),
    ("aws_db_instance", "identifier", NameKind::AuroraInstance.max_length()),
    ("aws_db_proxy", "name", NameKind::RdsProxy.max_length()),
    ("aws_db_proxy_endpoint", "db_proxy_endpoint_name", NameKind::RdsProxyEndpoint.max_length()),
    ("aws_db_subnet_group", "name", NameKind::DbSubnetGroup.max_length()),
    ("aws_dynamodb_table", "name", 255),
    ("aws_ecs_cluster", "name", NameKind::EcsCluster.max_length()),
    ("aws_ecs_service", "name", NameKind::EcsService.max_length()),
    ("aws_ecs_task_definition", "family", NameKind::TaskDefinition.max_length()),
    ("aws_elasticache_replication_group", "replication_group_id", 40),
    ("aws_iam_instance_profile", "name", 128),
    ("aws_iam_policy", "name", NameKind::IamPolicy.max_length()),
    ("aws_iam_role", "name", NameKind::IamRole.max_length()),
    ("aws_kinesis_stream", "name", 128),
    ("aws_kms_alias", "name", NameKind::KmsAlias.max_length()),
    ("aws_lambda_function", "function_name", NameKind::LambdaFunction.max_length()),
    ("aws_lb", "name", NameKind::Alb.max_length()),
    ("aws_lb_target_group", "name", NameKind::TargetGroup.max_length()),
    ("aws_rds_cluster", "cluster_identifier", NameKind::AuroraCluster.max_length()),
    ("aws_rds_cluster_instance", "identifier", NameKind::AuroraInstance.max_length()),
    ("aws_scheduler_schedule", "name", NameKind::Schedule.max_length()),
    ("aws_secretsmanager_secret", "name", NameKind::Secret.max_length()),
    ("aws_security_group", "name", NameKind::SecurityGroup.max_length()),
    ("aws_sfn_state_machine", "name", NameKind::StateMachine.max_length()),
    ("aws_sns_topic", "name", NameKind::SnsTopic.max_length()),
    ("aws_sqs_queue", "name", NameKind::SqsQueue.max_length()),
    ("aws_ssm_document", "name", NameKind::SsmDocument.max_length()),
    ("aws_wafv2_web_acl", "name", NameKind::WebAcl.max_length()),
];

fn check(check: &mut Check) {
    for (kind, argument, longest) in NAMES {
        for named in check.all(kind) {
            if let Some(prefix) = prefix(named, argument) {
                check.judge(&prefix, prefix.string(), |prefix| {
                    let length = prefix.chars().count() + BEHIND_PREFIX;
                    let reason =
                        || format!("makes a name of {length} characters, and AWS allows {longest}");
                    (length > longest).then(reason)
                });
                continue;
            }
            let name = named.at(argument);
            // A function can also be named by its ARN.
            let text = if name.string().known().is_some_and(|text| text.starts_with("arn:")) {
                Absent
            } else {
                name.string()
            };
            check.judge(&name, text, |text| {
                let length = text.chars().count();
                (length > longest)
                    .then(|| format!("has {length} characters, and AWS allows {longest}"))
            });
        }
    }
}
