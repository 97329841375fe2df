// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_ecs_cluster_capacity_providers`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_cluster_capacity_providers
    AwsEcsClusterCapacityProviders = "aws_ecs_cluster_capacity_providers", AwsEcsClusterCapacityProvidersAttributes
    arguments {
        optional capacity_providers: Vec<String>,
        required cluster_name: String,
    }
    blocks {
        default_capacity_provider_strategy: AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy = 0..=usize::MAX,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `default_capacity_provider_strategy` of `aws_ecs_cluster_capacity_providers`.
    AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy
    arguments {
        optional base: Number,
        required capacity_provider: String,
        optional weight: Number,
    }
    blocks {}
}
