// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_ecs_cluster`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster
    AwsEcsCluster = "aws_ecs_cluster", AwsEcsClusterAttributes
    arguments {
        required name: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        configuration: AwsEcsClusterConfiguration = 0..=1,
        setting: AwsEcsClusterSetting = 0..=usize::MAX,
    }
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `configuration` of `aws_ecs_cluster`.
    AwsEcsClusterConfiguration
    arguments {}
    blocks {
        managed_storage_configuration: AwsEcsClusterConfigurationManagedStorageConfiguration = 0..=1,
    }
}

terraform::block_type! {
    /// `configuration.managed_storage_configuration` of `aws_ecs_cluster`.
    AwsEcsClusterConfigurationManagedStorageConfiguration
    arguments {
        optional fargate_ephemeral_storage_kms_key_id: String,
        optional kms_key_id: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `setting` of `aws_ecs_cluster`.
    AwsEcsClusterSetting
    arguments {
        required name: String,
        required value: String,
    }
    blocks {}
}
