// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_network_acl_rule`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl_rule
    AwsNetworkAclRule = "aws_network_acl_rule", AwsNetworkAclRuleAttributes
    arguments {
        optional cidr_block: String,
        optional egress: bool,
        optional from_port: Number,
        optional icmp_code: Number,
        optional icmp_type: Number,
        optional ipv6_cidr_block: String,
        required network_acl_id: String,
        required protocol: String,
        required rule_action: String,
        required rule_number: Number,
        optional to_port: Number,
    }
    blocks {}
    attributes {
        id: String,
    }
}
