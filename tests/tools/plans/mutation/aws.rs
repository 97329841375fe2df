use serde_json::json;

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

const LONG_NAME: &str = "\"db-subnet-group-of-the-cluster-that-keeps-the-payments-of-all-customers-of-the-bank-and-of-those-who-are-not-yet-\
     customers-but-will-be-as-soon-as-they-have-signed-the-contract-that-was-sent-to-them-on-paper-and-by-electronic-mail-\
     in-the-same-week-by-the-branch-next-to-them-prod\"";
const SLOW_TO_STOP: &str = "\"[{\\\"name\\\":\\\"payments\\\",\\\"image\\\":\\\"ecr-prod:1.0.0\\\"\
                            ,\\\"stopTimeout\\\":300}]\"";

const ADMINISTRATORS_ONLY: &str = "\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"\
     Principal\\\":{\\\"AWS\\\":\\\"arn:aws:iam::123456789012:root\\\"},\\\"Action\\\":[\\\"kms:\
     DescribeKey\\\",\\\"kms:PutKeyPolicy\\\"],\\\"Resource\\\":\\\"*\\\"}]}\"";

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_s3_bucket_server_side_encryption_configuration.access_logs",
        defect: Set(
            "rule.0.apply_server_side_encryption_by_default.0.sse_algorithm",
            "\"aws:kms\"",
        ),
        seen_by: &["aws-access-log-encryption", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_s3_bucket_policy.access_logs",
        defect: Drop,
        seen_by: &["aws-access-log-policy", "encrypt-bucket-transit"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set(
            "availability_zones",
            "[\"us-east-1a\", \"us-east-1b\", \"us-east-1c\", \"us-east-1d\"]",
        ),
        seen_by: &["aws-aurora-zones"],
    },
    Mutation {
        kind: "aws_s3_bucket",
        defect: Set("bucket", "\"Transaction_Logs_123456789012_prod\""),
        seen_by: &["aws-bucket-name"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set(
            "target_group_health.0.unhealthy_state_routing.0.minimum_healthy_targets_count",
            "3",
        ),
        seen_by: &["aws-capacity-order"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Set("container_definitions", SLOW_TO_STOP),
        seen_by: &[
            "aws-container-definitions",
            "harden-container",
            "log-containers",
            "reach-unneeded",
        ],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("deployment_maximum_percent", "100"),
        seen_by: &["aws-deployment-percentages"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("engine_version", "\"16.99\""),
        seen_by: &["aws-engine-version"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Set("memory", "\"1024\""),
        seen_by: &["aws-fargate-task"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Set("network_mode", "\"bridge\""),
        seen_by: &["aws-fargate-task"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("health_check.0.timeout", "10"),
        seen_by: &["aws-health-check-timing"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("database_insights_mode", "\"advanced\""),
        seen_by: &["aws-insights-retention"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance.c",
        defect: Set("instance_class", "\"db.m6g.large\""),
        seen_by: &["aws-instance-class"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Set("runtime", "\"nodejs14.x\""),
        seen_by: &["aws-lambda-runtime"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Set("runtime", "\"python3.8\""),
        seen_by: &["aws-lambda-runtime-deprecated"],
    },
    Mutation {
        kind: "aws_s3_bucket_lifecycle_configuration.transaction_logs",
        defect: Set("rule.0.transition.2.days", "7"),
        seen_by: &["aws-lifecycle-days"],
    },
    Mutation {
        kind: "aws_s3_bucket_lifecycle_configuration",
        defect: Unset("rule.0.filter"),
        seen_by: &["aws-lifecycle-filter"],
    },
    Mutation {
        kind: "aws_lb_listener.https",
        defect: Unset("certificate_arn"),
        seen_by: &["aws-listener-certificate"],
    },
    Mutation {
        kind: "aws_lb_listener.https",
        defect: Set("ssl_policy", "\"TLSv1.2\""),
        seen_by: &["aws-listener-certificate", "encrypt-tls-policy"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(second_subnet_of_a_zone),
        seen_by: &["aws-load-balancer-subnets", "reach-needed"],
    },
    Mutation {
        kind: "aws_kms_key.logs",
        defect: Set("policy", ADMINISTRATORS_ONLY),
        seen_by: &["log-group-key"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("preferred_maintenance_window", "\"sun:07:30-sun:08:30\""),
        seen_by: &["aws-maintenance-windows"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Set("preferred_maintenance_window", "\"thu:06:45-thu:07:15\""),
        seen_by: &["aws-maintenance-windows"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("master_username", "\"admin\""),
        seen_by: &["aws-master-username"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Set("monitoring_interval", "20"),
        seen_by: &["aws-monitoring-interval"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Unset("monitoring_role_arn"),
        seen_by: &["aws-monitoring-interval", "permit-service-role"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("database_name", "\"payment-processing\""),
        seen_by: &["aws-name-form"],
    },
    Mutation {
        kind: "aws_db_subnet_group",
        defect: Set("name", LONG_NAME),
        seen_by: &["aws-name-length"],
    },
    Mutation {
        kind: "aws_rds_cluster_parameter_group",
        defect: Set("parameter.7.apply_method", "\"immediate\""),
        seen_by: &["aws-parameter-apply-method"],
    },
    Mutation {
        kind: "aws_rds_cluster_parameter_group",
        defect: Set("family", "\"aurora-postgresql15\""),
        seen_by: &["aws-parameter-group-family"],
    },
    Mutation {
        kind: "aws_db_parameter_group",
        defect: Set("family", "\"aurora-postgresql15\""),
        seen_by: &["aws-parameter-group-family"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Set("promotion_tier", "20"),
        seen_by: &["aws-promotion-tier"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Custom(keep_latest_warm),
        seen_by: &["aws-provisioned-concurrency"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Custom(poll_a_queue_of_five_seconds),
        seen_by: &["aws-queue-visibility", "permit-function"],
    },
    Mutation {
        kind: "aws_scheduler_schedule",
        defect: Set("schedule_expression", "\"rate(30 seconds)\""),
        seen_by: &["aws-schedule-expression"],
    },
    Mutation {
        kind: "aws_security_group",
        defect: Set("description", "\"ALB → ECS\""),
        seen_by: &["aws-security-group-text"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("slow_start", "60"),
        seen_by: &["aws-slow-start"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("load_balancing_algorithm_type", "\"round_robin\""),
        seen_by: &["aws-slow-start"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("storage_type", "\"gp3\""),
        seen_by: &["aws-storage-type"],
    },
    Mutation {
        kind: "aws_subnet",
        defect: Set("cidr_block", "\"10.0.250.0/29\""),
        seen_by: &["aws-subnet-size", "reach-needed"],
    },
    Mutation {
        kind: "aws_ecs_cluster",
        defect: Set("tags_all.Name", "\"Payments <payments@example.com>\""),
        seen_by: &["aws-tags"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group.firewall",
        defect: Set("name", "\"/waf/prod\""),
        seen_by: &["aws-waf-log-destination", "name-suffix"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("scheduling_strategy", "\"DAEMON\""),
        seen_by: &["aws-zone-rebalancing"],
    },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.application_from_load_balancer",
        defect: Set("ip_protocol", r#""https""#),
        seen_by: &["aws-protocol", "reach-needed"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm",
        defect: Custom(long_description),
        seen_by: &["aws-text-length"],
    },
];

fn keep_latest_warm(stack: &mut Stack, function: &str) -> bool {
    stack.set(function, "publish", false.into());
    stack.add_linked(
        "module.validation.aws_lambda_provisioned_concurrency_config.main",
        json!({"provisioned_concurrent_executions": 3}),
        json!({
            "qualifier": {
                "references": ["aws_lambda_function.main.version", "aws_lambda_function.main"]
            }
        }),
    )
}

fn poll_a_queue_of_five_seconds(stack: &mut Stack, _: &str) -> bool {
    stack.set(
        "module.validation.aws_sqs_queue.dead_letters",
        "visibility_timeout_seconds",
        5.into(),
    );
    stack.add_linked(
        "module.validation.aws_lambda_event_source_mapping.main",
        json!({"batch_size": 1}),
        json!({
            "event_source_arn": {
                "references": ["aws_sqs_queue.dead_letters.arn", "aws_sqs_queue.dead_letters"]
            },
            "function_name": {"references": ["aws_lambda_alias.live.arn", "aws_lambda_alias.live"]},
        }),
    )
}

fn second_subnet_of_a_zone(stack: &mut Stack, balancer: &str) -> bool {
    let known =
        json!(["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]);
    let zones = ["us-east-1a", "us-east-1a", "us-east-1b"];
    for (number, zone) in zones.iter().enumerate() {
        let values = json!({
            "id": known[number], "availability_zone": zone,
            "cidr_block": format!("10.0.{}.0/24", 240 + number)
        });
        stack.add_linked(&format!("module.network.aws_subnet.second_{number}"), values, json!({}));
    }
    stack.set(balancer, "subnets", known)
}

fn long_description(stack: &mut Stack, address: &str) -> bool {
    stack.set(address, "alarm_description", "text ".repeat(250).into())
}
