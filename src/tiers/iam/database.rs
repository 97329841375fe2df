//! The roles of the database: enhanced monitoring and RDS Proxy.

use super::Inputs;
use super::role::{Role, trust};
use crate::naming::Kind;
use crate::policy::actions::{backup, kms, logs, rds, secretsmanager, tag};
use crate::policy::allow;
use crate::tiers::name;
use terraform::text;
use terraform::tf::Attr;

/// Writes operating-system metrics of the Aurora instances. RDS creates the log group
/// `RDSOSMetrics`, one for the account.
///
/// The trust is that of the Aurora User Guide, "Setting up and enabling Enhanced Monitoring",
/// "Protecting against the confused deputy problem"; the actions are those of
/// AmazonRDSEnhancedMonitoringRole, on this one log group.
pub fn monitoring(var: &Inputs) -> Role {
    let instances = text!(
        "arn:aws:rds:us-east-1:",
        &var.account_id,
        format!(":db:{}-*-", Kind::AuroraInstance.prefix()),
        &var.environment_suffix,
    );
    let log_group = text!("arn:aws:logs:us-east-1:", &var.account_id, ":log-group:RDSOSMetrics");
    let streams = text!(&log_group, ":log-stream:*");
    let write = [
        logs::CREATE_LOG_STREAM,
        logs::DESCRIBE_LOG_STREAMS,
        logs::GET_LOG_EVENTS,
        logs::PUT_LOG_EVENTS,
    ];
    Role {
        purpose: "database-monitoring",
        output: "database_monitoring_role_arn",
        description: "RDS writes enhanced monitoring metrics of the Aurora instances.",
        trust: trust("monitoring.rds.amazonaws.com").from_account(&var.account_id).when(
            "ArnLike",
            "aws:SourceArn",
            [instances],
        ),
        permissions: vec![
            allow("KeepLogGroup", [logs::CREATE_LOG_GROUP, logs::PUT_RETENTION_POLICY])
                .on([text!(&log_group, ":*"), log_group.clone()]),
            allow("WriteMetrics", write).on([streams]),
        ],
    }
}

/// Reads the secret of the payment tasks' user, and nothing else: never the master's (DB-4).
///
/// Its trust has no source condition: Aurora User Guide, "Configuring IAM authentication for RDS
/// Proxy", documents none. An account can pass only its own roles to RDS (IAM User Guide, "Grant a
/// user permissions to pass a role to an AWS service"), so the deputy cannot be confused about the
/// account.
pub fn proxy(var: &Inputs) -> Role {
    Role {
        purpose: "database-proxy",
        output: "proxy_role_arn",
        description: "RDS Proxy reads the secret of the payment tasks' database user.",
        trust: trust("rds.amazonaws.com"),
        permissions: vec![
            allow("ReadSecret", [secretsmanager::GET_SECRET_VALUE]).on([&var.user_secret_arn]),
            allow("DecryptSecret", [kms::DECRYPT]).on([&var.data_key_arn]).when(
                "StringEquals",
                "kms:ViaService",
                ["secretsmanager.us-east-1.amazonaws.com"],
            ),
        ],
    }
}

/// Takes snapshots of the cluster, copies and ends its own, and nothing else: what
/// AWSBackupServiceRolePolicyForBackup has for Aurora, on this cluster.
/// Source: AWS Backup Developer Guide, "AWS Backup service roles"; AWS Managed Policy Reference,
/// "AWSBackupServiceRolePolicyForBackup".
pub fn backup(var: &Inputs, copy_to_vault_arn: Option<&str>) -> Role {
    let snapshots =
        text!("arn:aws:rds:us-east-1:", &var.account_id, ":cluster-snapshot:awsbackup:*");
    let vault = text!(
        "arn:aws:backup:us-east-1:",
        &var.account_id,
        ":backup-vault:",
        name(Kind::BackupVault)
    );
    let vaults = [vault].into_iter().chain(copy_to_vault_arn.map(Attr::from)).collect::<Vec<_>>();
    let take = [
        rds::ADD_TAGS_TO_RESOURCE,
        rds::COPY_DB_CLUSTER_SNAPSHOT,
        rds::CREATE_DB_CLUSTER_SNAPSHOT,
        rds::DESCRIBE_DB_CLUSTER_SNAPSHOTS,
        rds::DESCRIBE_DB_CLUSTERS,
        rds::LIST_TAGS_FOR_RESOURCE,
    ];
    let encrypt = [kms::CREATE_GRANT, kms::DECRYPT, kms::DESCRIBE_KEY, kms::GENERATE_DATA_KEY];
    Role {
        purpose: "backup",
        output: "backup_role_arn",
        description: "AWS Backup takes snapshots of the cluster and copies them.",
        trust: trust("backup.amazonaws.com").from_account(&var.account_id),
        permissions: vec![
            allow("TakeSnapshots", take).on([var.cluster_arn.clone(), snapshots.clone()]),
            allow("EndSnapshots", [rds::DELETE_DB_CLUSTER_SNAPSHOT]).on([snapshots]),
            allow("KeepInVaults", [backup::COPY_INTO_BACKUP_VAULT, backup::DESCRIBE_BACKUP_VAULT])
                .on(vaults),
            allow("EncryptSnapshots", encrypt).on([&var.data_key_arn]).when(
                "StringEquals",
                "kms:ViaService",
                ["rds.us-east-1.amazonaws.com"],
            ),
            allow("FindSelected", [tag::GET_RESOURCES])
                .on_anything("tag:GetResources takes no resource"),
        ],
    }
}
