// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_route53_health_check`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_health_check
    AwsRoute53HealthCheck = "aws_route53_health_check", AwsRoute53HealthCheckAttributes
    arguments {
        optional child_health_threshold: Number,
        optional child_healthchecks: Vec<String>,
        optional cloudwatch_alarm_name: String,
        optional cloudwatch_alarm_region: String,
        optional disabled: bool,
        optional enable_sni: bool,
        optional failure_threshold: Number,
        optional fqdn: String,
        optional insufficient_data_health_status: String,
        optional invert_healthcheck: bool,
        optional ip_address: String,
        optional measure_latency: bool,
        optional port: Number,
        optional reference_name: String,
        optional regions: Vec<String>,
        optional request_interval: Number,
        optional resource_path: String,
        optional routing_control_arn: String,
        optional search_string: String,
        optional tags: BTreeMap<String, String>,
        optional triggers: BTreeMap<String, String>,
        required r#type: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
