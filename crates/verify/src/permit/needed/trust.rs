//! Which service assumes a role that it is given: the role's trust policy has to let it.

use super::{NeededCall, Subject, named, role_at};
use crate::inventory::Inventory;
use crate::permit::{Caller, Context, Given, Target};

/// A resource, the argument with its role, the service that assumes it, and that service in
/// `aws:SourceArn`; none where no guide says that the service sends it.
type Taker = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Source: "Trust relationship" or "trust policy" in the guide of each service; of what it sends
/// "Cross-service confused deputy prevention" in the same.
const TAKERS: [Taker; 42] = [
    ("aws_ecs_task_definition", "execution_role_arn", "ecs-tasks.amazonaws.com", &["ecs"]),
    ("aws_ecs_task_definition", "task_role_arn", "ecs-tasks.amazonaws.com", &["ecs"]),
    ("aws_lambda_function", "role", "lambda.amazonaws.com", &[]),
    ("aws_db_proxy", "role_arn", "rds.amazonaws.com", &[]),
    ("aws_db_instance", "monitoring_role_arn", "monitoring.rds.amazonaws.com", &["rds"]),
    ("aws_rds_cluster", "monitoring_role_arn", "monitoring.rds.amazonaws.com", &["rds"]),
    ("aws_rds_cluster_instance", "monitoring_role_arn", "monitoring.rds.amazonaws.com", &["rds"]),
    ("aws_flow_log", "iam_role_arn", "vpc-flow-logs.amazonaws.com", &["ec2"]),
    ("aws_scheduler_schedule", "target.0.role_arn", "scheduler.amazonaws.com", &["scheduler"]),
    ("aws_cloudwatch_event_target", "role_arn", "events.amazonaws.com", &["events"]),
    ("aws_cloudwatch_event_connection", "role_arn", "events.amazonaws.com", &["events"]),
    ("aws_sfn_state_machine", "role_arn", "states.amazonaws.com", &["states"]),
    ("aws_pipes_pipe", "role_arn", "pipes.amazonaws.com", &["pipes"]),
    ("aws_fis_experiment_template", "role_arn", "fis.amazonaws.com", &["fis"]),
    ("aws_backup_selection", "iam_role_arn", "backup.amazonaws.com", &["backup"]),
    ("aws_backup_restore_testing_selection", "iam_role_arn", "backup.amazonaws.com", &["backup"]),
    ("aws_s3_bucket_replication_configuration", "role", "s3.amazonaws.com", &["s3"]),
    ("aws_cloudwatch_log_subscription_filter", "role_arn", "logs.amazonaws.com", &["logs"]),
    (
        "aws_cloudwatch_metric_stream",
        "role_arn",
        "streams.metrics.cloudwatch.amazonaws.com",
        &["cloudwatch"],
    ),
    ("aws_cloudtrail", "cloud_watch_logs_role_arn", "cloudtrail.amazonaws.com", &["cloudtrail"]),
    (
        "aws_kinesis_firehose_delivery_stream",
        "extended_s3_configuration.0.role_arn",
        "firehose.amazonaws.com",
        &["firehose"],
    ),
    ("aws_api_gateway_account", "cloudwatch_role_arn", "apigateway.amazonaws.com", &["apigateway"]),
    ("aws_config_configuration_recorder", "role_arn", "config.amazonaws.com", &["config"]),
    ("aws_codebuild_project", "service_role", "codebuild.amazonaws.com", &["codebuild"]),
    ("aws_codepipeline", "role_arn", "codepipeline.amazonaws.com", &["codepipeline"]),
    (
        "aws_codedeploy_deployment_group",
        "service_role_arn",
        "codedeploy.amazonaws.com",
        &["codedeploy"],
    ),
    ("aws_eks_cluster", "role_arn", "eks.amazonaws.com", &["eks"]),
    ("aws_eks_node_group", "node_role_arn", "ec2.amazonaws.com", &["ec2"]),
    (
        "aws_eks_fargate_profile",
        "pod_execution_role_arn",
        "eks-fargate-pods.amazonaws.com",
        &["eks"],
    ),
    ("aws_iam_instance_profile", "role", "ec2.amazonaws.com", &["ec2"]),
    (
        "aws_apprunner_service",
        "instance_configuration.0.instance_role_arn",
        "tasks.apprunner.amazonaws.com",
        &["apprunner"],
    ),
    (
        "aws_apprunner_service",
        "source_configuration.0.authentication_configuration.0.access_role_arn",
        "build.apprunner.amazonaws.com",
        &["apprunner"],
    ),
    ("aws_batch_compute_environment", "service_role", "batch.amazonaws.com", &["batch"]),
    ("aws_glue_job", "role_arn", "glue.amazonaws.com", &["glue"]),
    ("aws_glue_crawler", "role", "glue.amazonaws.com", &["glue"]),
    ("aws_ssm_maintenance_window_task", "service_role_arn", "ssm.amazonaws.com", &["ssm"]),
    ("aws_appsync_datasource", "service_role_arn", "appsync.amazonaws.com", &["appsync"]),
    ("aws_sns_topic", "sqs_failure_feedback_role_arn", "sns.amazonaws.com", &["sns"]),
    ("aws_sns_topic", "lambda_failure_feedback_role_arn", "sns.amazonaws.com", &["sns"]),
    ("aws_sns_topic_subscription", "subscription_role_arn", "sns.amazonaws.com", &["sns"]),
    ("aws_dms_endpoint", "service_access_role", "dms.amazonaws.com", &["dms"]),
    ("aws_transfer_server", "logging_role", "transfer.amazonaws.com", &["transfer"]),
];

const SOURCE: &str =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for (kind, argument, service, source) in TAKERS {
        for resource in inventory.all(kind) {
            let place = resource.at(argument);
            // The trust policy of a role that is not part of the plan cannot be read.
            let Some(Caller::Role(role)) =
                role_at(&place).ok().and_then(|roles| roles.first().copied())
            else {
                continue;
            };
            let context = Context::default().with("aws:SourceAccount", Given::Own).with(
                "aws:SourceArn",
                if source.is_empty() { Given::Something } else { Given::ArnOf(source) },
            );
            let (callers, actions) =
                (Ok(vec![Caller::Service(service)]), named(&["sts:AssumeRole"]));
            let (purpose, on) = (format!("is assumed by {service}"), Target::Resource(role));
            calls.push(NeededCall {
                context,
                ..NeededCall::of(Subject::Trust, &place, purpose, callers, actions, on, SOURCE)
            });
        }
    }
}
