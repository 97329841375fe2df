// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_network_acl`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl
    AwsNetworkAcl = "aws_network_acl", AwsNetworkAclAttributes
    arguments {
        optional egress: Vec<Expression>,
        optional ingress: Vec<Expression>,
        optional subnet_ids: Vec<String>,
        optional tags: BTreeMap<String, String>,
        required vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
