// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_db_proxy_default_target_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_default_target_group
    AwsDbProxyDefaultTargetGroup = "aws_db_proxy_default_target_group", AwsDbProxyDefaultTargetGroupAttributes
    arguments {
        required db_proxy_name: String,
    }
    blocks {
        connection_pool_config: AwsDbProxyDefaultTargetGroupConnectionPoolConfig = 0..=1,
    }
    attributes {
        arn: String,
        id: String,
        name: String,
    }
}

terraform::block_type! {
    /// `connection_pool_config` of `aws_db_proxy_default_target_group`.
    AwsDbProxyDefaultTargetGroupConnectionPoolConfig
    arguments {
        optional connection_borrow_timeout: Number,
        optional init_query: String,
        optional max_connections_percent: Number,
        optional max_idle_connections_percent: Number,
        optional session_pinning_filters: Vec<String>,
    }
    blocks {}
}
