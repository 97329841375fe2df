use serde_json::json;

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Set(
            "container_definitions",
            r#""[{\"name\": \"payments\", \"image\": \"payments:1\"}]""#,
        ),
        seen_by: &["harden-container", "log-containers", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Unset("enabled_cloudwatch_logs_exports"),
        seen_by: &["log-database"],
    },
    Mutation {
        kind: "aws_wafv2_web_acl_logging_configuration",
        defect: Drop,
        seen_by: &["log-firewall"],
    },
    Mutation { kind: "aws_flow_log", defect: Drop, seen_by: &["log-flow"] },
    Mutation {
        kind: "aws_flow_log",
        defect: Set("traffic_type", r#""ACCEPT""#),
        seen_by: &["log-flow"],
    },
    Mutation { kind: "aws_kms_key.logs", defect: Unset("policy"), seen_by: &["log-group-key"] },
    Mutation {
        kind: "aws_kms_key.logs",
        defect: Custom(key_of_other_groups),
        seen_by: &["log-group-key"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Set("access_logs.0.enabled", "false"),
        seen_by: &["log-load-balancer"],
    },
    Mutation {
        kind: "aws_wafv2_web_acl_logging_configuration",
        defect: Unset("redacted_fields.0"),
        seen_by: &["log-redacted"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group",
        defect: Unset("retention_in_days"),
        seen_by: &["log-retention"],
    },
    Mutation {
        kind: "aws_rds_cluster_parameter_group",
        defect: Custom(statements_logged),
        seen_by: &["log-statements"],
    },
    Mutation {
        kind: "aws_s3_bucket.access_logs",
        defect: Custom(trail_off),
        seen_by: &["log-trail"],
    },
    Mutation {
        kind: "aws_sfn_state_machine",
        defect: Set("logging_configuration.0.level", r#""OFF""#),
        seen_by: &["log-workflow"],
    },
    Mutation {
        kind: "aws_cloudwatch_log_group.main",
        defect: Set("retention_in_days", "30"),
        seen_by: &["log-retention-year"],
    },
];

fn key_of_other_groups(stack: &mut Stack, key: &str) -> bool {
    let policy = &mut stack.change(key).unwrap()["after"]["policy"];
    let narrowed = policy.as_str().unwrap().replace(":log-group:*", ":log-group:/someone-elses/*");
    let planted = *policy != narrowed.as_str();
    *policy = narrowed.into();
    planted
}

fn statements_logged(stack: &mut Stack, group: &str) -> bool {
    let parameters =
        stack.change(group).unwrap()["after"]["parameter"].as_array_mut().unwrap().iter_mut();
    let mut statements = parameters.filter(|parameter| parameter["name"] == "log_statement");
    statements.next().map(|parameter| parameter["value"] = "all".into()).is_some()
}

fn trail_off(stack: &mut Stack, _: &str) -> bool {
    let trail =
        json!({"name": "trail-prod", "enable_logging": false, "enable_log_file_validation": true});
    stack.add("aws_cloudtrail", trail)
}
