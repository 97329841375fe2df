// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Expression;

terraform::resource_type! {
    /// The resource [`aws_default_security_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_security_group
    AwsDefaultSecurityGroup = "aws_default_security_group", AwsDefaultSecurityGroupAttributes
    arguments {
        optional egress: Vec<Expression>,
        optional ingress: Vec<Expression>,
        optional revoke_rules_on_delete: bool,
        optional tags: BTreeMap<String, String>,
        optional vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        description: String,
        id: String,
        name: String,
        name_prefix: String,
        owner_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
