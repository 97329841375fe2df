use serde_json::{Value, json};

use super::stack::Defect::{Custom, Link, Set};
use super::stack::{Defect, Mutation, Stack};

const BUCKETS: Defect = Set("policy_arn", r#""arn:aws:iam::aws:policy/AmazonS3FullAccess""#);

pub const MUTATIONS: &[Mutation] = &[
    // What an identity may do.
    Mutation {
        kind: "aws_iam_policy_document.task",
        defect: Set("statement.0.actions", r#"["s3:*"]"#),
        seen_by: &["iam-action-wildcard"],
    },
    Mutation {
        kind: "aws_iam_policy_document.scheduler",
        defect: Set("statement.0.actions", r#"["states:Start Execution"]"#),
        seen_by: &["iam-action-known", "iam-policy-valid", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_policy_document.task",
        defect: Custom(every_resource),
        seen_by: &["iam-resource-wildcard"],
    },
    Mutation {
        kind: "aws_iam_policy_document.task_execution",
        defect: Set("statement.0.actions", r#"["ecr:GetAuthorizationToken", "iam:PassRole"]"#),
        seen_by: &["iam-escalation", "iam-resource-wildcard"],
    },
    Mutation {
        kind: "aws_iam_policy_document.task_execution",
        defect: Set("statement.0.actions", r#"["*"]"#),
        seen_by: &["iam-administrator"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment",
        defect: Set("policy_arn", r#""arn:aws:iam::aws:policy/AdministratorAccess""#),
        seen_by: &["iam-administrator"],
    },
    // In place of what a role has.
    Mutation {
        kind: "aws_iam_role_policy_attachment.drills",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.restore_test",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.rpo_probe",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.stall_function",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.database_monitoring",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.database_proxy",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-proxy"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.flow_logs",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.scheduler",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.task",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-task"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.task_execution",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-task-start"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.validation",
        defect: BUCKETS,
        seen_by: &["iam-action-wildcard", "permit-function"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Link("task_role_arn", "var.task_execution_role_arn"),
        seen_by: &["iam-task-roles-apart", "permit-task"],
    },
    Mutation { kind: "aws_vpc", defect: Custom(access_key), seen_by: &["iam-access-key"] },
    Mutation { kind: "aws_vpc", defect: Custom(user_policy), seen_by: &["iam-user-policy"] },
    // Who may assume a role.
    Mutation {
        kind: "aws_iam_role",
        defect: Custom(trust_for_anyones_resources),
        seen_by: &["iam-trust-source"],
    },
    Mutation {
        kind: "aws_iam_role",
        defect: Custom(trust_everyone),
        seen_by: &["iam-trust-everyone"],
    },
    Mutation {
        kind: "aws_iam_role",
        defect: Custom(trust_another_account),
        seen_by: &["iam-trust-account"],
    },
    Mutation {
        kind: "aws_iam_role",
        defect: Custom(trust_every_repository),
        seen_by: &["iam-trust-oidc-subject"],
    },
    Mutation {
        kind: "aws_iam_role",
        defect: Custom(trust_with_a_resource),
        seen_by: &["iam-policy-valid"],
    },
    // Who may use a resource.
    Mutation {
        kind: "aws_iam_policy_document.notifications_queue",
        defect: Custom(open_to_everyone),
        seen_by: &["iam-resource-public"],
    },
    Mutation {
        kind: "aws_iam_policy_document.transaction_logs",
        defect: Custom(open_to_everyone),
        seen_by: &["iam-resource-public"],
    },
    Mutation {
        kind: "aws_kms_key",
        defect: Custom(key_nobody_administers),
        seen_by: &["iam-key-administrable"],
    },
    Mutation {
        kind: "aws_s3_bucket_public_access_block",
        defect: Set("block_public_policy", "false"),
        seen_by: &["iam-bucket-public-access"],
    },
    Mutation {
        kind: "aws_lambda_permission",
        defect: Set("principal", r#""events.amazonaws.com""#),
        seen_by: &["iam-function-source"],
    },
    Mutation {
        kind: "aws_lambda_permission",
        defect: Set("principal", r#""*""#),
        seen_by: &["iam-resource-public"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(misspelt_action),
        seen_by: &["iam-action-known", "name-suffix"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(large_policy),
        seen_by: &["iam-policy-size", "name-suffix"],
    },
];

fn every_resource(stack: &mut Stack, address: &str) -> bool {
    let statements = stack.change(address).unwrap()["after"]["statement"].as_array().unwrap().len();
    (0..statements)
        .all(|index| stack.set(address, &format!("statement.{index}.resources"), json!(["*"])))
}

fn access_key(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_iam_access_key", json!({"user": "deploy"}))
}

fn user_policy(stack: &mut Stack, _: &str) -> bool {
    let policy = "arn:aws:iam::123456789012:policy/read";
    stack.add("aws_iam_user_policy_attachment", json!({"user": "deploy", "policy_arn": policy}))
}

/// Rewrites the one statement of a trust policy.
pub fn trust(stack: &mut Stack, address: &str, rewrite: fn(&mut Value) -> bool) -> bool {
    trusted(stack, address, |policy| rewrite(&mut policy["Statement"][0]))
}

fn trusted(stack: &mut Stack, address: &str, rewrite: impl FnOnce(&mut Value) -> bool) -> bool {
    let text =
        stack.change(address).unwrap()["after"]["assume_role_policy"].as_str().unwrap().to_owned();
    let mut policy: Value = serde_json::from_str(&text).unwrap();
    rewrite(&mut policy) && stack.set(address, "assume_role_policy", policy.to_string().into())
}

fn trust_for_anyones_resources(stack: &mut Stack, address: &str) -> bool {
    // Neither functions nor the execution role of tasks are asked for a source.
    if address.ends_with(".validation") || address.ends_with(".task_execution") {
        return false;
    }
    trust(stack, address, |statement| {
        statement.as_object_mut().unwrap().shift_remove("Condition").is_some()
    })
}

/// Somebody else, beside the service that takes on the role.
fn trust_someone(stack: &mut Stack, address: &str, principal: Value, action: &str) -> bool {
    trusted(stack, address, |policy| {
        let statement = json!({"Effect": "Allow", "Action": action, "Principal": principal});
        policy["Statement"].as_array_mut().unwrap().push(statement);
        true
    })
}

fn trust_everyone(stack: &mut Stack, address: &str) -> bool {
    trust_someone(stack, address, json!("*"), "sts:AssumeRole")
}

fn trust_another_account(stack: &mut Stack, address: &str) -> bool {
    trust_someone(
        stack,
        address,
        json!({"AWS": "arn:aws:iam::999999999999:root"}),
        "sts:AssumeRole",
    )
}

fn trust_every_repository(stack: &mut Stack, address: &str) -> bool {
    let provider = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    trust_someone(stack, address, json!({"Federated": provider}), "sts:AssumeRoleWithWebIdentity")
}

fn trust_with_a_resource(stack: &mut Stack, address: &str) -> bool {
    trust(stack, address, |statement| {
        statement["Resource"] = "*".into();
        true
    })
}

/// One more statement, beside those that are right.
fn open_to_everyone(stack: &mut Stack, address: &str) -> bool {
    let statement = json!({
        "sid": "Everyone", "effect": "Allow", "actions": [
            "s3:GetObject", "sqs:ReceiveMessage"
        ], "resources": ["*"],
        "principals": [{"type": "*", "identifiers": ["*"]}],
        "condition": [{"test": "Bool", "variable": "aws:SecureTransport", "values": ["true"]}],
    });
    stack.change(address).unwrap()["after"]["statement"].as_array_mut().unwrap().push(statement);
    true
}

fn key_nobody_administers(stack: &mut Stack, address: &str) -> bool {
    let text = stack.change(address).unwrap()["after"]["policy"].as_str().unwrap().to_owned();
    stack.set(address, "policy", text.replace("\"kms:PutKeyPolicy\",", "").into())
}

fn misspelt_action(stack: &mut Stack, _: &str) -> bool {
    let statement =
        json!({"Effect": "Allow", "Action": "s3:GetObjects", "Resource": "arn:aws:s3:::logs/*"});
    let policy = json!({"Version": "2012-10-17", "Statement": [statement]});
    stack.add("aws_iam_policy", json!({"name": "misspelt", "policy": policy.to_string()}))
}

fn large_policy(stack: &mut Stack, _: &str) -> bool {
    let resources: Vec<_> =
        (0..300).map(|number| format!("arn:aws:s3:::a-bucket-{number}/*")).collect();
    let statement = json!({"Effect": "Allow", "Action": "s3:GetObject", "Resource": resources});
    let policy = json!({"Version": "2012-10-17", "Statement": [statement]});
    stack.add("aws_iam_policy", json!({"name": "large", "policy": policy.to_string()}))
}
