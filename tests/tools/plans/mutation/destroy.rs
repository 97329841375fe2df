use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("delete_automated_backups", "false"),
        seen_by: &["destroy-automated-backups"],
    },
    Mutation {
        kind: "aws_s3_bucket",
        defect: Set("force_destroy", "false"),
        seen_by: &["destroy-contents"],
    },
    Mutation {
        kind: "aws_ecr_repository",
        defect: Unset("force_delete"),
        seen_by: &["destroy-contents"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("deletion_protection", "true"),
        seen_by: &["destroy-deletion-protection"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Set("enable_deletion_protection", "true"),
        seen_by: &["destroy-deletion-protection"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Unset("skip_final_snapshot"),
        seen_by: &["destroy-final-snapshot", "destroy-snapshot-left"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(named_final_snapshot),
        seen_by: &["destroy-snapshot-left"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(said_to_be_protected),
        seen_by: &["destroy-half-protected"],
    },
    Mutation {
        kind: "aws_s3_bucket",
        defect: Custom(locked_for_ever),
        seen_by: &["destroy-immutable"],
    },
    Mutation {
        kind: "aws_kms_key",
        defect: Set("deletion_window_in_days", "30"),
        seen_by: &["destroy-key-window"],
    },
    Mutation {
        kind: "aws_kms_key",
        defect: Unset("deletion_window_in_days"),
        seen_by: &["destroy-key-window"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Unset("replace_security_groups_on_destroy"),
        seen_by: &["destroy-lambda-interfaces"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Unset("replacement_security_group_ids"),
        seen_by: &["destroy-lambda-interfaces"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group.postgresql",
        defect: Custom(named_after_the_cluster),
        seen_by: &["destroy-log-group-order"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group.postgresql",
        defect: Drop,
        seen_by: &["destroy-log-groups"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group.container_insights",
        defect: Drop,
        seen_by: &["destroy-log-groups"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(waits_for_nothing),
        seen_by: &["destroy-log-groups"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Custom(waits_for_nothing),
        seen_by: &["destroy-service-listener"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(secret_of_a_month),
        seen_by: &["destroy-secret-window", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(destroyed_secret),
        seen_by: &["destroy-name-held"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(destroyed_bucket),
        seen_by: &["destroy-data", "destroy-not-empty"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(destroyed_database),
        seen_by: &["destroy-data", "destroy-protected"],
    },
    Mutation { kind: "aws_rds_cluster", defect: Custom(replaced), seen_by: &["destroy-data"] },
    Mutation { kind: "aws_kms_key", defect: Custom(replaced), seen_by: &["destroy-data"] },
];

fn named_final_snapshot(stack: &mut Stack, cluster: &str) -> bool {
    stack.set(cluster, "skip_final_snapshot", false.into())
        && stack.set(cluster, "final_snapshot_identifier", "aurora-cluster-prod-final".into())
}

/// The tag says so, and nothing is.
fn said_to_be_protected(stack: &mut Stack, cluster: &str) -> bool {
    let tags = stack.change(cluster).and_then(|change| change["after"]["tags_all"].as_object_mut());
    tags.is_some_and(|tags| tags.insert("Protection".to_owned(), "on".into()).is_none())
}

fn locked_for_ever(stack: &mut Stack, bucket: &str) -> bool {
    let name = bucket.rsplit('.').next().unwrap();
    stack.add_linked(
        &format!("module.storage.aws_s3_bucket_object_lock_configuration.{name}"),
        json!({"rule": [{"default_retention": [{"mode": "COMPLIANCE", "days": 2557}]}]}),
        json!({
            "bucket": {
                "references": [format!("aws_s3_bucket.{name}.id"), format!("aws_s3_bucket.{name}")]
            }
        }),
    )
}

fn named_after_the_cluster(stack: &mut Stack, group: &str) -> bool {
    let block = stack.block(group).unwrap();
    block["expressions"]["name"] =
        json!({"references": ["aws_rds_cluster.main.cluster_identifier", "aws_rds_cluster.main"]});
    true
}

fn waits_for_nothing(stack: &mut Stack, address: &str) -> bool {
    let block = stack.block(address).unwrap();
    // The alarms of a service watch its load balancer, so that it waits for that through them.
    block["expressions"].as_object_mut().unwrap().shift_remove("alarms");
    block.as_object_mut().unwrap().shift_remove("depends_on").is_some()
}

fn secret_of_a_month(stack: &mut Stack, _: &str) -> bool {
    let values = json!({"name": "secret-prod", "recovery_window_in_days": 30});
    stack.add("aws_secretsmanager_secret", values)
}

/// Something that exists, and that the plan destroys.
fn destroy(stack: &mut Stack, kind: &str, values: Value) -> bool {
    let change =
        json!({"actions": ["delete"], "before": values, "after": null, "after_unknown": {}});
    stack.plan["resource_changes"].as_array_mut().unwrap().push(json!({
        "address": format!("{kind}.old"), "mode": "managed", "type": kind, "name": "old",
        "change": change,
    }));
    true
}

fn destroyed_secret(stack: &mut Stack, _: &str) -> bool {
    destroy(
        stack,
        "aws_secretsmanager_secret",
        json!({"name": "secret-prod", "recovery_window_in_days": 30}),
    )
}

fn destroyed_bucket(stack: &mut Stack, _: &str) -> bool {
    destroy(
        stack,
        "aws_s3_bucket",
        json!({"bucket": "s3-old-123456789012-prod", "force_destroy": false}),
    )
}

fn destroyed_database(stack: &mut Stack, _: &str) -> bool {
    destroy(
        stack,
        "aws_rds_cluster",
        json!({"deletion_protection": true, "skip_final_snapshot": true}),
    )
}

fn replaced(stack: &mut Stack, address: &str) -> bool {
    stack.change(address).unwrap()["actions"] = json!(["delete", "create"]);
    true
}
