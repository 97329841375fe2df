use serde_json::json;

use super::stack::Defect::{Custom, Set};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_lambda_function",
        defect: Set(
            "environment.0.variables.LOG_LEVEL",
            r#""postgres://payments:hunter22@database/payments""#,
        ),
        seen_by: &["secret-in-environment"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Custom(password_in_the_environment),
        seen_by: &["secret-in-environment"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Custom(password_for_containers),
        seen_by: &["reach-unneeded", "secret-in-environment"],
    },
    Mutation {
        kind: "aws_ecs_task_definition",
        defect: Custom(rotating_secret_for_containers),
        seen_by: &["reach-unneeded", "secret-rotating-injected"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Set("master_password", r#""hunter22hunter22""#),
        seen_by: &["secret-in-plan"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(password_of_its_own),
        seen_by: &["secret-managed-password"],
    },
    Mutation { kind: "aws_vpc", defect: Custom(secret_version), seen_by: &["secret-in-plan"] },
    Mutation {
        kind: "aws_vpc",
        defect: Custom(launch_template),
        seen_by: &["harden-instance-metadata", "secret-in-user-data"],
    },
    Mutation {
        kind: "aws_vpc",
        defect: Custom(plain_parameter),
        seen_by: &["name-suffix", "secret-plain-parameter"],
    },
    Mutation {
        kind: "aws_vpc",
        defect: Custom(yearly_rotation),
        seen_by: &["secret-rotating-injected", "secret-rotation"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(key_of_the_provider),
        seen_by: &["secret-in-provider"],
    },
];

fn password_in_the_environment(stack: &mut Stack, address: &str) -> bool {
    stack.change(address).unwrap()["after"]["environment"][0]["variables"]["DB_PASSWORD"] =
        "hunter22".into();
    true
}

/// The containers as they are, with one variable and one secret more.
fn containers(stack: &mut Stack, address: &str, variable: &str, secret: &str) -> bool {
    let container = json!({
        "name": "payments",
        "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/payments:release", "essential": true,
        "user": "10001:10001", "readonlyRootFilesystem": true, "stopTimeout": 60,
        "mountPoints": [{"sourceVolume": "tmp", "containerPath": "/tmp", "readOnly": false}],
        "linuxParameters": {"initProcessEnabled": true, "capabilities": {"drop": ["ALL"]}},
        "portMappings": [{"containerPort": 8443, "protocol": "tcp"}],
        "healthCheck": {
            "command": ["CMD", "/usr/local/bin/healthcheck"], "interval": 15, "timeout": 5,
            "retries": 3, "startPeriod": 60
        },
        "environment": [
            {"name": "ENVIRONMENT", "value": "prod"}, {"name": "DB_PASSWORD", "value": variable}
        ],
        "secrets": [{"name": "GATEWAY_KEY", "valueFrom": secret}],
        "logConfiguration": {"logDriver": "awslogs", "options": {
            "awslogs-group": "/ecs/ecs-service-prod", "awslogs-region": "us-east-1",
            "awslogs-stream-prefix": "payments",
            "mode": "non-blocking", "max-buffer-size": "25m"
        }},
    });
    stack.set(address, "container_definitions", json!([container]).to_string().into())
}

const SECRET: &str = "arn:aws:secretsmanager:us-east-1:123456789012:secret:gateway-Ab12Cd";

fn password_for_containers(stack: &mut Stack, address: &str) -> bool {
    containers(stack, address, "hunter22", SECRET)
}

fn rotating_secret_for_containers(stack: &mut Stack, address: &str) -> bool {
    let rules = json!([{"automatically_after_days": 30}]);
    stack.add(
        "aws_secretsmanager_secret_rotation",
        json!({"secret_id": SECRET, "rotation_rules": rules}),
    ) && containers(stack, address, "", &format!("{SECRET}:key::"))
}

fn password_of_its_own(stack: &mut Stack, address: &str) -> bool {
    stack.set(address, "manage_master_user_password", false.into())
        && stack.link(address, "master_password", "random_password.database.result")
}

fn secret_version(stack: &mut Stack, _: &str) -> bool {
    stack.add(
        "aws_secretsmanager_secret_version",
        json!({"secret_id": SECRET, "secret_string": "hunter22"}),
    )
}

fn launch_template(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_launch_template", json!({"user_data": "export DB_PASSWORD=hunter22"}))
}

fn plain_parameter(stack: &mut Stack, _: &str) -> bool {
    stack.add(
        "aws_ssm_parameter",
        json!({"name": "/payments/db_password", "type": "String", "value": "hunter22"}),
    )
}

fn yearly_rotation(stack: &mut Stack, _: &str) -> bool {
    let rules = json!([{"automatically_after_days": 365}]);
    stack.add(
        "aws_secretsmanager_secret_rotation",
        json!({"secret_id": SECRET, "rotation_rules": rules}),
    )
}

fn key_of_the_provider(stack: &mut Stack, _: &str) -> bool {
    let key = json!({"constant_value": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz"});
    stack.plan["configuration"]["provider_config"]["aws"]["expressions"]["secret_key"] = key;
    true
}
