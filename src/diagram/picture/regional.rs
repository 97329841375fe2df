//! Counts what is in no zone: services that AWS runs for a whole region.

use std::collections::HashSet;

use super::node::Node;
use super::words;
use verify::{Inventory, Planned, Resource};

/// The types that are counted, in AWS's words.
const KINDS: [(&str, &str); 27] = [
    ("aws_s3_bucket", "S3 bucket"),
    ("aws_dynamodb_table", "DynamoDB table"),
    ("aws_efs_file_system", "EFS file system"),
    ("aws_kinesis_stream", "Kinesis stream"),
    ("aws_sns_topic", "SNS topic"),
    ("aws_sqs_queue", "SQS queue"),
    ("aws_kms_key", "KMS key"),
    ("aws_secretsmanager_secret", "Secrets Manager secret"),
    ("aws_cloudwatch_metric_alarm", "CloudWatch alarm"),
    ("aws_cloudwatch_composite_alarm", "composite alarm"),
    ("aws_cloudwatch_dashboard", "CloudWatch dashboard"),
    ("aws_cloudwatch_log_group", "log group"),
    ("aws_cloudwatch_event_rule", "EventBridge rule"),
    ("aws_scheduler_schedule", "EventBridge schedule"),
    ("aws_sfn_state_machine", "Step Functions state machine"),
    ("aws_fis_experiment_template", "FIS experiment template"),
    ("aws_ecs_cluster", "ECS cluster"),
    ("aws_ecr_repository", "ECR repository"),
    ("aws_wafv2_web_acl", "WAF web ACL"),
    ("aws_iam_role", "IAM role"),
    ("aws_acm_certificate", "ACM certificate"),
    ("aws_route53_zone", "Route 53 zone"),
    ("aws_cloudfront_distribution", "CloudFront distribution"),
    ("aws_api_gateway_rest_api", "REST API"),
    ("aws_apigatewayv2_api", "API Gateway API"),
    ("aws_cognito_user_pool", "Cognito user pool"),
    ("aws_backup_vault", "Backup vault"),
];

/// How many there are of each, without what there is none of.
pub fn counts(inventory: &Inventory, nodes: &[Node]) -> Vec<String> {
    let drawn: HashSet<_> = nodes.iter().flat_map(|node| &node.members).copied().collect();
    let in_vpc = |resource: Resource| drawn.contains(&resource);
    let count = |kind| inventory.all(kind).filter(|resource| !in_vpc(*resource)).count();
    let plain = KINDS.iter().map(|(kind, one)| (count(kind), *one));
    let outside =
        inventory.all("aws_lambda_function").filter(|function| !in_vpc(*function)).count();
    let gateways = inventory
        .all("aws_vpc_endpoint")
        .filter(|endpoint| {
            endpoint.at("vpc_endpoint_type").string().or("Gateway") == Planned::Known("Gateway")
        })
        .count();
    let more = [(outside, "Lambda function"), (gateways, "gateway endpoint")];
    plain
        .chain(more)
        .filter(|(count, _)| *count > 0)
        .map(|(count, one)| words::counted(count, one))
        .collect()
}
