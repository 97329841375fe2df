// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_appautoscaling_target`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/appautoscaling_target).
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingTarget {
    pub max_capacity: tf::Attr<tf::Number>,
    pub min_capacity: tf::Attr<tf::Number>,
    pub resource_id: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub scalable_dimension: tf::Attr<String>,
    pub service_namespace: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub suspended_state: tf::Blocks<AwsAppautoscalingTargetSuspendedState>,
}
impl tf::Block for AwsAppautoscalingTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("max_capacity", self.max_capacity);
        out.required("min_capacity", self.min_capacity);
        out.required("resource_id", self.resource_id);
        out.optional("role_arn", self.role_arn);
        out.required("scalable_dimension", self.scalable_dimension);
        out.required("service_namespace", self.service_namespace);
        out.optional("tags", self.tags);
        out.blocks("suspended_state", self.suspended_state, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsAppautoscalingTargetSuspendedState {
    pub dynamic_scaling_in_suspended: tf::Attr<bool>,
    pub dynamic_scaling_out_suspended: tf::Attr<bool>,
    pub scheduled_scaling_suspended: tf::Attr<bool>,
}
impl tf::Block for AwsAppautoscalingTargetSuspendedState {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("dynamic_scaling_in_suspended", self.dynamic_scaling_in_suspended);
        out.optional(
            "dynamic_scaling_out_suspended",
            self.dynamic_scaling_out_suspended,
        );
        out.optional("scheduled_scaling_suspended", self.scheduled_scaling_suspended);
    }
}
impl tf::Declared for AwsAppautoscalingTarget {
    const TYPE: &'static str = "aws_appautoscaling_target";
    type Attributes = AwsAppautoscalingTargetAttributes;
}
impl tf::Resource for AwsAppautoscalingTarget {}
#[derive(Debug)]
pub struct AwsAppautoscalingTargetAttributes(tf::Address);
impl From<tf::Address> for AwsAppautoscalingTargetAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsAppautoscalingTargetAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn max_capacity(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("max_capacity")
    }
    pub fn min_capacity(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("min_capacity")
    }
    pub fn resource_id(&self) -> tf::Ref<String> {
        self.0.attribute("resource_id")
    }
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn scalable_dimension(&self) -> tf::Ref<String> {
        self.0.attribute("scalable_dimension")
    }
    pub fn service_namespace(&self) -> tf::Ref<String> {
        self.0.attribute("service_namespace")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
