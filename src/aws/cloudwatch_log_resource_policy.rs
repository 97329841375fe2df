// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_log_resource_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_resource_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchLogResourcePolicy {
    pub policy_document: tf::Attr<String>,
    pub policy_name: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchLogResourcePolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("policy_document", self.policy_document);
        out.required("policy_name", self.policy_name);
    }
}
impl tf::Declared for AwsCloudwatchLogResourcePolicy {
    const TYPE: &'static str = "aws_cloudwatch_log_resource_policy";
    type Attributes = AwsCloudwatchLogResourcePolicyAttributes;
}
impl tf::Resource for AwsCloudwatchLogResourcePolicy {}
#[derive(Debug)]
pub struct AwsCloudwatchLogResourcePolicyAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchLogResourcePolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchLogResourcePolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn policy_document(&self) -> tf::Ref<String> {
        self.0.attribute("policy_document")
    }
    pub fn policy_name(&self) -> tf::Ref<String> {
        self.0.attribute("policy_name")
    }
}
