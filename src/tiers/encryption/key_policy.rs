//! The key policies. `*` as a resource of a key policy means the key that carries it: KMS Developer
//! Guide, "Key policies".

use super::Inputs;
use crate::naming::Kind;
use crate::policy::actions::kms;
use crate::policy::{Action, Statement, allow};
use crate::tiers::{CLOUDTRAIL, name, trail_arn};
use terraform::text;

const THIS_KEY: &str = "in a key policy * is the key that carries the policy";

/// What it takes to run a key. `PutKeyPolicy` is among it: KMS refuses a policy that would lock
/// everyone out. Source: KMS Developer Guide, "Default key policy", "Allows key administrators to
/// administer the KMS key".
const ADMINISTRATION: [Action; 24] = [
    kms::CANCEL_KEY_DELETION,
    kms::CREATE_ALIAS,
    kms::CREATE_GRANT,
    kms::DELETE_ALIAS,
    kms::DESCRIBE_KEY,
    kms::DISABLE_KEY,
    kms::DISABLE_KEY_ROTATION,
    kms::ENABLE_KEY,
    kms::ENABLE_KEY_ROTATION,
    kms::GET_KEY_POLICY,
    kms::GET_KEY_ROTATION_STATUS,
    kms::LIST_GRANTS,
    kms::LIST_KEY_POLICIES,
    kms::LIST_KEY_ROTATIONS,
    kms::LIST_RESOURCE_TAGS,
    kms::PUT_KEY_POLICY,
    kms::RETIRE_GRANT,
    kms::REVOKE_GRANT,
    kms::ROTATE_KEY_ON_DEMAND,
    kms::SCHEDULE_KEY_DELETION,
    kms::TAG_RESOURCE,
    kms::UNTAG_RESOURCE,
    kms::UPDATE_ALIAS,
    kms::UPDATE_KEY_DESCRIPTION,
];

/// What it takes to encrypt and decrypt with a key.
const USE: [Action; 6] = [
    kms::DECRYPT,
    kms::ENCRYPT,
    kms::GENERATE_DATA_KEY,
    kms::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT,
    kms::RE_ENCRYPT_FROM,
    kms::RE_ENCRYPT_TO,
];

/// Payment data is reached only by principals of the account, through their own IAM policies, and
/// by Fargate, which encrypts the ephemeral storage of the tasks of this cluster.
/// Source: Amazon ECS Developer Guide, "Create an encryption key for Fargate ephemeral storage for
/// Amazon ECS".
pub fn of_data(var: &Inputs) -> Vec<Statement> {
    vec![
        account(var),
        fargate("FargateDataKeys", kms::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT, var),
        fargate("FargateGrants", kms::CREATE_GRANT, var).when(
            "ForAllValues:StringEquals",
            "kms:GrantOperations",
            ["Decrypt"],
        ),
    ]
}

fn fargate(sid: &'static str, action: Action, var: &Inputs) -> Statement {
    allow(sid, [action])
        .to_service("fargate.amazonaws.com")
        .on_anything(THIS_KEY)
        .when(
            "StringEquals",
            "kms:EncryptionContext:aws:ecs:clusterAccount",
            [var.account_id.clone()],
        )
        .when("StringEquals", "kms:EncryptionContext:aws:ecs:clusterName", [name(Kind::EcsCluster)])
}

/// CloudWatch Logs uses the key for the log groups of this account only, and CloudTrail, where
/// there is a trail, for that one. Sources: CloudWatch Logs User Guide, "Encrypt log data in
/// CloudWatch Logs using AWS KMS"; CloudTrail User Guide, "Configure AWS KMS key policies for
/// CloudTrail".
pub fn of_logs(var: &Inputs, trail: bool) -> Vec<Statement> {
    let log_groups = text!("arn:aws:logs:us-east-1:", &var.account_id, ":log-group:*");
    let logs = allow("CloudWatchLogs", USE.into_iter().chain([kms::DESCRIBE_KEY]))
        .to_service("logs.us-east-1.amazonaws.com")
        .on_anything(THIS_KEY)
        .when("ArnLike", "kms:EncryptionContext:aws:logs:arn", [log_groups]);
    let of_trail = allow("CloudTrail", [kms::GENERATE_DATA_KEY])
        .to_service(CLOUDTRAIL)
        .on_anything(THIS_KEY)
        .when("StringEquals", "aws:SourceArn", [trail_arn()])
        .when("StringEquals", "kms:EncryptionContext:aws:cloudtrail:arn", [trail_arn()]);
    let described = allow("CloudTrailReadsKey", [kms::DESCRIBE_KEY])
        .to_service(CLOUDTRAIL)
        .on_anything(THIS_KEY)
        .when("StringEquals", "aws:SourceArn", [trail_arn()]);
    let trail = trail.then_some([of_trail, described]).into_iter().flatten();
    [account(var), logs].into_iter().chain(trail).collect()
}

/// What publishes to the encrypted topics, and SNS itself, which delivers from them to encrypted
/// queues (MON-4). Source: SNS Developer Guide, "Enable compatibility between event sources from
/// AWS services and encrypted topics" and "Configuring Amazon SNS topic encryption with encrypted
/// Amazon SQS queue subscription".
pub fn of_notifications(var: &Inputs) -> Vec<Statement> {
    vec![
        account(var),
        message_key("CloudWatchAlarms", "cloudwatch.amazonaws.com").from_account(&var.account_id),
        message_key("RdsEvents", "events.rds.amazonaws.com").from_account(&var.account_id),
        // The first of those pages: `aws:SourceAccount` "is not supported for
        // EventBridge-to-encrypted topics". With it, every event is dropped in silence.
        // The topic policy says whose rules may publish.
        message_key("EventBridge", "events.amazonaws.com"),
        message_key("SnsToQueues", "sns.amazonaws.com").when(
            "ArnLike",
            "aws:SourceArn",
            [text!("arn:aws:sns:us-east-1:", &var.account_id, ":*")],
        ),
    ]
}

fn message_key(sid: &'static str, service: &'static str) -> Statement {
    allow(sid, [kms::DECRYPT, kms::GENERATE_DATA_KEY]).to_service(service).on_anything(THIS_KEY)
}

/// Lets the IAM policies of the account grant the use of the key; by itself it grants nothing to a
/// role. Source: KMS Developer Guide, "Default key policy", "Allows access to the AWS account and
/// enables IAM policies".
fn account(var: &Inputs) -> Statement {
    allow("AccountThroughIam", ADMINISTRATION.into_iter().chain(USE))
        .to_principals([text!("arn:aws:iam::", &var.account_id, ":root")])
        .on_anything(THIS_KEY)
}
