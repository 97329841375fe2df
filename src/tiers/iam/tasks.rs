//! The two roles of a payment task: the one that starts it and the one it acts with (IAM-1).

use std::collections::BTreeSet;

use super::Inputs;
use super::role::{self, Role};
use crate::policy::actions::{ecr, kms, lambda, logs, rds_db, s3, secretsmanager};
use crate::policy::{Statement, allow};
use terraform::text;

/// Only ECS in this account, for its own tasks.
/// Source: ECS Developer Guide, "Amazon ECS task IAM role", "Creating the task IAM role".
fn trust(var: &Inputs) -> Statement {
    let ecs = text!("arn:aws:ecs:us-east-1:", &var.account_id, ":*");
    role::trust("ecs-tasks.amazonaws.com").from_account(&var.account_id).when(
        "ArnLike",
        "aws:SourceArn",
        [ecs],
    )
}

/// Pulls the image and opens the log. It needs no key: ECR decrypts through the grant it got with
/// the repository (ECR User Guide, "Encryption at rest"), CloudWatch Logs through the policy of its
/// key. The secrets of the service it reads by their exact ARNs, with whatever key each is
/// encrypted. Source: ECS Developer Guide, "Amazon ECS task execution IAM role".
pub fn execution(var: &Inputs, secrets: &BTreeSet<String>) -> Role {
    let pull = [
        ecr::BATCH_CHECK_LAYER_AVAILABILITY,
        ecr::BATCH_GET_IMAGE,
        ecr::GET_DOWNLOAD_URL_FOR_LAYER,
    ];
    Role {
        purpose: "task-execution",
        output: "task_execution_role_arn",
        description: "ECS starts payment tasks: pulls the image, opens the log.",
        trust: trust(var),
        permissions: [
            allow("LogInToEcr", [ecr::GET_AUTHORIZATION_TOKEN])
                .on_anything("ecr:GetAuthorizationToken takes no resource"),
            allow("PullImage", pull).on([&var.repository_arn]),
            allow("WriteLogs", [logs::CREATE_LOG_STREAM, logs::PUT_LOG_EVENTS])
                .on([text!(&var.application_log_group_arn, ":*")]),
        ]
        .into_iter()
        .chain(read_secrets(secrets))
        .collect(),
    }
}

/// The secrets, and their keys, which the stack does not know: KMS is told which secret is
/// decrypted, and that binds the right. Source: Secrets Manager User Guide, "Secret encryption and
/// decryption", "Encryption context".
fn read_secrets(secrets: &BTreeSet<String>) -> Vec<Statement> {
    if secrets.is_empty() {
        return Vec::new();
    }
    let arns: Vec<_> = secrets.iter().map(String::as_str).collect();
    let accounts: BTreeSet<_> = arns.iter().filter_map(|arn| arn.split(':').nth(4)).collect();
    let keys: Vec<_> =
        accounts.iter().map(|account| format!("arn:aws:kms:us-east-1:{account}:key/*")).collect();
    vec![
        allow("ReadSecrets", [secretsmanager::GET_SECRET_VALUE]).on(arns.clone()),
        allow("DecryptSecrets", [kms::DECRYPT])
            .on(keys)
            .when("StringEquals", "kms:ViaService", ["secretsmanager.us-east-1.amazonaws.com"])
            .when("StringEquals", "kms:EncryptionContext:SecretARN", arns),
    ]
}

/// Writes transaction logs without reading or deleting any, connects as one database user, asks one
/// validation alias.
///
/// A multipart upload decrypts the data key of its earlier parts: S3 User Guide, "Multipart upload
/// API and permissions".
pub fn payment(var: &Inputs) -> Role {
    let objects = text!(&var.transaction_log_bucket_arn, "/*");
    Role {
        purpose: "task",
        output: "task_role_arn",
        description: "Payment tasks write transaction logs, use the database and have payments \
                      validated.",
        trust: trust(var),
        permissions: vec![
            allow("WriteTransactionLogs", [s3::PUT_OBJECT]).on([objects]),
            allow("EncryptTransactionLogs", [kms::DECRYPT, kms::GENERATE_DATA_KEY])
                .on([&var.data_key_arn])
                .when("StringEquals", "kms:ViaService", ["s3.us-east-1.amazonaws.com"]),
            allow("ConnectToDatabase", [rds_db::CONNECT]).on([&var.database_user_arn]),
            allow("ValidatePayments", [lambda::INVOKE_FUNCTION]).on([&var.validation_alias_arn]),
        ],
    }
}
