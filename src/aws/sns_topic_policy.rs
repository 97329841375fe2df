// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sns_topic_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsSnsTopicPolicy {
    pub arn: tf::Attr<String>,
    pub policy: tf::Attr<String>,
}
impl tf::Block for AwsSnsTopicPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
        out.required("policy", self.policy);
    }
}
impl tf::Declared for AwsSnsTopicPolicy {
    const TYPE: &'static str = "aws_sns_topic_policy";
    type Attributes = AwsSnsTopicPolicyAttributes;
}
impl tf::Resource for AwsSnsTopicPolicy {}
#[derive(Debug)]
pub struct AwsSnsTopicPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsSnsTopicPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSnsTopicPolicyAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn owner(&self) -> tf::Ref<String> {
        self.0.attribute("owner")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
}
