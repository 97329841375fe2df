//! Settings of the protection against deletion.

use super::{BackupVaultArn, Within};

settings! {
    /// What keeps the environment and its data from being deleted, by mistake or by someone with
    /// broad permissions. Off by default, so that everything can be destroyed (ALL-3); for live
    /// payments: on (ALL-9).
    Protection, ProtectionOverrides {
        /// Whether it is on: the database and the load balancer are protected against deletion, a
        /// destroyed database leaves a final snapshot and its automated backups, buckets are not
        /// emptied, transaction logs are locked, the database is backed up to a locked vault. The
        /// lock of the transaction logs can never be removed from their bucket again.
        enabled: bool,
        /// Days for which nobody without s3:BypassGovernanceRetention can change or delete a
        /// transaction log. Source: S3 User Guide, "Locking objects with Object Lock", "Governance
        /// mode".
        transaction_log_lock_days: Within<1, 36_500>,
        /// Days for which backups are kept in the vault; nobody without
        /// backup:DeleteBackupVaultLockConfiguration can shorten that. Source: AWS Backup Developer
        /// Guide, "AWS Backup Vault Lock", "Governance mode".
        backup_days: Within<1, 36_500>,
        /// Vault to which every backup is copied, of another account or region; left out, there is
        /// no copy.
        copy_to_vault_arn: Option<BackupVaultArn>,
    }
}
