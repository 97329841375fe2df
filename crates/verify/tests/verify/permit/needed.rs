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
        "name": "retry", "role_arn": role, "definition": json!({"StartAt": "x", "States": states}).to_string(),
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
        "Run": {"Type": "Map", "ItemProcessor": {"States": {"Run": task("arn:aws:states:::ecs:runTask.sync")}}},
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
        ("does lambda:InvokeFunction in a state", Missing),
        ("does sqs:SendMessage in a state", Allowed),
        ("may do mediaconvert:createJob in a state", Unknown),
    ];
    let expected: Vec<_> = expected.map(|(purpose, answer)| (purpose.to_owned(), answer)).into();
    assert_eq!(answers(&states), expected);
}
