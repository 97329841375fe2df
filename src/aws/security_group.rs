// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_security_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
    AwsSecurityGroup = "aws_security_group", AwsSecurityGroupAttributes
    arguments {
        optional description: String,
        optional egress: Vec<Expression>,
        optional ingress: Vec<Expression>,
        optional name: String,
        optional name_prefix: String,
        optional revoke_rules_on_delete: bool,
        optional tags: BTreeMap<String, String>,
        optional vpc_id: String,
    }
    blocks {
        timeouts: AwsSecurityGroupTimeouts = 0..=1,
    }
    attributes {
        arn: String,
        id: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `timeouts` of `aws_security_group`.
    AwsSecurityGroupTimeouts
    arguments {
        optional create: String,
        optional delete: String,
    }
    blocks {}
}
