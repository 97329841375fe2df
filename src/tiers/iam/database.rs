//! The roles of the database: enhanced monitoring and RDS Proxy.

use super::Inputs;
use super::role::{Role, trust};
use crate::naming::Kind;
use crate::policy::actions::{kms, logs, secretsmanager};
use crate::policy::allow;
use terraform::text;

/// Writes operating-system metrics of the Aurora instances. RDS creates the log group `RDSOSMetrics`, one for the account.
///
/// The trust is that of the Aurora User Guide, "Setting up and enabling Enhanced Monitoring", "Protecting against the
/// confused deputy problem"; the actions are those of AmazonRDSEnhancedMonitoringRole, on this one log group.
pub fn monitoring(var: &Inputs) -> Role {
    let instances = text!(
        "arn:aws:rds:us-east-1:",
        &var.account_id,
        format!(":db:{}-*-", Kind::AuroraInstance.prefix()),
        &var.environment_suffix,
    );
    let log_group = text!("arn:aws:logs:us-east-1:", &var.account_id, ":log-group:RDSOSMetrics");
    let streams = text!(&log_group, ":log-stream:*");
    let write = [logs::CREATE_LOG_STREAM, logs::DESCRIBE_LOG_STREAMS, logs::GET_LOG_EVENTS, logs::PUT_LOG_EVENTS];
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

/// Reads the secret with the master password, and nothing else.
///
/// Its trust has no source condition: Aurora User Guide, "Configuring IAM authentication for RDS Proxy", documents none.
/// An account can pass only its own roles to RDS (IAM User Guide, "Grant a user permissions to pass a role to an AWS
/// service"), so the deputy cannot be confused about the account.
pub fn proxy(var: &Inputs) -> Role {
    Role {
        purpose: "database-proxy",
        output: "proxy_role_arn",
        description: "RDS Proxy reads the secret of the database.",
        trust: trust("rds.amazonaws.com"),
        permissions: vec![
            allow("ReadSecret", [secretsmanager::GET_SECRET_VALUE]).on([&var.database_secret_arn]),
            allow("DecryptSecret", [kms::DECRYPT]).on([&var.data_key_arn]).when(
                "StringEquals",
                "kms:ViaService",
                ["secretsmanager.us-east-1.amazonaws.com"],
            ),
        ],
    }
}
