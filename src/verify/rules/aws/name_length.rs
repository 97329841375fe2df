use crate::naming::Kind;
use crate::verify::Planned::Absent;
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-name-length",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "ALL-2"],
    page: include_str!("../../../../docs/rules/aws-name-length.md"),
    check,
};

/// What is named, by which argument, and how long the name may be: the limits of [`Kind`], and of the API reference of each
/// service for what paytf does not make.
const NAMES: [(&str, &str, usize); 35] = [
    ("aws_alb", "name", Kind::Alb.max_length()),
    ("aws_alb_target_group", "name", Kind::TargetGroup.max_length()),
    ("aws_backup_plan", "name", Kind::BackupPlan.max_length()),
    ("aws_backup_vault", "name", Kind::BackupVault.max_length()),
    ("aws_cloudwatch_dashboard", "dashboard_name", Kind::Dashboard.max_length()),
    ("aws_cloudwatch_event_rule", "name", Kind::EventRule.max_length()),
    ("aws_cloudwatch_log_group", "name", Kind::LogGroup.max_length()),
    ("aws_cloudwatch_metric_alarm", "alarm_name", Kind::CloudWatchAlarm.max_length()),
    ("aws_db_instance", "identifier", Kind::AuroraInstance.max_length()),
    ("aws_db_proxy", "name", Kind::RdsProxy.max_length()),
    ("aws_db_proxy_endpoint", "db_proxy_endpoint_name", Kind::RdsProxyEndpoint.max_length()),
    ("aws_db_subnet_group", "name", Kind::DbSubnetGroup.max_length()),
    ("aws_dynamodb_table", "name", 255),
    ("aws_ecs_cluster", "name", Kind::EcsCluster.max_length()),
    ("aws_ecs_service", "name", Kind::EcsService.max_length()),
    ("aws_ecs_task_definition", "family", Kind::TaskDefinition.max_length()),
    ("aws_elasticache_replication_group", "replication_group_id", 40),
    ("aws_iam_instance_profile", "name", 128),
    ("aws_iam_policy", "name", Kind::IamPolicy.max_length()),
    ("aws_iam_role", "name", Kind::IamRole.max_length()),
    ("aws_kinesis_stream", "name", 128),
    ("aws_kms_alias", "name", Kind::KmsAlias.max_length()),
    ("aws_lambda_function", "function_name", Kind::LambdaFunction.max_length()),
    ("aws_lb", "name", Kind::Alb.max_length()),
    ("aws_lb_target_group", "name", Kind::TargetGroup.max_length()),
    ("aws_rds_cluster", "cluster_identifier", Kind::AuroraCluster.max_length()),
    ("aws_rds_cluster_instance", "identifier", Kind::AuroraInstance.max_length()),
    ("aws_scheduler_schedule", "name", Kind::Schedule.max_length()),
    ("aws_secretsmanager_secret", "name", Kind::Secret.max_length()),
    ("aws_security_group", "name", Kind::SecurityGroup.max_length()),
    ("aws_sfn_state_machine", "name", Kind::StateMachine.max_length()),
    ("aws_sns_topic", "name", Kind::SnsTopic.max_length()),
    ("aws_sqs_queue", "name", Kind::SqsQueue.max_length()),
    ("aws_ssm_document", "name", Kind::SsmDocument.max_length()),
    ("aws_wafv2_web_acl", "name", Kind::WebAcl.max_length()),
];

fn check(check: &mut Check) {
    for (kind, argument, longest) in NAMES {
        for named in check.all(kind) {
            let name = named.at(argument);
            // A function can also be named by its ARN.
            let text =
                if name.text().known().is_some_and(|text| text.starts_with("arn:")) { Absent } else { name.text() };
            check.accept(&name, text, |text| {
                let length = text.chars().count();
                (length > longest).then(|| format!("has {length} characters, and AWS takes {longest}"))
            });
        }
    }
}
