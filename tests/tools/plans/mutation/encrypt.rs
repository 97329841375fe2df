use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("storage_encrypted", "false"),
        seen_by: &["encrypt-aurora"],
    },
    Mutation {
        kind: "aws_s3_bucket_policy.transaction_logs",
        defect: Drop,
        seen_by: &["encrypt-bucket-transit"],
    },
    Mutation {
        kind: "aws_s3_bucket_policy.transaction_logs",
        defect: Custom(clear_requests_allowed),
        seen_by: &["encrypt-bucket-transit"],
    },
    Mutation {
        kind: "aws_db_proxy",
        defect: Set("require_tls", "false"),
        seen_by: &["encrypt-database-tls"],
    },
    Mutation {
        kind: "aws_rds_cluster_parameter_group",
        defect: Custom(tls_not_forced),
        seen_by: &["encrypt-database-tls"],
    },
    Mutation {
        kind: "aws_kms_key",
        defect: Set("enable_key_rotation", "false"),
        seen_by: &["encrypt-key-rotation"],
    },
    Mutation {
        kind: "aws_lb_listener.http",
        defect: Custom(inner_listener_forwards),
        seen_by: &["encrypt-listener", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_sns_topic",
        defect: Unset("kms_master_key_id"),
        seen_by: &["encrypt-messages", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Unset("kms_key_id"),
        seen_by: &["encrypt-own-key"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group",
        defect: Unset("kms_key_id"),
        seen_by: &["encrypt-own-key"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(unencrypted_files),
        seen_by: &["backup-other-stores", "encrypt-storage"],
    },
    Mutation {
        kind: "aws_sns_topic.page",
        defect: Custom(subscription_over_http),
        seen_by: &["encrypt-subscription"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("protocol", r#""HTTP""#),
        seen_by: &["encrypt-target-group"],
    },
    Mutation {
        kind: "aws_lb_target_group",
        defect: Set("health_check.0.protocol", r#""HTTP""#),
        seen_by: &["encrypt-target-group"],
    },
    Mutation {
        kind: "aws_lb_listener.https",
        defect: Unset("ssl_policy"),
        seen_by: &["encrypt-tls-policy"],
    },
    Mutation {
        kind: "aws_lb_listener.https",
        defect: Set("ssl_policy", r#""ELBSecurityPolicy-TLS13-1-0-2021-06""#),
        seen_by: &["encrypt-tls-policy"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Custom(files_in_clear),
        seen_by: &["encrypt-transit"],
    },
];

fn clear_requests_allowed(stack: &mut Stack, _: &str) -> bool {
    let document = "module.storage.data.aws_iam_policy_document.transaction_logs";
    let statements = stack.change(document).unwrap()["after"]["statement"].as_array_mut().unwrap();
    let before = statements.len();
    statements.retain(|statement| statement["condition"][0]["variable"] != "aws:SecureTransport");
    statements.len() < before
}

fn tls_not_forced(stack: &mut Stack, group: &str) -> bool {
    let parameters =
        stack.change(group).unwrap()["after"]["parameter"].as_array_mut().unwrap().iter_mut();
    let mut forced = parameters.filter(|parameter| parameter["name"] == "rds.force_ssl");
    forced.next().map(|parameter| parameter["value"] = "0".into()).is_some()
}

fn inner_listener_forwards(stack: &mut Stack, listener: &str) -> bool {
    stack.set("module.application.aws_lb.main", "internal", true.into())
        && stack.set(listener, "default_action.0.type", "forward".into())
}

fn unencrypted_files(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_efs_file_system", json!({"encrypted": false}))
}

fn subscription_over_http(stack: &mut Stack, _: &str) -> bool {
    let topic = "arn:aws:sns:us-east-1:123456789012:elsewhere";
    let subscription = json!({"protocol": "http", "endpoint": "http://on-call.example.com/sns", "topic_arn": topic});
    stack.add("aws_sns_topic_subscription", subscription)
}

fn files_in_clear(stack: &mut Stack, task: &str) -> bool {
    let volumes = stack.change(task).unwrap()["after"]["volume"].as_array_mut().unwrap();
    volumes.push(json!({
        "name": "files",
        "efs_volume_configuration": [{"file_system_id": "fs-1", "transit_encryption": ""}]
    }));
    volumes.last().is_some_and(Value::is_object)
}
