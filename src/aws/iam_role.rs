// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_iam_role`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role
    AwsIamRole = "aws_iam_role", AwsIamRoleAttributes
    arguments {
        required assume_role_policy: String,
        optional description: String,
        optional force_detach_policies: bool,
        optional max_session_duration: Number,
        optional name: String,
        optional name_prefix: String,
        optional path: String,
        optional permissions_boundary: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        create_date: String,
        id: String,
        tags_all: BTreeMap<String, String>,
        unique_id: String,
    }
}
