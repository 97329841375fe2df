// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_cloudwatch_event_rule`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_rule
    AwsCloudwatchEventRule = "aws_cloudwatch_event_rule", AwsCloudwatchEventRuleAttributes
    arguments {
        optional description: String,
        optional event_bus_name: String,
        optional event_pattern: String,
        optional force_destroy: bool,
        optional name: String,
        optional name_prefix: String,
        optional role_arn: String,
        optional schedule_expression: String,
        optional state: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
