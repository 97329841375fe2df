//! The validation function as it is deployed. The emulator does not run its code.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, denies_plain_text, equal, includes, statements, text, texts},
};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// Of the validation tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    the_function_runs_in_the_app_subnets_of_three_zones,
    the_function_is_a_native_binary_with_an_encrypted_environment,
    the_alias_points_at_a_published_version,
    only_the_payment_tasks_may_invoke_the_alias,
    the_function_is_traced_and_logs_json_to_its_own_group,
    failed_requests_are_retried_and_then_set_aside,
    the_dead_letter_queue_is_encrypted_and_keeps_for_14_days,
    an_invocation_of_the_alias_is_answered,
];

const FUNCTION: &str = "lambda-payment-validator-staging";

/// FN-2
fn the_function_runs_in_the_app_subnets_of_three_zones(aws: &Aws) -> Result<()> {
    let network = &function(aws)?["VpcConfig"];
    equal(texts(&network["SubnetIds"]), aws.subnets("app")?)?;
    equal(texts(&network["SecurityGroupIds"]), [aws.security_group("validation")?].into())
}

/// FN-1, IAM-2, ALL-4
fn the_function_is_a_native_binary_with_an_encrypted_environment(aws: &Aws) -> Result<()> {
    let expected = json!({
        "Runtime": "provided.al2023",
        "Architectures": ["x86_64"],
        "State": "Active",
        "Timeout": 10,
        "MemorySize": 512,
        "KMSKeyArn": aws.key("data")?,
        "Role": format!("arn:aws:iam::{ACCOUNT}:role/iam-role-validation-staging"),
    });
    includes(&function(aws)?, &expected)
}

/// FN-1
fn the_alias_points_at_a_published_version(aws: &Aws) -> Result<()> {
    let alias =
        aws.ask("lambda", "get_alias", json!({"FunctionName": FUNCTION, "Name": "live"}))?;
    ensure!(
        text(&alias["FunctionVersion"]).parse::<u32>().is_ok(),
        "the alias points at {}",
        alias["FunctionVersion"]
    );
    Ok(())
}

/// IAM-2, IAM-3
fn only_the_payment_tasks_may_invoke_the_alias(aws: &Aws) -> Result<()> {
    let answer = aws.ask("lambda", "get_policy", live())?;
    let policy = statements(&answer["Policy"])?;
    equal(policy.len(), 1)?;
    let expected = json!({
        "Effect": "Allow",
        "Action": "lambda:InvokeFunction",
        "Principal": format!("arn:aws:iam::{ACCOUNT}:role/iam-role-task-staging"),
        "Resource": format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:{FUNCTION}:live"),
    });
    includes(&policy[0], &expected)
}

/// ALL-6
fn the_function_is_traced_and_logs_json_to_its_own_group(aws: &Aws) -> Result<()> {
    let prefix = json!({"logGroupNamePrefix": format!("/aws/lambda/{FUNCTION}")});
    let group = aws.only("logs", "describe_log_groups", prefix, "logGroups")?;
    let logging = json!({"LogFormat": "JSON", "LogGroup": group["logGroupName"]});
    includes(
        &function(aws)?,
        &json!({"TracingConfig": {"Mode": "Active"}, "LoggingConfig": logging}),
    )
}

/// ALL-6
fn failed_requests_are_retried_and_then_set_aside(aws: &Aws) -> Result<()> {
    let queue = dead_letters(aws)?;
    includes(&function(aws)?, &json!({"DeadLetterConfig": {"TargetArn": queue["QueueArn"]}}))?;
    let retries = aws.ask("lambda", "get_function_event_invoke_config", live())?;
    includes(&retries, &json!({"MaximumRetryAttempts": 2, "MaximumEventAgeInSeconds": 300}))
}

/// ALL-4, ALL-6
fn the_dead_letter_queue_is_encrypted_and_keeps_for_14_days(aws: &Aws) -> Result<()> {
    let queue = dead_letters(aws)?;
    includes(
        &queue,
        &json!({"KmsMasterKeyId": aws.key("data")?, "MessageRetentionPeriod": "1209600"}),
    )?;
    denies_plain_text(&queue["Policy"], "sqs:*")
}

/// FN-1: shows that the alias can be invoked, not what the code decides; the answer is the
/// emulator's.
fn an_invocation_of_the_alias_is_answered(aws: &Aws) -> Result<()> {
    let answer = aws.ask(
        "lambda",
        "invoke",
        json!({"FunctionName": FUNCTION, "Qualifier": "live", "Payload": "{}"}),
    )?;
    includes(&answer, &json!({"StatusCode": 200, "FunctionError": null}))
}

fn live() -> Value {
    json!({"FunctionName": FUNCTION, "Qualifier": "live"})
}

fn function(aws: &Aws) -> Result<Value> {
    aws.ask("lambda", "get_function_configuration", live())
}

fn dead_letters(aws: &Aws) -> Result<Value> {
    let url = aws.ask(
        "sqs",
        "get_queue_url",
        json!({"QueueName": "sqs-validation-dead-letters-staging"}),
    )?;
    let question = json!({"QueueUrl": url["QueueUrl"], "AttributeNames": ["All"]});
    Ok(aws.ask("sqs", "get_queue_attributes", question)?["Attributes"].take())
}
