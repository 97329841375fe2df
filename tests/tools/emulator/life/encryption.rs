//! The keys as they are deployed, and what has to be encrypted with them. The emulator encrypts
//! nothing.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, equal, includes, statement, statements, text, texts},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Of the encryption tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_key_is_rotated_every_year,
    no_key_policy_allows_a_wildcard_action_or_a_stranger,
    only_the_log_groups_of_this_account_use_the_logs_key,
    every_log_group_is_encrypted_and_kept_for_400_days,
    every_queue_is_encrypted,
];

const PURPOSES: [&str; 3] = ["data", "logs", "notifications"];

/// ALL-4
fn every_key_is_rotated_every_year(aws: &Aws) -> Result<()> {
    for purpose in PURPOSES {
        let key = json!({"KeyId": aws.key(purpose)?});
        let enabled = json!({"Enabled": true, "KeyState": "Enabled", "KeyManager": "CUSTOMER"});
        includes(&aws.ask("kms", "describe_key", key.clone())?["KeyMetadata"], &enabled)?;
        let rotation = aws.ask("kms", "get_key_rotation_status", key)?;
        includes(&rotation, &json!({"KeyRotationEnabled": true, "RotationPeriodInDays": 365}))?;
    }
    Ok(())
}

/// ALL-4, IAM-3
fn no_key_policy_allows_a_wildcard_action_or_a_stranger(aws: &Aws) -> Result<()> {
    for purpose in PURPOSES {
        for statement in statements(&policy(aws, purpose)?)? {
            let actions = texts(&statement["Action"]);
            let are_named =
                !actions.is_empty() && actions.iter().all(|action| !action.contains('*'));
            let users = texts(&statement["Principal"]["AWS"]);
            let are_ours =
                users.iter().all(|user| user.starts_with(&format!("arn:aws:iam::{ACCOUNT}:")));
            ensure!(
                are_named && are_ours && statement["Principal"].is_object(),
                "the {purpose} key: {statement}"
            );
        }
    }
    Ok(())
}

/// ALL-4
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html>
fn only_the_log_groups_of_this_account_use_the_logs_key(aws: &Aws) -> Result<()> {
    let groups = format!("arn:aws:logs:us-east-1:{ACCOUNT}:log-group:*");
    let expected = json!({
        "Principal": {"Service": "logs.us-east-1.amazonaws.com"},
        "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": groups}},
    });
    includes(&statement(&policy(aws, "logs")?, "CloudWatchLogs")?, &expected)
}

/// ALL-4, ALL-6
fn every_log_group_is_encrypted_and_kept_for_400_days(aws: &Aws) -> Result<()> {
    let expected = json!({"kmsKeyId": aws.key("logs")?, "retentionInDays": 400});
    let groups = aws.list("logs", "describe_log_groups", json!({}), "logGroups")?;
    groups
        .iter()
        .try_for_each(|g| includes(g, &expected).with_context(|| g["logGroupName"].to_string()))
}

/// ALL-4
fn every_queue_is_encrypted(aws: &Aws) -> Result<()> {
    for url in aws.list("sqs", "list_queues", json!({}), "QueueUrls")? {
        let attributes = aws.ask(
            "sqs",
            "get_queue_attributes",
            json!({"QueueUrl": url, "AttributeNames": ["All"]}),
        )?;
        let key = json!({"KeyId": attributes["Attributes"]["KmsMasterKeyId"]});
        let metadata =
            aws.ask("kms", "describe_key", key).with_context(|| format!("{url} has no key"))?;
        equal(text(&metadata["KeyMetadata"]["KeyManager"]), "CUSTOMER")?;
    }
    Ok(())
}

fn policy(aws: &Aws, purpose: &str) -> Result<Value> {
    let question = json!({"KeyId": aws.key(purpose)?, "PolicyName": "default"});
    Ok(aws.ask("kms", "get_key_policy", question)?["Policy"].take())
}
