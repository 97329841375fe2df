use serde_json::{Value, json};

use super::Iam;
use crate::tiers::testing::declared;

const ROLES: [(&str, &str); 12] = [
    ("flow_logs", "flow_log_role_arn"),
    ("database_monitoring", "database_monitoring_role_arn"),
    ("database_proxy", "proxy_role_arn"),
    ("task_execution", "task_execution_role_arn"),
    ("task", "task_role_arn"),
    ("validation", "validation_role_arn"),
    ("rpo_probe", "rpo_probe_role_arn"),
    ("scheduler", "scheduler_role_arn"),
    ("restore_test", "restore_test_role_arn"),
    ("backup", "backup_role_arn"),
    ("drills", "drill_role_arn"),
    ("stall_function", "stall_role_arn"),
];

const SECRET: &str = "arn:aws:secretsmanager:us-east-1:123456789012:secret:card-network-a1b2c3";

fn everything() -> Iam {
    Iam {
        proxy: true,
        restore_test: true,
        count_rows: true,
        backup: Some(None),
        secrets: [SECRET.to_owned()].into(),
        drills: true,
        stall_function: true,
        permissions_boundary_arn: None,
    }
}

fn iam() -> Value {
    declared(&everything())
}

fn statements(document: &str) -> Vec<Value> {
    let statements = iam()["data"]["aws_iam_policy_document"][document]["statement"].clone();
    assert!(!statements.is_null(), "there is a {document}");
    statements.as_array().cloned().unwrap_or_else(|| vec![statements])
}

fn statement(document: &str, sid: &str) -> Value {
    statements(document).into_iter().find(|statement| statement["sid"] == sid).unwrap()
}

fn conditions(statement: &Value) -> Vec<Value> {
    match &statement["condition"] {
        Value::Null => vec![],
        Value::Array(conditions) => conditions.clone(),
        condition => vec![condition.clone()],
    }
}

fn is_wildcard(statement: &&Value) -> bool {
    statement["resources"] == json!(["*"])
}

#[test]
fn every_role_is_looked_at() {
    let roles = iam()["resource"]["aws_iam_role"].as_object().unwrap().len();
    assert_eq!(roles, ROLES.len());
}

#[test]
fn no_role_may_do_a_wildcard_action() {
    for (role, _) in ROLES {
        let allowed: Vec<_> =
            statements(role).into_iter().filter(|one| one["effect"] == "Allow").collect();
        assert!(!allowed.is_empty(), "{role}");
        for statement in allowed {
            assert!(
                statement["actions"].is_array() && !statement["actions"].to_string().contains('*'),
                "{role}: {statement}"
            );
        }
    }
}

#[test]
fn every_wildcard_resource_has_its_reason_in_the_description_of_the_policy() {
    for (role, _) in ROLES {
        let description =
            iam()["resource"]["aws_iam_policy"][role]["description"].as_str().unwrap().to_owned();
        let wildcards = statements(role).iter().filter(is_wildcard).count();
        assert_eq!(description.matches("Wildcard resource: ").count(), wildcards, "{role}");
        assert!(description.is_ascii() && description.len() <= 1000, "{role}");
    }
}

#[test]
fn whoever_gets_a_role_waits_until_its_policy_is_attached() {
    for (role, output) in ROLES {
        let waits = iam()["output"][output]["depends_on"].clone();
        assert_eq!(
            waits,
            json!([format!("${{aws_iam_role_policy_attachment.{role}}}")]),
            "{output}"
        );
    }
}

#[test]
fn every_trust_but_that_of_rds_proxy_is_bound_to_the_account() {
    for (role, _) in ROLES {
        let trust = statement(&format!("{role}_trust"), "Assume");
        let bound = conditions(&trust).iter().any(|condition| {
            *condition
                == json!({
                    "test": "StringEquals", "variable": "aws:SourceAccount",
                    "values": ["${var.account_id}"]
                })
        });
        assert_eq!(bound, role != "database_proxy", "{role}");
    }
}

#[test]
fn every_role_is_for_one_service() {
    let services = [
        ("flow_logs", "vpc-flow-logs"),
        ("database_monitoring", "monitoring.rds"),
        ("database_proxy", "rds"),
        ("task_execution", "ecs-tasks"),
        ("task", "ecs-tasks"),
        ("validation", "lambda"),
        ("rpo_probe", "states"),
        ("scheduler", "scheduler"),
        ("restore_test", "states"),
        ("backup", "backup"),
        ("drills", "fis"),
        ("stall_function", "ssm"),
    ];
    assert_eq!(services.len(), ROLES.len());
    for (role, service) in services {
        let identifiers =
            statement(&format!("{role}_trust"), "Assume")["principals"]["identifiers"].clone();
        assert_eq!(identifiers, json!([format!("{service}.amazonaws.com")]), "{role}");
    }
}

#[test]
fn a_task_can_write_transaction_logs_but_neither_read_nor_delete_them() {
    let on_objects: Vec<_> = statements("task")
        .into_iter()
        .filter(|one| one["actions"].to_string().contains("s3:"))
        .collect();
    assert_eq!(on_objects.len(), 1);
    assert_eq!(on_objects[0]["actions"], json!(["s3:PutObject"]));
    assert_eq!(on_objects[0]["resources"], json!(["${var.transaction_log_bucket_arn}/*"]));
}

#[test]
fn a_task_can_invoke_only_the_validation_alias() {
    let invoke = statement("task", "ValidatePayments");
    assert_eq!(invoke["resources"], json!(["${var.validation_alias_arn}"]));
}

#[test]
fn a_task_has_no_wildcard_resource() {
    assert_eq!(statements("task").iter().filter(is_wildcard).count(), 0);
}

#[test]
fn the_key_of_payment_data_is_used_only_through_the_service_at_hand() {
    let uses = [
        ("task", "EncryptTransactionLogs", "s3"),
        ("database_proxy", "DecryptSecret", "secretsmanager"),
        ("validation", "EncryptFailedRequests", "sqs"),
        ("validation", "DecryptEnvironment", "lambda"),
    ];
    for (role, sid, service) in uses {
        let service = format!("{service}.us-east-1.amazonaws.com");
        let condition =
            json!({"test": "StringEquals", "variable": "kms:ViaService", "values": [service]});
        assert_eq!(statement(role, sid)["condition"], condition, "{sid}");
    }
}

#[test]
fn the_validation_function_cannot_create_its_log_group() {
    let actions = json!(statements("validation")).to_string();
    assert!(
        actions.contains("logs:PutLogEvents") && !actions.contains("logs:CreateLogGroup"),
        "{actions}"
    );
}

#[test]
fn the_code_of_the_validation_function_cannot_call_ec2() {
    let deny = statement("validation", "KeepCodeFromNetworkInterfaces");
    let function = "arn:aws:lambda:us-east-1:${var.account_id}:function:\
                    lambda-payment-validator-${var.environment_suffix}";
    assert_eq!(deny["effect"], "Deny");
    let condition =
        json!({"test": "ArnEquals", "variable": "lambda:SourceFunctionArn", "values": [function]});
    assert_eq!(deny["condition"], condition);
}

#[test]
fn without_the_proxy_there_is_no_role_for_it() {
    let iam = declared(&Iam { proxy: false, ..everything() });
    assert_eq!(iam["resource"]["aws_iam_role"]["database_proxy"], Value::Null);
    assert_eq!(iam["output"]["proxy_role_arn"]["value"], Value::Null);
}

#[test]
fn every_role_carries_the_permissions_boundary_of_the_company() {
    let boundary = "arn:aws:iam::123456789012:policy/boundary";
    let iam =
        declared(&Iam { permissions_boundary_arn: Some(boundary.to_owned()), ..everything() });
    for (role, _) in ROLES {
        assert_eq!(
            iam["resource"]["aws_iam_role"][role]["permissions_boundary"], boundary,
            "{role}"
        );
    }
}

#[test]
fn role_and_policy_names_end_with_the_suffix() {
    let resources = &iam()["resource"];
    assert_eq!(
        resources["aws_iam_role"]["task"]["name"],
        "iam-role-task-${var.environment_suffix}"
    );
    assert_eq!(
        resources["aws_iam_policy"]["task"]["name"],
        "iam-policy-task-${var.environment_suffix}"
    );
}

#[test]
fn the_probe_reads_the_cluster_and_writes_one_namespace() {
    assert_eq!(
        statement("rpo_probe", "ReadRecoveryPoint")["resources"],
        json!(["${var.cluster_arn}"])
    );
    let condition = json!({
        "test": "StringEquals", "variable": "cloudwatch:namespace", "values": ["PaymentRPO"]
    });
    assert_eq!(statement("rpo_probe", "Publish")["condition"], condition);
}

#[test]
fn the_restore_test_can_delete_the_copy_only() {
    let own = "arn:aws:rds:us-east-1:${var.account_id}:";
    let [cluster, instance] = ["cluster:aurora-cluster", "db:aurora-instance"]
        .map(|kind| format!("{own}{kind}-restore-test-${{var.environment_suffix}}"));
    // The reference lists snapshots as required of a deletion, though none is asked for.
    let deletions = [
        ("DeleteCopy", "rds:DeleteDBCluster", json!([cluster, format!("{own}cluster-snapshot:*")])),
        ("DeleteInstance", "rds:DeleteDBInstance", json!([instance])),
    ];
    for (sid, action, resources) in deletions {
        let statement = statement("restore_test", sid);
        assert_eq!(
            (&statement["actions"], &statement["resources"]),
            (&json!([action]), &resources)
        );
    }
    let may_delete = |one: &&Value| one["actions"].to_string().contains("rds:Delete");
    assert_eq!(statements("restore_test").iter().filter(may_delete).count(), 2);
}

#[test]
fn a_drill_can_stop_the_tasks_of_its_own_cluster_only() {
    let tasks =
        "arn:aws:ecs:us-east-1:${var.account_id}:task/ecs-cluster-${var.environment_suffix}/*";
    assert_eq!(statement("drills", "StopTasks")["resources"], json!([tasks]));
}

#[test]
fn where_nothing_is_rehearsed_nothing_can_be_broken() {
    let iam = declared(&Iam { restore_test: false, drills: false, ..everything() });
    for role in ["restore_test", "drills", "stall_function"] {
        assert_eq!(iam["resource"]["aws_iam_role"][role], Value::Null, "{role}");
    }
}

#[test]
fn the_restore_test_may_give_the_copy_the_default_option_group() {
    let restore = statement("restore_test", "Restore");
    assert!(restore["resources"].to_string().contains(":og:default*"), "{restore}");
}

#[test]
fn the_restore_test_counts_rows_of_the_copy_only_and_as_the_user_that_only_reads() {
    let copy = json!(["arn:aws:rds:us-east-1:${var.account_id}:cluster:\
                       aurora-cluster-restore-test-${var.environment_suffix}"]);
    assert_eq!(statement("restore_test", "CountRows")["resources"], copy);
    assert_eq!(statement("restore_test", "OpenDataApi")["resources"], copy);
    assert_eq!(
        statement("restore_test", "ReadSecret")["resources"],
        json!(["${var.reader_secret_arn}"])
    );
    let without = declared(&Iam { count_rows: false, ..everything() });
    let without = without["data"]["aws_iam_policy_document"]["restore_test"].to_string();
    assert!(!without.contains("secretsmanager") && !without.contains("rds-data"), "{without}");
}

#[test]
fn rds_proxy_reads_the_secret_of_the_tasks_user_only() {
    assert_eq!(
        statement("database_proxy", "ReadSecret")["resources"],
        json!(["${var.user_secret_arn}"])
    );
}

#[test]
fn ecs_reads_the_secrets_of_the_service_by_their_arns_and_their_keys_for_nothing_else() {
    assert_eq!(statement("task_execution", "ReadSecrets")["resources"], json!([SECRET]));
    let decrypt = statement("task_execution", "DecryptSecrets");
    let bound = json!({
        "test": "StringEquals", "variable": "kms:EncryptionContext:SecretARN", "values": [SECRET]
    });
    assert!(conditions(&decrypt).contains(&bound), "{decrypt}");
    let none = declared(&Iam { secrets: [].into(), ..everything() });
    assert!(
        !none["data"]["aws_iam_policy_document"]["task_execution"]
            .to_string()
            .contains("secretsmanager")
    );
    assert!(
        statements("task").iter().all(|one| !one["actions"].to_string().contains("secretsmanager"))
    );
}
