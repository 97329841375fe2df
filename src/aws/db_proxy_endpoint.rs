// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_db_proxy_endpoint`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_endpoint
    AwsDbProxyEndpoint = "aws_db_proxy_endpoint", AwsDbProxyEndpointAttributes
    arguments {
        required db_proxy_endpoint_name: String,
        required db_proxy_name: String,
        optional tags: BTreeMap<String, String>,
        optional target_role: String,
        optional vpc_security_group_ids: Vec<String>,
        required vpc_subnet_ids: Vec<String>,
    }
    blocks {}
    attributes {
        arn: String,
        endpoint: String,
        id: String,
        is_default: bool,
        tags_all: BTreeMap<String, String>,
        vpc_id: String,
    }
}
