// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_cloudwatch_composite_alarm`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_composite_alarm
    AwsCloudwatchCompositeAlarm = "aws_cloudwatch_composite_alarm", AwsCloudwatchCompositeAlarmAttributes
    arguments {
        optional actions_enabled: bool,
        optional alarm_actions: Vec<String>,
        optional alarm_description: String,
        required alarm_name: String,
        required alarm_rule: String,
        optional insufficient_data_actions: Vec<String>,
        optional ok_actions: Vec<String>,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
