//! Backups that outlive the cluster and the one who deletes it: AWS Backup to a locked vault, and a
//! copy elsewhere (ALL-9).
//!
//! Governance and not compliance: a compliance lock can never be taken off again, by nobody, AWS
//! included, and the vault could be deleted only when its last backup has ended.
//! Sources: AWS Backup Developer Guide, "AWS Backup Vault Lock" and "Creating backup copies across
//! AWS accounts".

use super::Inputs;
use crate::aws::{
    AwsBackupPlan, AwsBackupPlanRule, AwsBackupPlanRuleCopyAction,
    AwsBackupPlanRuleCopyActionLifecycle, AwsBackupPlanRuleLifecycle, AwsBackupSelection,
    AwsBackupVault, AwsBackupVaultLockConfiguration, AwsRdsCluster,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module};

/// Every day at 10:00 UTC, after the backup and maintenance windows of the profiles.
const SCHEDULE: &str = "cron(0 10 * * ? *)";

/// How the data is protected.
#[derive(Debug, Clone, PartialEq)]
pub struct Protection {
    /// Days for which backups are kept.
    pub backup_days: u32,
    /// Vault of another account or region to which they are copied.
    pub copy_to_vault_arn: Option<String>,
}

pub(super) fn declare(
    module: &mut Module,
    protection: &Protection,
    var: &Inputs,
    cluster: &Handle<AwsRdsCluster>,
) -> Result<(), DeclareError> {
    let vault = module.resource(
        "main",
        block!(AwsBackupVault {
            name: name(Kind::BackupVault),
            kms_key_arn: &var.data_key_arn,
            force_destroy: false,
            tags: tags(name(Kind::BackupVault)),
        }),
    )?;
    let lock = block!(AwsBackupVaultLockConfiguration {
        backup_vault_name: vault.name(),
        min_retention_days: protection.backup_days,
    });
    module.resource("main", lock)?;
    let plan = block!(AwsBackupPlan {
        name: name(Kind::BackupPlan),
        rule: rule(protection, &vault),
        tags: tags(name(Kind::BackupPlan)),
    });
    let plan = module.resource("main", plan)?;
    let selection = block!(AwsBackupSelection {
        name: name(Kind::BackupSelection),
        plan_id: plan.id(),
        iam_role_arn: &var.backup_role_arn,
        resources: [cluster.arn()],
    });
    module.resource("main", selection)?;
    Ok(())
}

/// A snapshot a day. Not continuous: that would take the place of the cluster's own continuous
/// backup, from which payments are restored.
fn rule(protection: &Protection, vault: &Handle<AwsBackupVault>) -> AwsBackupPlanRule {
    let days = protection.backup_days;
    let copies = protection.copy_to_vault_arn.iter().map(|arn| {
        block!(AwsBackupPlanRuleCopyAction {
            destination_vault_arn: arn.as_str(),
            lifecycle: block!(AwsBackupPlanRuleCopyActionLifecycle { delete_after: days }),
        })
    });
    block!(AwsBackupPlanRule {
        rule_name: "daily",
        target_vault_name: vault.name(),
        schedule: SCHEDULE,
        start_window: 60,
        completion_window: 480,
        lifecycle: block!(AwsBackupPlanRuleLifecycle { delete_after: days }),
        copy_action: copies.collect::<Vec<_>>(),
    })
}
