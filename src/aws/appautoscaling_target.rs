// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_appautoscaling_target`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appautoscaling_target
    AwsAppautoscalingTarget = "aws_appautoscaling_target", AwsAppautoscalingTargetAttributes
    arguments {
        required max_capacity: Number,
        required min_capacity: Number,
        required resource_id: String,
        optional role_arn: String,
        required scalable_dimension: String,
        required service_namespace: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
