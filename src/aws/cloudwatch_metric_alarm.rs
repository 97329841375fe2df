// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_cloudwatch_metric_alarm`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm
    AwsCloudwatchMetricAlarm = "aws_cloudwatch_metric_alarm", AwsCloudwatchMetricAlarmAttributes
    arguments {
        optional actions_enabled: bool,
        optional alarm_actions: Vec<String>,
        optional alarm_description: String,
        required alarm_name: String,
        required comparison_operator: String,
        optional datapoints_to_alarm: Number,
        optional dimensions: BTreeMap<String, String>,
        optional evaluate_low_sample_count_percentiles: String,
        required evaluation_periods: Number,
        optional extended_statistic: String,
        optional insufficient_data_actions: Vec<String>,
        optional metric_name: String,
        optional namespace: String,
        optional ok_actions: Vec<String>,
        optional period: Number,
        optional statistic: String,
        optional tags: BTreeMap<String, String>,
        optional threshold: Number,
        optional threshold_metric_id: String,
        optional treat_missing_data: String,
        optional unit: String,
    }
    blocks {
        metric_query: AwsCloudwatchMetricAlarmMetricQuery = 0..=usize::MAX,
    }
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `metric_query` of `aws_cloudwatch_metric_alarm`.
    AwsCloudwatchMetricAlarmMetricQuery
    arguments {
        optional account_id: String,
        optional expression: String,
        required id: String,
        optional label: String,
        optional period: Number,
        optional return_data: bool,
    }
    blocks {
        metric: AwsCloudwatchMetricAlarmMetricQueryMetric = 0..=1,
    }
}

terraform::block_type! {
    /// `metric_query.metric` of `aws_cloudwatch_metric_alarm`.
    AwsCloudwatchMetricAlarmMetricQueryMetric
    arguments {
        optional dimensions: BTreeMap<String, String>,
        required metric_name: String,
        optional namespace: String,
        required period: Number,
        required stat: String,
        optional unit: String,
    }
    blocks {}
}
