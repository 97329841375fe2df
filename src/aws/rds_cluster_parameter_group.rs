// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_rds_cluster_parameter_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_parameter_group
    AwsRdsClusterParameterGroup = "aws_rds_cluster_parameter_group", AwsRdsClusterParameterGroupAttributes
    arguments {
        optional description: String,
        required family: String,
        optional name: String,
        optional name_prefix: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        parameter: AwsRdsClusterParameterGroupParameter = 0..=usize::MAX,
    }
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `parameter` of `aws_rds_cluster_parameter_group`.
    AwsRdsClusterParameterGroupParameter
    arguments {
        optional apply_method: String,
        required name: String,
        required value: String,
    }
    blocks {}
}
