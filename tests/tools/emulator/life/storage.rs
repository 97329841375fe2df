//! The buckets as they are deployed. Their policies are read, not played: the emulator allows and
//! denies in its own way.

use super::{
    assertion::{Assertion, assertions},
    aws::{
        ACCOUNT, Aws, array, denies_plain_text, equal, includes, set, statement, statements, text,
        texts,
    },
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the storage tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_bucket_is_versioned,
    no_bucket_can_become_public,
    every_bucket_refuses_plain_text,
    transaction_logs_are_encrypted_with_the_data_key_and_no_other,
    access_logs_are_encrypted_as_the_load_balancer_requires,
    transaction_logs_grow_cheaper_and_are_kept_for_seven_years,
    old_versions_and_unfinished_uploads_go_away,
    reads_and_writes_of_transaction_logs_are_logged,
    only_the_load_balancer_and_s3_deliver_access_logs,
];

/// The bucket that access logs go to.
pub const ACCESS_LOGS: &str = "s3-access-logs-123456789012-staging";
const TRANSACTION_LOGS: &str = "s3-transaction-logs-123456789012-staging";

/// ST-2
fn every_bucket_is_versioned(aws: &Aws) -> Result<()> {
    of_every_bucket(aws, |bucket| {
        includes(&ask(aws, "get_bucket_versioning", bucket)?, &json!({"Status": "Enabled"}))
    })
}

/// ST-1, ALL-4
fn no_bucket_can_become_public(aws: &Aws) -> Result<()> {
    let keys =
        ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
    let blocked: Value = keys.into_iter().map(|key| (key.to_string(), json!(true))).collect();
    of_every_bucket(aws, |bucket| {
        includes(
            &ask(aws, "get_public_access_block", bucket)?["PublicAccessBlockConfiguration"],
            &blocked,
        )?;
        let ownership =
            &ask(aws, "get_bucket_ownership_controls", bucket)?["OwnershipControls"]["Rules"];
        equal(ownership, &json!([{"ObjectOwnership": "BucketOwnerEnforced"}]))
    })
}

/// ALL-4
fn every_bucket_refuses_plain_text(aws: &Aws) -> Result<()> {
    of_every_bucket(aws, |bucket| denies_plain_text(&policy(aws, bucket)?, "s3:*"))
}

/// ST-3
fn transaction_logs_are_encrypted_with_the_data_key_and_no_other(aws: &Aws) -> Result<()> {
    let key = aws.key("data")?;
    let by_default = json!({"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key});
    let expected =
        json!({"ApplyServerSideEncryptionByDefault": by_default, "BucketKeyEnabled": true});
    includes(&encryption(aws, TRANSACTION_LOGS)?, &expected)?;
    let policy = policy(aws, TRANSACTION_LOGS)?;
    for (sid, header, value) in [
        ("DenyOtherAlgorithm", "s3:x-amz-server-side-encryption", "aws:kms"),
        ("DenyOtherKey", "s3:x-amz-server-side-encryption-aws-kms-key-id", &*key),
    ] {
        let condition = json!({"Null": {header: "false"}, "StringNotEquals": {header: value}});
        includes(&statement(&policy, sid)?, &json!({"Effect": "Deny", "Condition": condition}))?;
    }
    Ok(())
}

/// ST-3: the load balancer delivers to no other kind of encryption.
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html>
fn access_logs_are_encrypted_as_the_load_balancer_requires(aws: &Aws) -> Result<()> {
    let expected = json!({"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}});
    includes(&encryption(aws, ACCESS_LOGS)?, &expected)
}

/// ST-2
fn transaction_logs_grow_cheaper_and_are_kept_for_seven_years(aws: &Aws) -> Result<()> {
    let rule = lifecycle_rule(aws, TRANSACTION_LOGS, "transaction-logs")?;
    includes(&rule, &json!({"Status": "Enabled", "Expiration": {"Days": 2557}}))?;
    let transitions =
        array(&rule["Transitions"]).iter().map(|t| (t["Days"].as_u64(), text(&t["StorageClass"])));
    let expected =
        [(Some(90), "STANDARD_IA"), (Some(180), "GLACIER_IR"), (Some(365), "DEEP_ARCHIVE")];
    equal(transitions.collect::<BTreeSet<_>>(), expected.into())
}

/// ST-2
fn old_versions_and_unfinished_uploads_go_away(aws: &Aws) -> Result<()> {
    for (bucket, rule, days) in
        [(TRANSACTION_LOGS, "transaction-logs", 90), (ACCESS_LOGS, "access-logs", 7)]
    {
        let expected = json!({
            "NoncurrentVersionExpiration": {"NoncurrentDays": days},
            "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
        });
        includes(&lifecycle_rule(aws, bucket, rule)?, &expected)?;
    }
    Ok(())
}

/// ST-1, ALL-6
fn reads_and_writes_of_transaction_logs_are_logged(aws: &Aws) -> Result<()> {
    let expected = json!({"LoggingEnabled": {"TargetBucket": ACCESS_LOGS, "TargetPrefix": "s3/"}});
    includes(&ask(aws, "get_bucket_logging", TRANSACTION_LOGS)?, &expected)
}

/// ALL-6, IAM-3
fn only_the_load_balancer_and_s3_deliver_access_logs(aws: &Aws) -> Result<()> {
    let policy = policy(aws, ACCESS_LOGS)?;
    let allowed: Vec<_> =
        statements(&policy)?.into_iter().filter(|s| s["Effect"] == "Allow").collect();
    let services = allowed.iter().flat_map(|statement| texts(&statement["Principal"]["Service"]));
    let expected =
        set(["logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com"]);
    equal(services.collect::<BTreeSet<_>>(), expected)?;
    allowed.iter().try_for_each(|statement| equal(text(&statement["Action"]), "s3:PutObject"))?;
    let source = json!({"Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}}});
    includes(&statement(&policy, "S3ServerAccessLogs")?, &source)
}

fn of_every_bucket(aws: &Aws, holds: impl Fn(&str) -> Result<()>) -> Result<()> {
    let buckets = aws.list("s3", "list_buckets", json!({}), "Buckets")?;
    buckets
        .iter()
        .map(|bucket| text(&bucket["Name"]))
        .try_for_each(|name| holds(name).context(name.to_string()))
}

fn ask(aws: &Aws, operation: &str, bucket: &str) -> Result<Value> {
    aws.ask("s3", operation, json!({"Bucket": bucket}))
}

fn policy(aws: &Aws, bucket: &str) -> Result<Value> {
    Ok(ask(aws, "get_bucket_policy", bucket)?["Policy"].take())
}

fn encryption(aws: &Aws, bucket: &str) -> Result<Value> {
    Ok(ask(aws, "get_bucket_encryption", bucket)?["ServerSideEncryptionConfiguration"]["Rules"][0]
        .take())
}

fn lifecycle_rule(aws: &Aws, bucket: &str, id: &str) -> Result<Value> {
    let rules =
        aws.list("s3", "get_bucket_lifecycle_configuration", json!({"Bucket": bucket}), "Rules")?;
    rules
        .into_iter()
        .find(|rule| rule["ID"] == id)
        .with_context(|| format!("{bucket} has no rule {id}"))
}
