// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::{Expression, Number};

terraform::resource_type! {
    /// The resource [`aws_rds_cluster`][page].
    ///
    /// [page]:
    /// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
    AwsRdsCluster = "aws_rds_cluster", AwsRdsClusterAttributes
    arguments {
        optional allocated_storage: Number,
        optional allow_major_version_upgrade: bool,
        optional apply_immediately: bool,
        optional availability_zones: Vec<String>,
        optional backtrack_window: Number,
        optional backup_retention_period: Number,
        optional ca_certificate_identifier: String,
        optional cluster_identifier: String,
        optional cluster_identifier_prefix: String,
        optional cluster_members: Vec<String>,
        optional cluster_scalability_type: String,
        optional copy_tags_to_snapshot: bool,
        optional database_insights_mode: String,
        optional database_name: String,
        optional db_cluster_instance_class: String,
        optional db_cluster_parameter_group_name: String,
        optional db_instance_parameter_group_name: String,
        optional db_subnet_group_name: String,
        optional db_system_id: String,
        optional delete_automated_backups: bool,
        optional deletion_protection: bool,
        optional domain: String,
        optional domain_iam_role_name: String,
        optional enable_global_write_forwarding: bool,
        optional enable_http_endpoint: bool,
        optional enable_local_write_forwarding: bool,
        optional enabled_cloudwatch_logs_exports: Vec<String>,
        required engine: String,
        optional engine_lifecycle_support: String,
        optional engine_mode: String,
        optional engine_version: String,
        optional final_snapshot_identifier: String,
        optional global_cluster_identifier: String,
        optional iam_database_authentication_enabled: bool,
        optional iam_roles: Vec<String>,
        optional iops: Number,
        optional kms_key_id: String,
        optional manage_master_user_password: bool,
        optional master_password: String,
        optional master_password_wo: String,
        optional master_password_wo_version: Number,
        optional master_user_secret_kms_key_id: String,
        optional master_username: String,
        optional monitoring_interval: Number,
        optional monitoring_role_arn: String,
        optional network_type: String,
        optional performance_insights_enabled: bool,
        optional performance_insights_kms_key_id: String,
        optional performance_insights_retention_period: Number,
        optional port: Number,
        optional preferred_backup_window: String,
        optional preferred_maintenance_window: String,
        optional replication_source_identifier: String,
        optional skip_final_snapshot: bool,
        optional snapshot_identifier: String,
        optional source_region: String,
        optional storage_encrypted: bool,
        optional storage_type: String,
        optional tags: BTreeMap<String, String>,
        optional vpc_security_group_ids: Vec<String>,
    }
    blocks {}
    attributes {
        arn: String,
        ca_certificate_valid_till: String,
        cluster_resource_id: String,
        endpoint: String,
        engine_version_actual: String,
        hosted_zone_id: String,
        id: String,
        master_user_secret: Vec<Expression>,
        reader_endpoint: String,
        tags_all: BTreeMap<String, String>,
    }
}
