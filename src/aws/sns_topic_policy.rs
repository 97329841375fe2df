// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsSnsTopicPolicy {
    const TYPE: &'static str = "aws_sns_topic_policy";
}
impl tf::Handle<AwsSnsTopicPolicy> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn owner(&self) -> tf::Ref<String> {
        self.reference_to("owner")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
}
