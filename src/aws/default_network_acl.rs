// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_default_network_acl`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl
    AwsDefaultNetworkAcl = "aws_default_network_acl", AwsDefaultNetworkAclAttributes
    arguments {
        required default_network_acl_id: String,
        optional subnet_ids: Vec<String>,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
        vpc_id: String,
    }
}
