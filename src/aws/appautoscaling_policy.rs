// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_appautoscaling_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appautoscaling_policy
    AwsAppautoscalingPolicy = "aws_appautoscaling_policy", AwsAppautoscalingPolicyAttributes
    arguments {
        required name: String,
        optional policy_type: String,
        required resource_id: String,
        required scalable_dimension: String,
        required service_namespace: String,
    }
    blocks {
        target_tracking_scaling_policy_configuration: AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration = 0..=1,
    }
    attributes {
        alarm_arns: Vec<String>,
        arn: String,
        id: String,
    }
}

terraform::block_type! {
    /// `target_tracking_scaling_policy_configuration` of `aws_appautoscaling_policy`.
    AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration
    arguments {
        optional disable_scale_in: bool,
        optional scale_in_cooldown: Number,
        optional scale_out_cooldown: Number,
        required target_value: Number,
    }
    blocks {
        predefined_metric_specification: AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification = 0..=1,
    }
}

terraform::block_type! {
    /// `target_tracking_scaling_policy_configuration.predefined_metric_specification` of `aws_appautoscaling_policy`.
    AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification
    arguments {
        required predefined_metric_type: String,
        optional resource_label: String,
    }
    blocks {}
}
