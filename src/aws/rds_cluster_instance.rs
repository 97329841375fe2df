// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_rds_cluster_instance`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
    AwsRdsClusterInstance = "aws_rds_cluster_instance", AwsRdsClusterInstanceAttributes
    arguments {
        optional apply_immediately: bool,
        optional auto_minor_version_upgrade: bool,
        optional availability_zone: String,
        optional ca_cert_identifier: String,
        required cluster_identifier: String,
        optional copy_tags_to_snapshot: bool,
        optional custom_iam_instance_profile: String,
        optional db_parameter_group_name: String,
        optional db_subnet_group_name: String,
        required engine: String,
        optional engine_version: String,
        optional force_destroy: bool,
        optional identifier: String,
        optional identifier_prefix: String,
        required instance_class: String,
        optional monitoring_interval: Number,
        optional monitoring_role_arn: String,
        optional performance_insights_enabled: bool,
        optional performance_insights_kms_key_id: String,
        optional performance_insights_retention_period: Number,
        optional preferred_backup_window: String,
        optional preferred_maintenance_window: String,
        optional promotion_tier: Number,
        optional publicly_accessible: bool,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        dbi_resource_id: String,
        endpoint: String,
        engine_version_actual: String,
        id: String,
        kms_key_id: String,
        network_type: String,
        port: Number,
        storage_encrypted: bool,
        tags_all: BTreeMap<String, String>,
        writer: bool,
    }
}
