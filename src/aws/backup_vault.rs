// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_backup_vault`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault).
#[derive(Debug, Clone, Default)]
pub struct AwsBackupVault {
    pub force_destroy: tf::Attr<bool>,
    pub kms_key_arn: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsBackupVaultTimeouts>,
}
impl tf::Block for AwsBackupVault {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("force_destroy", self.force_destroy);
        out.optional("kms_key_arn", self.kms_key_arn);
        out.required("name", self.name);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsBackupVaultTimeouts {
    pub delete: tf::Attr<String>,
}
impl tf::Block for AwsBackupVaultTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("delete", self.delete);
    }
}
impl tf::Declared for AwsBackupVault {
    const TYPE: &'static str = "aws_backup_vault";
    type Attributes = AwsBackupVaultAttributes;
}
impl tf::Resource for AwsBackupVault {}
#[derive(Debug)]
pub struct AwsBackupVaultAttributes(tf::Address);
impl From<tf::Address> for AwsBackupVaultAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsBackupVaultAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("force_destroy")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_key_arn(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_arn")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn recovery_points(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("recovery_points")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
