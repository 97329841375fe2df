// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_rds_cluster_instance`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance).
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterInstance {
    pub apply_immediately: tf::Attr<bool>,
    pub auto_minor_version_upgrade: tf::Attr<bool>,
    pub availability_zone: tf::Attr<String>,
    pub ca_cert_identifier: tf::Attr<String>,
    pub cluster_identifier: tf::Attr<String>,
    pub copy_tags_to_snapshot: tf::Attr<bool>,
    pub custom_iam_instance_profile: tf::Attr<String>,
    pub db_parameter_group_name: tf::Attr<String>,
    pub db_subnet_group_name: tf::Attr<String>,
    pub engine: tf::Attr<String>,
    pub engine_version: tf::Attr<String>,
    pub force_destroy: tf::Attr<bool>,
    pub identifier: tf::Attr<String>,
    pub identifier_prefix: tf::Attr<String>,
    pub instance_class: tf::Attr<String>,
    pub monitoring_interval: tf::Attr<tf::Number>,
    pub monitoring_role_arn: tf::Attr<String>,
    pub performance_insights_enabled: tf::Attr<bool>,
    pub performance_insights_kms_key_id: tf::Attr<String>,
    pub performance_insights_retention_period: tf::Attr<tf::Number>,
    pub preferred_backup_window: tf::Attr<String>,
    pub preferred_maintenance_window: tf::Attr<String>,
    pub promotion_tier: tf::Attr<tf::Number>,
    pub publicly_accessible: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsRdsClusterInstanceTimeouts>,
}
impl tf::Block for AwsRdsClusterInstance {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("apply_immediately", self.apply_immediately);
        out.optional("auto_minor_version_upgrade", self.auto_minor_version_upgrade);
        out.optional("availability_zone", self.availability_zone);
        out.optional("ca_cert_identifier", self.ca_cert_identifier);
        out.required("cluster_identifier", self.cluster_identifier);
        out.optional("copy_tags_to_snapshot", self.copy_tags_to_snapshot);
        out.optional("custom_iam_instance_profile", self.custom_iam_instance_profile);
        out.optional("db_parameter_group_name", self.db_parameter_group_name);
        out.optional("db_subnet_group_name", self.db_subnet_group_name);
        out.required("engine", self.engine);
        out.optional("engine_version", self.engine_version);
        out.optional("force_destroy", self.force_destroy);
        out.optional("identifier", self.identifier);
        out.optional("identifier_prefix", self.identifier_prefix);
        out.required("instance_class", self.instance_class);
        out.optional("monitoring_interval", self.monitoring_interval);
        out.optional("monitoring_role_arn", self.monitoring_role_arn);
        out.optional("performance_insights_enabled", self.performance_insights_enabled);
        out.optional(
            "performance_insights_kms_key_id",
            self.performance_insights_kms_key_id,
        );
        out.optional(
            "performance_insights_retention_period",
            self.performance_insights_retention_period,
        );
        out.optional("preferred_backup_window", self.preferred_backup_window);
        out.optional("preferred_maintenance_window", self.preferred_maintenance_window);
        out.optional("promotion_tier", self.promotion_tier);
        out.optional("publicly_accessible", self.publicly_accessible);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterInstanceTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRdsClusterInstanceTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsRdsClusterInstance {
    const TYPE: &'static str = "aws_rds_cluster_instance";
    type Attributes = AwsRdsClusterInstanceAttributes;
}
impl tf::Resource for AwsRdsClusterInstance {}
#[derive(Debug)]
pub struct AwsRdsClusterInstanceAttributes(tf::Address);
impl From<tf::Address> for AwsRdsClusterInstanceAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRdsClusterInstanceAttributes {
    pub fn apply_immediately(&self) -> tf::Ref<bool> {
        self.0.attribute("apply_immediately")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn auto_minor_version_upgrade(&self) -> tf::Ref<bool> {
        self.0.attribute("auto_minor_version_upgrade")
    }
    pub fn availability_zone(&self) -> tf::Ref<String> {
        self.0.attribute("availability_zone")
    }
    pub fn ca_cert_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("ca_cert_identifier")
    }
    pub fn cluster_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_identifier")
    }
    pub fn copy_tags_to_snapshot(&self) -> tf::Ref<bool> {
        self.0.attribute("copy_tags_to_snapshot")
    }
    pub fn custom_iam_instance_profile(&self) -> tf::Ref<String> {
        self.0.attribute("custom_iam_instance_profile")
    }
    pub fn db_parameter_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_parameter_group_name")
    }
    pub fn db_subnet_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_subnet_group_name")
    }
    pub fn dbi_resource_id(&self) -> tf::Ref<String> {
        self.0.attribute("dbi_resource_id")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("endpoint")
    }
    pub fn engine(&self) -> tf::Ref<String> {
        self.0.attribute("engine")
    }
    pub fn engine_version(&self) -> tf::Ref<String> {
        self.0.attribute("engine_version")
    }
    pub fn engine_version_actual(&self) -> tf::Ref<String> {
        self.0.attribute("engine_version_actual")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("force_destroy")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn identifier(&self) -> tf::Ref<String> {
        self.0.attribute("identifier")
    }
    pub fn identifier_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("identifier_prefix")
    }
    pub fn instance_class(&self) -> tf::Ref<String> {
        self.0.attribute("instance_class")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_id")
    }
    pub fn monitoring_interval(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("monitoring_interval")
    }
    pub fn monitoring_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("monitoring_role_arn")
    }
    pub fn network_type(&self) -> tf::Ref<String> {
        self.0.attribute("network_type")
    }
    pub fn performance_insights_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("performance_insights_enabled")
    }
    pub fn performance_insights_kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("performance_insights_kms_key_id")
    }
    pub fn performance_insights_retention_period(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("performance_insights_retention_period")
    }
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("port")
    }
    pub fn preferred_backup_window(&self) -> tf::Ref<String> {
        self.0.attribute("preferred_backup_window")
    }
    pub fn preferred_maintenance_window(&self) -> tf::Ref<String> {
        self.0.attribute("preferred_maintenance_window")
    }
    pub fn promotion_tier(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("promotion_tier")
    }
    pub fn publicly_accessible(&self) -> tf::Ref<bool> {
        self.0.attribute("publicly_accessible")
    }
    pub fn storage_encrypted(&self) -> tf::Ref<bool> {
        self.0.attribute("storage_encrypted")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn writer(&self) -> tf::Ref<bool> {
        self.0.attribute("writer")
    }
}
