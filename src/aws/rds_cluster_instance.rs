// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsRdsClusterInstance {
    const TYPE: &'static str = "aws_rds_cluster_instance";
}
impl tf::Handle<AwsRdsClusterInstance> {
    pub fn apply_immediately(&self) -> tf::Ref<bool> {
        self.reference_to("apply_immediately")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn auto_minor_version_upgrade(&self) -> tf::Ref<bool> {
        self.reference_to("auto_minor_version_upgrade")
    }
    pub fn availability_zone(&self) -> tf::Ref<String> {
        self.reference_to("availability_zone")
    }
    pub fn ca_cert_identifier(&self) -> tf::Ref<String> {
        self.reference_to("ca_cert_identifier")
    }
    pub fn cluster_identifier(&self) -> tf::Ref<String> {
        self.reference_to("cluster_identifier")
    }
    pub fn copy_tags_to_snapshot(&self) -> tf::Ref<bool> {
        self.reference_to("copy_tags_to_snapshot")
    }
    pub fn custom_iam_instance_profile(&self) -> tf::Ref<String> {
        self.reference_to("custom_iam_instance_profile")
    }
    pub fn db_parameter_group_name(&self) -> tf::Ref<String> {
        self.reference_to("db_parameter_group_name")
    }
    pub fn db_subnet_group_name(&self) -> tf::Ref<String> {
        self.reference_to("db_subnet_group_name")
    }
    pub fn dbi_resource_id(&self) -> tf::Ref<String> {
        self.reference_to("dbi_resource_id")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.reference_to("endpoint")
    }
    pub fn engine(&self) -> tf::Ref<String> {
        self.reference_to("engine")
    }
    pub fn engine_version(&self) -> tf::Ref<String> {
        self.reference_to("engine_version")
    }
    pub fn engine_version_actual(&self) -> tf::Ref<String> {
        self.reference_to("engine_version_actual")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.reference_to("force_destroy")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn identifier(&self) -> tf::Ref<String> {
        self.reference_to("identifier")
    }
    pub fn identifier_prefix(&self) -> tf::Ref<String> {
        self.reference_to("identifier_prefix")
    }
    pub fn instance_class(&self) -> tf::Ref<String> {
        self.reference_to("instance_class")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.reference_to("kms_key_id")
    }
    pub fn monitoring_interval(&self) -> tf::Ref<tf::Number> {
        self.reference_to("monitoring_interval")
    }
    pub fn monitoring_role_arn(&self) -> tf::Ref<String> {
        self.reference_to("monitoring_role_arn")
    }
    pub fn network_type(&self) -> tf::Ref<String> {
        self.reference_to("network_type")
    }
    pub fn performance_insights_enabled(&self) -> tf::Ref<bool> {
        self.reference_to("performance_insights_enabled")
    }
    pub fn performance_insights_kms_key_id(&self) -> tf::Ref<String> {
        self.reference_to("performance_insights_kms_key_id")
    }
    pub fn performance_insights_retention_period(&self) -> tf::Ref<tf::Number> {
        self.reference_to("performance_insights_retention_period")
    }
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.reference_to("port")
    }
    pub fn preferred_backup_window(&self) -> tf::Ref<String> {
        self.reference_to("preferred_backup_window")
    }
    pub fn preferred_maintenance_window(&self) -> tf::Ref<String> {
        self.reference_to("preferred_maintenance_window")
    }
    pub fn promotion_tier(&self) -> tf::Ref<tf::Number> {
        self.reference_to("promotion_tier")
    }
    pub fn publicly_accessible(&self) -> tf::Ref<bool> {
        self.reference_to("publicly_accessible")
    }
    pub fn storage_encrypted(&self) -> tf::Ref<bool> {
        self.reference_to("storage_encrypted")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn writer(&self) -> tf::Ref<bool> {
        self.reference_to("writer")
    }
}
