// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_backup_vault_lock_configuration`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault_lock_configuration
    AwsBackupVaultLockConfiguration = "aws_backup_vault_lock_configuration", AwsBackupVaultLockConfigurationAttributes
    arguments {
        required backup_vault_name: String,
        optional changeable_for_days: Number,
        optional max_retention_days: Number,
        optional min_retention_days: Number,
    }
    blocks {}
    attributes {
        backup_vault_arn: String,
        id: String,
    }
}
