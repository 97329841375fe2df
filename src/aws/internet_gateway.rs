// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_internet_gateway`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/internet_gateway
    AwsInternetGateway = "aws_internet_gateway", AwsInternetGatewayAttributes
    arguments {
        optional tags: BTreeMap<String, String>,
        optional vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
