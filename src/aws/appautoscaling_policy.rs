// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_appautoscaling_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appautoscaling_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicy {
    pub name: tf::Attr<String>,
    pub policy_type: tf::Attr<String>,
    pub resource_id: tf::Attr<String>,
    pub scalable_dimension: tf::Attr<String>,
    pub service_namespace: tf::Attr<String>,
    pub step_scaling_policy_configuration: tf::Blocks<
        AwsAppautoscalingPolicyStepScalingPolicyConfiguration,
    >,
    pub target_tracking_scaling_policy_configuration: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration,
    >,
}
impl tf::Block for AwsAppautoscalingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.optional("policy_type", self.policy_type);
        out.required("resource_id", self.resource_id);
        out.required("scalable_dimension", self.scalable_dimension);
        out.required("service_namespace", self.service_namespace);
        out.blocks(
            "step_scaling_policy_configuration",
            self.step_scaling_policy_configuration,
            0usize..=1usize,
        );
        out.blocks(
            "target_tracking_scaling_policy_configuration",
            self.target_tracking_scaling_policy_configuration,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyStepScalingPolicyConfiguration {
    pub adjustment_type: tf::Attr<String>,
    pub cooldown: tf::Attr<tf::Number>,
    pub metric_aggregation_type: tf::Attr<String>,
    pub min_adjustment_magnitude: tf::Attr<tf::Number>,
    pub step_adjustment: tf::Blocks<
        AwsAppautoscalingPolicyStepScalingPolicyConfigurationStepAdjustment,
    >,
}
impl tf::Block for AwsAppautoscalingPolicyStepScalingPolicyConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("adjustment_type", self.adjustment_type);
        out.optional("cooldown", self.cooldown);
        out.optional("metric_aggregation_type", self.metric_aggregation_type);
        out.optional("min_adjustment_magnitude", self.min_adjustment_magnitude);
        out.blocks("step_adjustment", self.step_adjustment, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyStepScalingPolicyConfigurationStepAdjustment {
    pub metric_interval_lower_bound: tf::Attr<String>,
    pub metric_interval_upper_bound: tf::Attr<String>,
    pub scaling_adjustment: tf::Attr<tf::Number>,
}
impl tf::Block for AwsAppautoscalingPolicyStepScalingPolicyConfigurationStepAdjustment {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("metric_interval_lower_bound", self.metric_interval_lower_bound);
        out.optional("metric_interval_upper_bound", self.metric_interval_upper_bound);
        out.required("scaling_adjustment", self.scaling_adjustment);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration {
    pub disable_scale_in: tf::Attr<bool>,
    pub scale_in_cooldown: tf::Attr<tf::Number>,
    pub scale_out_cooldown: tf::Attr<tf::Number>,
    pub target_value: tf::Attr<tf::Number>,
    pub customized_metric_specification: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecification,
    >,
    pub predefined_metric_specification: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification,
    >,
}
impl tf::Block for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("disable_scale_in", self.disable_scale_in);
        out.optional("scale_in_cooldown", self.scale_in_cooldown);
        out.optional("scale_out_cooldown", self.scale_out_cooldown);
        out.required("target_value", self.target_value);
        out.blocks(
            "customized_metric_specification",
            self.customized_metric_specification,
            0usize..=1usize,
        );
        out.blocks(
            "predefined_metric_specification",
            self.predefined_metric_specification,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecification {
    pub metric_name: tf::Attr<String>,
    pub namespace: tf::Attr<String>,
    pub statistic: tf::Attr<String>,
    pub unit: tf::Attr<String>,
    pub dimensions: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensions,
    >,
    pub metrics: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetrics,
    >,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecification {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("metric_name", self.metric_name);
        out.optional("namespace", self.namespace);
        out.optional("statistic", self.statistic);
        out.optional("unit", self.unit);
        out.blocks("dimensions", self.dimensions, 0usize..=usize::MAX);
        out.blocks("metrics", self.metrics, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensions {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationDimensions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetrics {
    pub expression: tf::Attr<String>,
    pub id: tf::Attr<String>,
    pub label: tf::Attr<String>,
    pub return_data: tf::Attr<bool>,
    pub metric_stat: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStat,
    >,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetrics {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("expression", self.expression);
        out.required("id", self.id);
        out.optional("label", self.label);
        out.optional("return_data", self.return_data);
        out.blocks("metric_stat", self.metric_stat, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStat {
    pub stat: tf::Attr<String>,
    pub unit: tf::Attr<String>,
    pub metric: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetric,
    >,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStat {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("stat", self.stat);
        out.optional("unit", self.unit);
        out.blocks("metric", self.metric, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetric {
    pub metric_name: tf::Attr<String>,
    pub namespace: tf::Attr<String>,
    pub dimensions: tf::Blocks<
        AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetricDimensions,
    >,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetric {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("metric_name", self.metric_name);
        out.required("namespace", self.namespace);
        out.blocks("dimensions", self.dimensions, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetricDimensions {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricsMetricStatMetricDimensions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification {
    pub predefined_metric_type: tf::Attr<String>,
    pub resource_label: tf::Attr<String>,
}
impl tf::Block
for AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("predefined_metric_type", self.predefined_metric_type);
        out.optional("resource_label", self.resource_label);
    }
}
impl tf::Declared for AwsAppautoscalingPolicy {
    const TYPE: &'static str = "aws_appautoscaling_policy";
    type Attributes = AwsAppautoscalingPolicyAttributes;
}
impl tf::Resource for AwsAppautoscalingPolicy {}
#[derive(Debug)]
pub struct AwsAppautoscalingPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsAppautoscalingPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsAppautoscalingPolicyAttributes {
    pub fn alarm_arns(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("alarm_arns")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn policy_type(&self) -> tf::Ref<String> {
        self.0.attribute("policy_type")
    }
    pub fn resource_id(&self) -> tf::Ref<String> {
        self.0.attribute("resource_id")
    }
    pub fn scalable_dimension(&self) -> tf::Ref<String> {
        self.0.attribute("scalable_dimension")
    }
    pub fn service_namespace(&self) -> tf::Ref<String> {
        self.0.attribute("service_namespace")
    }
}
