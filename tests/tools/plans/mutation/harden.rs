use serde_json::json;

use super::stack::Defect::{Custom, Set};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("engine_version", "\"12.22\""),
        seen_by: &["aws-parameter-group-family", "harden-version"],
    },
    Mutation {
        kind: "aws_ecr_repository",
        defect: Set("image_tag_mutability", r#""MUTABLE""#),
        seen_by: &["harden-registry"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("platform_version", r#""1.3.0""#),
        seen_by: &["harden-platform"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(cache_that_stays_old),
        seen_by: &[
            "destroy-final-snapshot",
            "destroy-snapshot-left",
            "harden-upgrades",
            "reach-exposed",
            "zone-nothing-lost",
        ],
    },
    Mutation { kind: "aws_lb", defect: Custom(short_passwords), seen_by: &["harden-sign-in"] },
];

fn cache_that_stays_old(stack: &mut Stack, _: &str) -> bool {
    stack.add(
        "aws_redshift_cluster",
        json!({
            "allow_version_upgrade": false, "encrypted": true, "enhanced_vpc_routing": true,
            "automated_snapshot_retention_period": 7, "publicly_accessible": false,
            "logging": [{"enable": true}]
        }),
    )
}

fn short_passwords(stack: &mut Stack, _: &str) -> bool {
    let rules = json!({
        "minimum_password_length": 6, "require_lowercase_characters": true,
        "require_uppercase_characters": true,
        "require_numbers": true, "require_symbols": true,
    });
    stack.add("aws_iam_account_password_policy", rules)
}
