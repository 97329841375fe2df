// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_rds_cluster`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster).
#[derive(Debug, Clone, Default)]
pub struct AwsRdsCluster {
    pub allocated_storage: tf::Attr<tf::Number>,
    pub allow_major_version_upgrade: tf::Attr<bool>,
    pub apply_immediately: tf::Attr<bool>,
    pub availability_zones: tf::List<String>,
    pub backtrack_window: tf::Attr<tf::Number>,
    pub backup_retention_period: tf::Attr<tf::Number>,
    pub ca_certificate_identifier: tf::Attr<String>,
    pub cluster_identifier: tf::Attr<String>,
    pub cluster_identifier_prefix: tf::Attr<String>,
    pub cluster_members: tf::List<String>,
    pub cluster_scalability_type: tf::Attr<String>,
    pub copy_tags_to_snapshot: tf::Attr<bool>,
    pub database_insights_mode: tf::Attr<String>,
    pub database_name: tf::Attr<String>,
    pub db_cluster_instance_class: tf::Attr<String>,
    pub db_cluster_parameter_group_name: tf::Attr<String>,
    pub db_instance_parameter_group_name: tf::Attr<String>,
    pub db_subnet_group_name: tf::Attr<String>,
    pub db_system_id: tf::Attr<String>,
    pub delete_automated_backups: tf::Attr<bool>,
    pub deletion_protection: tf::Attr<bool>,
    pub domain: tf::Attr<String>,
    pub domain_iam_role_name: tf::Attr<String>,
    pub enable_global_write_forwarding: tf::Attr<bool>,
    pub enable_http_endpoint: tf::Attr<bool>,
    pub enable_local_write_forwarding: tf::Attr<bool>,
    pub enabled_cloudwatch_logs_exports: tf::List<String>,
    pub engine: tf::Attr<String>,
    pub engine_lifecycle_support: tf::Attr<String>,
    pub engine_mode: tf::Attr<String>,
    pub engine_version: tf::Attr<String>,
    pub final_snapshot_identifier: tf::Attr<String>,
    pub global_cluster_identifier: tf::Attr<String>,
    pub iam_database_authentication_enabled: tf::Attr<bool>,
    pub iam_roles: tf::List<String>,
    pub iops: tf::Attr<tf::Number>,
    pub kms_key_id: tf::Attr<String>,
    pub manage_master_user_password: tf::Attr<bool>,
    pub master_password: tf::Attr<String>,
    pub master_password_wo: tf::Attr<String>,
    pub master_password_wo_version: tf::Attr<tf::Number>,
    pub master_user_secret_kms_key_id: tf::Attr<String>,
    pub master_username: tf::Attr<String>,
    pub monitoring_interval: tf::Attr<tf::Number>,
    pub monitoring_role_arn: tf::Attr<String>,
    pub network_type: tf::Attr<String>,
    pub performance_insights_enabled: tf::Attr<bool>,
    pub performance_insights_kms_key_id: tf::Attr<String>,
    pub performance_insights_retention_period: tf::Attr<tf::Number>,
    pub port: tf::Attr<tf::Number>,
    pub preferred_backup_window: tf::Attr<String>,
    pub preferred_maintenance_window: tf::Attr<String>,
    pub replication_source_identifier: tf::Attr<String>,
    pub skip_final_snapshot: tf::Attr<bool>,
    pub snapshot_identifier: tf::Attr<String>,
    pub source_region: tf::Attr<String>,
    pub storage_encrypted: tf::Attr<bool>,
    pub storage_type: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub vpc_security_group_ids: tf::List<String>,
    pub restore_to_point_in_time: tf::Blocks<AwsRdsClusterRestoreToPointInTime>,
    pub s3_import: tf::Blocks<AwsRdsClusterS3Import>,
    pub scaling_configuration: tf::Blocks<AwsRdsClusterScalingConfiguration>,
    pub serverlessv2_scaling_configuration: tf::Blocks<
        AwsRdsClusterServerlessv2ScalingConfiguration,
    >,
    pub timeouts: tf::Blocks<AwsRdsClusterTimeouts>,
}
impl tf::Block for AwsRdsCluster {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("allocated_storage", self.allocated_storage);
        out.optional("allow_major_version_upgrade", self.allow_major_version_upgrade);
        out.optional("apply_immediately", self.apply_immediately);
        out.optional("availability_zones", self.availability_zones);
        out.optional("backtrack_window", self.backtrack_window);
        out.optional("backup_retention_period", self.backup_retention_period);
        out.optional("ca_certificate_identifier", self.ca_certificate_identifier);
        out.optional("cluster_identifier", self.cluster_identifier);
        out.optional("cluster_identifier_prefix", self.cluster_identifier_prefix);
        out.optional("cluster_members", self.cluster_members);
        out.optional("cluster_scalability_type", self.cluster_scalability_type);
        out.optional("copy_tags_to_snapshot", self.copy_tags_to_snapshot);
        out.optional("database_insights_mode", self.database_insights_mode);
        out.optional("database_name", self.database_name);
        out.optional("db_cluster_instance_class", self.db_cluster_instance_class);
        out.optional(
            "db_cluster_parameter_group_name",
            self.db_cluster_parameter_group_name,
        );
        out.optional(
            "db_instance_parameter_group_name",
            self.db_instance_parameter_group_name,
        );
        out.optional("db_subnet_group_name", self.db_subnet_group_name);
        out.optional("db_system_id", self.db_system_id);
        out.optional("delete_automated_backups", self.delete_automated_backups);
        out.optional("deletion_protection", self.deletion_protection);
        out.optional("domain", self.domain);
        out.optional("domain_iam_role_name", self.domain_iam_role_name);
        out.optional(
            "enable_global_write_forwarding",
            self.enable_global_write_forwarding,
        );
        out.optional("enable_http_endpoint", self.enable_http_endpoint);
        out.optional(
            "enable_local_write_forwarding",
            self.enable_local_write_forwarding,
        );
        out.optional(
            "enabled_cloudwatch_logs_exports",
            self.enabled_cloudwatch_logs_exports,
        );
        out.required("engine", self.engine);
        out.optional("engine_lifecycle_support", self.engine_lifecycle_support);
        out.optional("engine_mode", self.engine_mode);
        out.optional("engine_version", self.engine_version);
        out.optional("final_snapshot_identifier", self.final_snapshot_identifier);
        out.optional("global_cluster_identifier", self.global_cluster_identifier);
        out.optional(
            "iam_database_authentication_enabled",
            self.iam_database_authentication_enabled,
        );
        out.optional("iam_roles", self.iam_roles);
        out.optional("iops", self.iops);
        out.optional("kms_key_id", self.kms_key_id);
        out.optional("manage_master_user_password", self.manage_master_user_password);
        out.optional("master_password", self.master_password);
        out.optional("master_password_wo", self.master_password_wo);
        out.optional("master_password_wo_version", self.master_password_wo_version);
        out.optional(
            "master_user_secret_kms_key_id",
            self.master_user_secret_kms_key_id,
        );
        out.optional("master_username", self.master_username);
        out.optional("monitoring_interval", self.monitoring_interval);
        out.optional("monitoring_role_arn", self.monitoring_role_arn);
        out.optional("network_type", self.network_type);
        out.optional("performance_insights_enabled", self.performance_insights_enabled);
        out.optional(
            "performance_insights_kms_key_id",
            self.performance_insights_kms_key_id,
        );
        out.optional(
            "performance_insights_retention_period",
            self.performance_insights_retention_period,
        );
        out.optional("port", self.port);
        out.optional("preferred_backup_window", self.preferred_backup_window);
        out.optional("preferred_maintenance_window", self.preferred_maintenance_window);
        out.optional(
            "replication_source_identifier",
            self.replication_source_identifier,
        );
        out.optional("skip_final_snapshot", self.skip_final_snapshot);
        out.optional("snapshot_identifier", self.snapshot_identifier);
        out.optional("source_region", self.source_region);
        out.optional("storage_encrypted", self.storage_encrypted);
        out.optional("storage_type", self.storage_type);
        out.optional("tags", self.tags);
        out.optional("vpc_security_group_ids", self.vpc_security_group_ids);
        out.blocks(
            "restore_to_point_in_time",
            self.restore_to_point_in_time,
            0usize..=1usize,
        );
        out.blocks("s3_import", self.s3_import, 0usize..=1usize);
        out.blocks("scaling_configuration", self.scaling_configuration, 0usize..=1usize);
        out.blocks(
            "serverlessv2_scaling_configuration",
            self.serverlessv2_scaling_configuration,
            0usize..=1usize,
        );
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterRestoreToPointInTime {
    pub restore_to_time: tf::Attr<String>,
    pub restore_type: tf::Attr<String>,
    pub source_cluster_identifier: tf::Attr<String>,
    pub source_cluster_resource_id: tf::Attr<String>,
    pub use_latest_restorable_time: tf::Attr<bool>,
}
impl tf::Block for AwsRdsClusterRestoreToPointInTime {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("restore_to_time", self.restore_to_time);
        out.optional("restore_type", self.restore_type);
        out.optional("source_cluster_identifier", self.source_cluster_identifier);
        out.optional("source_cluster_resource_id", self.source_cluster_resource_id);
        out.optional("use_latest_restorable_time", self.use_latest_restorable_time);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterS3Import {
    pub bucket_name: tf::Attr<String>,
    pub bucket_prefix: tf::Attr<String>,
    pub ingestion_role: tf::Attr<String>,
    pub source_engine: tf::Attr<String>,
    pub source_engine_version: tf::Attr<String>,
}
impl tf::Block for AwsRdsClusterS3Import {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket_name", self.bucket_name);
        out.optional("bucket_prefix", self.bucket_prefix);
        out.required("ingestion_role", self.ingestion_role);
        out.required("source_engine", self.source_engine);
        out.required("source_engine_version", self.source_engine_version);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterScalingConfiguration {
    pub auto_pause: tf::Attr<bool>,
    pub max_capacity: tf::Attr<tf::Number>,
    pub min_capacity: tf::Attr<tf::Number>,
    pub seconds_before_timeout: tf::Attr<tf::Number>,
    pub seconds_until_auto_pause: tf::Attr<tf::Number>,
    pub timeout_action: tf::Attr<String>,
}
impl tf::Block for AwsRdsClusterScalingConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("auto_pause", self.auto_pause);
        out.optional("max_capacity", self.max_capacity);
        out.optional("min_capacity", self.min_capacity);
        out.optional("seconds_before_timeout", self.seconds_before_timeout);
        out.optional("seconds_until_auto_pause", self.seconds_until_auto_pause);
        out.optional("timeout_action", self.timeout_action);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterServerlessv2ScalingConfiguration {
    pub max_capacity: tf::Attr<tf::Number>,
    pub min_capacity: tf::Attr<tf::Number>,
    pub seconds_until_auto_pause: tf::Attr<tf::Number>,
}
impl tf::Block for AwsRdsClusterServerlessv2ScalingConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("max_capacity", self.max_capacity);
        out.required("min_capacity", self.min_capacity);
        out.optional("seconds_until_auto_pause", self.seconds_until_auto_pause);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRdsClusterTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsRdsCluster {
    const TYPE: &'static str = "aws_rds_cluster";
    type Attributes = AwsRdsClusterAttributes;
}
impl tf::Resource for AwsRdsCluster {}
#[derive(Debug)]
pub struct AwsRdsClusterAttributes(tf::Address);
impl From<tf::Address> for AwsRdsClusterAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRdsClusterAttributes {
    pub fn allocated_storage(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("allocated_storage")
    }
    pub fn allow_major_version_upgrade(&self) -> tf::Ref<bool> {
        self.0.attribute("allow_major_version_upgrade")
    }
    pub fn apply_immediately(&self) -> tf::Ref<bool> {
        self.0.attribute("apply_immediately")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn availability_zones(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("availability_zones")
    }
    pub fn backtrack_window(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("backtrack_window")
    }
    pub fn backup_retention_period(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("backup_retention_period")
    }
    pub fn ca_certificate_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("ca_certificate_identifier")
    }
    pub fn ca_certificate_valid_till(&self) -> tf::Ref<String> {
        self.0.attribute("ca_certificate_valid_till")
    }
    pub fn cluster_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_identifier")
    }
    pub fn cluster_identifier_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_identifier_prefix")
    }
    pub fn cluster_members(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("cluster_members")
    }
    pub fn cluster_resource_id(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_resource_id")
    }
    pub fn cluster_scalability_type(&self) -> tf::Ref<String> {
        self.0.attribute("cluster_scalability_type")
    }
    pub fn copy_tags_to_snapshot(&self) -> tf::Ref<bool> {
        self.0.attribute("copy_tags_to_snapshot")
    }
    pub fn database_insights_mode(&self) -> tf::Ref<String> {
        self.0.attribute("database_insights_mode")
    }
    pub fn database_name(&self) -> tf::Ref<String> {
        self.0.attribute("database_name")
    }
    pub fn db_cluster_instance_class(&self) -> tf::Ref<String> {
        self.0.attribute("db_cluster_instance_class")
    }
    pub fn db_cluster_parameter_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_cluster_parameter_group_name")
    }
    pub fn db_instance_parameter_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_instance_parameter_group_name")
    }
    pub fn db_subnet_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_subnet_group_name")
    }
    pub fn db_system_id(&self) -> tf::Ref<String> {
        self.0.attribute("db_system_id")
    }
    pub fn delete_automated_backups(&self) -> tf::Ref<bool> {
        self.0.attribute("delete_automated_backups")
    }
    pub fn deletion_protection(&self) -> tf::Ref<bool> {
        self.0.attribute("deletion_protection")
    }
    pub fn domain(&self) -> tf::Ref<String> {
        self.0.attribute("domain")
    }
    pub fn domain_iam_role_name(&self) -> tf::Ref<String> {
        self.0.attribute("domain_iam_role_name")
    }
    pub fn enable_global_write_forwarding(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_global_write_forwarding")
    }
    pub fn enable_http_endpoint(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_http_endpoint")
    }
    pub fn enable_local_write_forwarding(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_local_write_forwarding")
    }
    pub fn enabled_cloudwatch_logs_exports(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("enabled_cloudwatch_logs_exports")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("endpoint")
    }
    pub fn engine(&self) -> tf::Ref<String> {
        self.0.attribute("engine")
    }
    pub fn engine_lifecycle_support(&self) -> tf::Ref<String> {
        self.0.attribute("engine_lifecycle_support")
    }
    pub fn engine_mode(&self) -> tf::Ref<String> {
        self.0.attribute("engine_mode")
    }
    pub fn engine_version(&self) -> tf::Ref<String> {
        self.0.attribute("engine_version")
    }
    pub fn engine_version_actual(&self) -> tf::Ref<String> {
        self.0.attribute("engine_version_actual")
    }
    pub fn final_snapshot_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("final_snapshot_identifier")
    }
    pub fn global_cluster_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("global_cluster_identifier")
    }
    pub fn hosted_zone_id(&self) -> tf::Ref<String> {
        self.0.attribute("hosted_zone_id")
    }
    pub fn iam_database_authentication_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("iam_database_authentication_enabled")
    }
    pub fn iam_roles(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("iam_roles")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn iops(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("iops")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_id")
    }
    pub fn manage_master_user_password(&self) -> tf::Ref<bool> {
        self.0.attribute("manage_master_user_password")
    }
    pub fn master_password(&self) -> tf::Ref<String> {
        self.0.attribute("master_password")
    }
    pub fn master_password_wo(&self) -> tf::Ref<String> {
        self.0.attribute("master_password_wo")
    }
    pub fn master_password_wo_version(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("master_password_wo_version")
    }
    pub fn master_user_secret(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("master_user_secret")
    }
    pub fn master_user_secret_kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("master_user_secret_kms_key_id")
    }
    pub fn master_username(&self) -> tf::Ref<String> {
        self.0.attribute("master_username")
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
    pub fn reader_endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("reader_endpoint")
    }
    pub fn replication_source_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("replication_source_identifier")
    }
    pub fn skip_final_snapshot(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_final_snapshot")
    }
    pub fn snapshot_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("snapshot_identifier")
    }
    pub fn source_region(&self) -> tf::Ref<String> {
        self.0.attribute("source_region")
    }
    pub fn storage_encrypted(&self) -> tf::Ref<bool> {
        self.0.attribute("storage_encrypted")
    }
    pub fn storage_type(&self) -> tf::Ref<String> {
        self.0.attribute("storage_type")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn vpc_security_group_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("vpc_security_group_ids")
    }
}
