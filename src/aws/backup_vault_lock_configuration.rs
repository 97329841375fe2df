// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_backup_vault_lock_configuration`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault_lock_configuration).
#[derive(Debug, Clone, Default)]
pub struct AwsBackupVaultLockConfiguration {
    pub backup_vault_name: tf::Attr<String>,
    pub changeable_for_days: tf::Attr<tf::Number>,
    pub max_retention_days: tf::Attr<tf::Number>,
    pub min_retention_days: tf::Attr<tf::Number>,
}
impl tf::Block for AwsBackupVaultLockConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("backup_vault_name", self.backup_vault_name);
        out.optional("changeable_for_days", self.changeable_for_days);
        out.optional("max_retention_days", self.max_retention_days);
        out.optional("min_retention_days", self.min_retention_days);
    }
}
impl tf::Declared for AwsBackupVaultLockConfiguration {
    const TYPE: &'static str = "aws_backup_vault_lock_configuration";
    type Attributes = AwsBackupVaultLockConfigurationAttributes;
}
impl tf::Resource for AwsBackupVaultLockConfiguration {}
#[derive(Debug)]
pub struct AwsBackupVaultLockConfigurationAttributes(tf::Address);
impl From<tf::Address> for AwsBackupVaultLockConfigurationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsBackupVaultLockConfigurationAttributes {
    pub fn backup_vault_arn(&self) -> tf::Ref<String> {
        self.0.attribute("backup_vault_arn")
    }
    pub fn backup_vault_name(&self) -> tf::Ref<String> {
        self.0.attribute("backup_vault_name")
    }
    pub fn changeable_for_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("changeable_for_days")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn max_retention_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("max_retention_days")
    }
    pub fn min_retention_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("min_retention_days")
    }
}
