// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_vpc_security_group_egress_rule`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_security_group_egress_rule
    AwsVpcSecurityGroupEgressRule = "aws_vpc_security_group_egress_rule", AwsVpcSecurityGroupEgressRuleAttributes
    arguments {
        optional cidr_ipv4: String,
        optional cidr_ipv6: String,
        optional description: String,
        optional from_port: Number,
        required ip_protocol: String,
        optional prefix_list_id: String,
        optional referenced_security_group_id: String,
        required security_group_id: String,
        optional tags: BTreeMap<String, String>,
        optional to_port: Number,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        security_group_rule_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
