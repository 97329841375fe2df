// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_iam_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy
    AwsIamPolicy = "aws_iam_policy", AwsIamPolicyAttributes
    arguments {
        optional description: String,
        optional name: String,
        optional name_prefix: String,
        optional path: String,
        required policy: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        attachment_count: Number,
        id: String,
        policy_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
