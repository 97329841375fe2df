// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_cloudwatch_event_target`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_target
    AwsCloudwatchEventTarget = "aws_cloudwatch_event_target", AwsCloudwatchEventTargetAttributes
    arguments {
        required arn: String,
        optional event_bus_name: String,
        optional force_destroy: bool,
        optional input: String,
        optional input_path: String,
        optional role_arn: String,
        required rule: String,
        optional target_id: String,
    }
    blocks {
        input_transformer: AwsCloudwatchEventTargetInputTransformer = 0..=1,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `input_transformer` of `aws_cloudwatch_event_target`.
    AwsCloudwatchEventTargetInputTransformer
    arguments {
        optional input_paths: BTreeMap<String, String>,
        required input_template: String,
    }
    blocks {}
}
