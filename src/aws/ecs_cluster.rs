// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecs_cluster`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster).
#[derive(Debug, Clone, Default)]
pub struct AwsEcsCluster {
    pub name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub configuration: tf::Blocks<AwsEcsClusterConfiguration>,
    pub service_connect_defaults: tf::Blocks<AwsEcsClusterServiceConnectDefaults>,
    pub setting: tf::Blocks<AwsEcsClusterSetting>,
}
impl tf::Block for AwsEcsCluster {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.optional("tags", self.tags);
        out.blocks("configuration", self.configuration, 0usize..=1usize);
        out.blocks(
            "service_connect_defaults",
            self.service_connect_defaults,
            0usize..=1usize,
        );
        out.blocks("setting", self.setting, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterConfiguration {
    pub execute_command_configuration: tf::Blocks<
        AwsEcsClusterConfigurationExecuteCommandConfiguration,
    >,
    pub managed_storage_configuration: tf::Blocks<
        AwsEcsClusterConfigurationManagedStorageConfiguration,
    >,
}
impl tf::Block for AwsEcsClusterConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "execute_command_configuration",
            self.execute_command_configuration,
            0usize..=1usize,
        );
        out.blocks(
            "managed_storage_configuration",
            self.managed_storage_configuration,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterConfigurationExecuteCommandConfiguration {
    pub kms_key_id: tf::Attr<String>,
    pub logging: tf::Attr<String>,
    pub log_configuration: tf::Blocks<
        AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration,
    >,
}
impl tf::Block for AwsEcsClusterConfigurationExecuteCommandConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("kms_key_id", self.kms_key_id);
        out.optional("logging", self.logging);
        out.blocks("log_configuration", self.log_configuration, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration {
    pub cloud_watch_encryption_enabled: tf::Attr<bool>,
    pub cloud_watch_log_group_name: tf::Attr<String>,
    pub s3_bucket_encryption_enabled: tf::Attr<bool>,
    pub s3_bucket_name: tf::Attr<String>,
    pub s3_key_prefix: tf::Attr<String>,
}
impl tf::Block
for AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "cloud_watch_encryption_enabled",
            self.cloud_watch_encryption_enabled,
        );
        out.optional("cloud_watch_log_group_name", self.cloud_watch_log_group_name);
        out.optional("s3_bucket_encryption_enabled", self.s3_bucket_encryption_enabled);
        out.optional("s3_bucket_name", self.s3_bucket_name);
        out.optional("s3_key_prefix", self.s3_key_prefix);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterConfigurationManagedStorageConfiguration {
    pub fargate_ephemeral_storage_kms_key_id: tf::Attr<String>,
    pub kms_key_id: tf::Attr<String>,
}
impl tf::Block for AwsEcsClusterConfigurationManagedStorageConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "fargate_ephemeral_storage_kms_key_id",
            self.fargate_ephemeral_storage_kms_key_id,
        );
        out.optional("kms_key_id", self.kms_key_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterServiceConnectDefaults {
    pub namespace: tf::Attr<String>,
}
impl tf::Block for AwsEcsClusterServiceConnectDefaults {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("namespace", self.namespace);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsClusterSetting {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsEcsClusterSetting {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
impl tf::Declared for AwsEcsCluster {
    const TYPE: &'static str = "aws_ecs_cluster";
    type Attributes = AwsEcsClusterAttributes;
}
impl tf::Resource for AwsEcsCluster {}
#[derive(Debug)]
pub struct AwsEcsClusterAttributes(tf::Address);
impl From<tf::Address> for AwsEcsClusterAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcsClusterAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
