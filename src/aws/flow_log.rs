// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_flow_log`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/flow_log
    AwsFlowLog = "aws_flow_log", AwsFlowLogAttributes
    arguments {
        optional deliver_cross_account_role: String,
        optional eni_id: String,
        optional iam_role_arn: String,
        optional log_destination: String,
        optional log_destination_type: String,
        optional log_format: String,
        optional max_aggregation_interval: Number,
        optional subnet_id: String,
        optional tags: BTreeMap<String, String>,
        optional traffic_type: String,
        optional transit_gateway_attachment_id: String,
        optional transit_gateway_id: String,
        optional vpc_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
