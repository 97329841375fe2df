//! The calls that a workflow needs.

use serde_json::{Value, json};
use verify::permit::{Permissions, verdicts};

use super::plan::{Answer, Stack, policy};
use Answer::{Allowed, Missing, Unknown};

/// What each call comes to that a workflow needs of its role, which is allowed to send messages.
fn answers(states: &Value) -> Vec<(String, Answer)> {
    let allowed = json!([{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]);
    let role = "arn:aws:iam::111122223333:role/app";
    let workflow = json!({
        "name": "retry", "role_arn": role, "definition": json!({
            "StartAt": "x", "States": states
        }).to_string(),
        "tracing_configuration": [{"enabled": true}], "logging_configuration": [{"level": "OFF"}]
    });
    let stack = Stack::default().with_role().allowing("own", &policy(allowed));
    let inventory = stack.with("aws_sfn_state_machine.retry", workflow).inventory();
    let found = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    let of_states = found.iter().filter(|verdict| verdict.call.purpose.ends_with("in a state"));
    of_states.map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
}

#[test]
fn each_state_needs_what_its_integration_calls() {
    let task = |resource: &str| json!({"Type": "Task", "Resource": resource, "End": true});
    let states = json!({
        "Send": task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
        "Read": task("arn:aws:states:::aws-sdk:dynamodb:getItem"),
        "Run": {
            "Type": "Map",
            "ItemProcessor": {"States": {"Run": task("arn:aws:states:::ecs:runTask.sync")}}
        },
        "Invoke": task("arn:aws:lambda:us-east-1:111122223333:function:f"),
        "Wait": task("arn:aws:states:us-east-1:111122223333:activity:a"),
        "New": task("arn:aws:states:::mediaconvert:createJob"),
        "Done": {"Type": "Succeed"},
    });
    let expected = [
        ("does dynamodb:GetItem in a state", Missing),
        ("does ecs:DescribeTasks in a state", Missing),
        ("does ecs:RunTask in a state", Missing),
        ("does ecs:StopTask in a state", Missing),
        ("does events:DescribeRule in a state", Missing),
        ("does events:PutRule in a state", Missing),
        ("does events:PutTargets in a state", Missing),
        ("does lambda:InvokeFunction in a state", Missing),
        ("does sqs:SendMessage in a state", Allowed),
        ("may do mediaconvert:createJob in a state", Unknown),
    ];
    let expected: Vec<_> = expected.map(|(purpose, answer)| (purpose.to_owned(), answer)).into();
    assert_eq!(answers(&states), expected);
}

/// What each call of a workflow comes to, whose role may do this; with it are a queue with a
/// key, a function, and a task definition with a role.
fn with_resources(allowed: Value, states: &Value) -> Vec<(String, Answer)> {
    let arn =
        |service: &str, name: &str| format!("arn:aws:{service}:us-east-1:111122223333:{name}");
    let iam = |name: &str| format!("arn:aws:iam::111122223333:role/{name}");
    let definition = json!({"StartAt": "x", "States": states}).to_string();
    let workflow = json!({
        "name": "pay", "role_arn": iam("app"), "arn": arn(
            "states", "stateMachine:pay"
        ), "definition": definition
    });
    let inventory = Stack::default()
        .with_role()
        .allowing("own", &policy(allowed))
        .with("aws_kms_key.main", json!({"arn": arn("kms", "key/1")}))
        .with("aws_sqs_queue.main", json!({
            "name": "main", "arn": arn("sqs", "main"), "url": "https://sqs/main", "kms_master_key_id": arn("kms", "key/1")
        }))
        .with(
            "aws_lambda_function.main",
            json!({"function_name": "main", "arn": arn("lambda", "function:main")})
        )
        .with("aws_iam_role.task", json!({"name": "task", "arn": iam("task")}))
        .with("aws_ecs_task_definition.main", json!({
            "family": "main", "arn": arn(
                "ecs", "task-definition/main:1"
            ), "task_role_arn": iam("task"),
            "container_definitions": "[]"
        }))
        .with("aws_sfn_state_machine.pay", workflow)
        .inventory();
    let found = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    let of_workflow = found
        .iter()
        .filter(|verdict| verdict.call.place.resource().kind() == "aws_sfn_state_machine")
        .filter(|verdict| !verdict.call.purpose.starts_with("is assumed"));
    of_workflow.map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
}

fn on(action: &str, resource: &str) -> Value {
    json!({"Effect": "Allow", "Action": action, "Resource": format!("arn:aws:{resource}")})
}

#[test]
fn a_state_calls_what_it_names_and_what_is_part_of_that() {
    let task = |integration: &str, input: Value| {
        json!({
            "Type": "Task",
            "Resource": format!("arn:aws:states:::{integration}"),
            "Parameters": input,
        })
    };
    let states = json!({
        "Send": task("sqs:sendMessage", json!({"QueueUrl": "https://sqs/main"})),
        "Ask": task(
            "lambda:invoke",
            json!({"FunctionName": "arn:aws:lambda:us-east-1:111122223333:function:main"})
        ),
        "Run": task(
            "ecs:runTask",
            json!({"TaskDefinition": "arn:aws:ecs:us-east-1:111122223333:task-definition/main:1"})
        ),
    });
    let account = "us-east-1:111122223333";
    let right = json!([
        on("sqs:SendMessage", &format!("sqs:{account}:main")),
        on("kms:*", &format!("kms:{account}:key/1")),
        on("lambda:InvokeFunction", &format!("lambda:{account}:function:main")),
        on("ecs:RunTask", &format!("ecs:{account}:task-definition/main:*")),
        on("iam:PassRole", "iam::111122223333:role/task"),
    ]);
    let purposes = [
        "gives its task a role",
        "does ecs:RunTask in a state",
        "does lambda:InvokeFunction in a state",
        "does sqs:SendMessage in a state (its key)",
        "does sqs:SendMessage in a state",
    ];
    let of = |allowed, answer| {
        let expected: Vec<_> =
            purposes.map(|purpose: &str| (purpose.to_owned(), answer)).into_iter().collect();
        assert_eq!(with_resources(allowed, &states), expected);
    };
    of(right, Allowed);
    // The same on others of their kind.
    of(
        json!([
            on("sqs:SendMessage", &format!("sqs:{account}:other")),
            on("kms:*", &format!("kms:{account}:key/2")),
            on("lambda:InvokeFunction", &format!("lambda:{account}:function:other")),
            on("ecs:RunTask", &format!("ecs:{account}:task-definition/other:*")),
            on("iam:PassRole", "iam::111122223333:role/other"),
        ]),
        Missing,
    );
}

#[test]
fn a_state_with_a_role_of_its_own_needs_that_role_and_a_distributed_map_its_own_workflow() {
    let other = "arn:aws:iam::444455556666:role/other";
    let states = json!({"Send": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Credentials": {"RoleArn": other}
    }});
    let assumes = json!([{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": other}]);
    let expected = |answer| vec![("does sts:AssumeRole in a state".to_owned(), answer)];
    // What the other role trusts, and may do, is not part of the plan.
    assert_eq!(with_resources(assumes, &states), expected(Unknown));
    let sends = json!([{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]);
    assert_eq!(with_resources(sends, &states), expected(Missing));

    let states = json!({"Each": {
        "Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "States": {}},
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "lists"}
        }
    }});
    let names = [
        "s3:GetObject",
        "states:DescribeExecution",
        "states:StartExecution",
        "states:StopExecution",
    ];
    let expected = |answer| {
        names
            .map(|name| (format!("does {name} in a state"), answer))
            .into_iter()
            .collect::<Vec<_>>()
    };
    let all = json!([{"Effect": "Allow", "Action": ["s3:GetObject", "states:*"], "Resource": "*"}]);
    assert_eq!(with_resources(all, &states), expected(Allowed));
    assert_eq!(with_resources(json!([]), &states), expected(Missing));
}
