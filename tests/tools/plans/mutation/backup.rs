use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("backup_retention_period", "0"),
        seen_by: &["backup-retention"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("backup_retention_period", "3"),
        seen_by: &["backup-retention-week"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Unset("backup_retention_period"),
        seen_by: &["backup-retention-week"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Unset("copy_tags_to_snapshot"),
        seen_by: &["backup-snapshot-tags"],
    },
    Mutation {
        kind: "aws_s3_bucket_versioning.transaction_logs",
        defect: Drop,
        seen_by: &["backup-versioning"],
    },
    Mutation {
        kind: "aws_s3_bucket_versioning",
        defect: Set("versioning_configuration.0.status", "\"Suspended\""),
        seen_by: &["backup-versioning"],
    },
    Mutation {
        kind: "aws_s3_bucket_lifecycle_configuration",
        defect: Drop,
        seen_by: &["backup-lifecycle"],
    },
    Mutation {
        kind: "aws_s3_bucket_lifecycle_configuration",
        defect: Unset("rule.0.noncurrent_version_expiration"),
        seen_by: &["backup-lifecycle"],
    },
    Mutation {
        kind: "aws_s3_bucket_lifecycle_configuration",
        defect: Unset("rule.0.abort_incomplete_multipart_upload"),
        seen_by: &["backup-lifecycle"],
    },
    Mutation { kind: "aws_rds_cluster", defect: Custom(table), seen_by: &["backup-table"] },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(plan_of_nothing),
        seen_by: &["backup-plan-selection"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(plan_that_ends_early),
        seen_by: &["backup-plan-lifecycle"],
    },
    Mutation {
        kind: "aws_scheduler_schedule.restore_test",
        defect: Set("state", "\"DISABLED\""),
        seen_by: &["backup-restore-test"],
    },
    Mutation {
        kind: "aws_scheduler_schedule.restore_test",
        defect: Drop,
        seen_by: &["backup-restore-test"],
    },
];

fn table(stack: &mut Stack, _: &str) -> bool {
    let key = json!({"references": ["var.data_key_arn"]});
    let values = json!({
        "name": "dynamodb-prod", "hash_key": "id", "server_side_encryption": [{"enabled": true}]
    });
    stack.add_linked(
        "module.database.aws_dynamodb_table.main",
        values,
        json!({"server_side_encryption": [{"kms_key_arn": key}]}),
    )
}

fn plan(stack: &mut Stack, rule: Value) -> bool {
    let values = json!({"name": "backup-plan-prod", "rule": [rule]});
    stack.add_linked("module.database.aws_backup_plan.main", values, json!({}))
}

fn plan_of_nothing(stack: &mut Stack, _: &str) -> bool {
    plan(stack, json!({"rule_name": "daily", "schedule": "cron(0 5 ? * * *)"}))
}

fn plan_that_ends_early(stack: &mut Stack, _: &str) -> bool {
    let selected =
        json!({"plan_id": {"references": ["aws_backup_plan.main.id", "aws_backup_plan.main"]}});
    plan(
        stack,
        json!({
            "rule_name": "daily", "lifecycle": [{"cold_storage_after": 30, "delete_after": 90}]
        }),
    ) && stack.add_linked(
        "module.database.aws_backup_selection.main",
        // Of nothing that the stack has, so that no role is asked for it.
        json!({"name": "backup-selection-prod", "resources": ["arn:aws:dynamodb:*:*:table/*"]}),
        selected,
    )
}
