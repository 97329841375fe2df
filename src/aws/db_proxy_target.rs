// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_db_proxy_target`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_target
    AwsDbProxyTarget = "aws_db_proxy_target", AwsDbProxyTargetAttributes
    arguments {
        optional db_cluster_identifier: String,
        optional db_instance_identifier: String,
        required db_proxy_name: String,
        required target_group_name: String,
    }
    blocks {}
    attributes {
        endpoint: String,
        id: String,
        port: Number,
        rds_resource_id: String,
        target_arn: String,
        tracked_cluster_id: String,
        r#type: String,
    }
}
