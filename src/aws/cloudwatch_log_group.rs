// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_cloudwatch_log_group`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_group
    AwsCloudwatchLogGroup = "aws_cloudwatch_log_group", AwsCloudwatchLogGroupAttributes
    arguments {
        optional kms_key_id: String,
        optional log_group_class: String,
        optional name: String,
        optional name_prefix: String,
        optional retention_in_days: Number,
        optional skip_destroy: bool,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
