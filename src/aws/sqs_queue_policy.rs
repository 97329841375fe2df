// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sqs_queue_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsSqsQueuePolicy {
    pub policy: tf::Attr<String>,
    pub queue_url: tf::Attr<String>,
}
impl tf::Block for AwsSqsQueuePolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("policy", self.policy);
        out.required("queue_url", self.queue_url);
    }
}
impl tf::Declared for AwsSqsQueuePolicy {
    const TYPE: &'static str = "aws_sqs_queue_policy";
    type Attributes = AwsSqsQueuePolicyAttributes;
}
impl tf::Resource for AwsSqsQueuePolicy {}
#[derive(Debug)]
pub struct AwsSqsQueuePolicyAttributes(tf::Address);
impl From<tf::Address> for AwsSqsQueuePolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSqsQueuePolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn queue_url(&self) -> tf::Ref<String> {
        self.0.attribute("queue_url")
    }
}
