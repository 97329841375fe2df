// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sqs_queue_redrive_allow_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue_redrive_allow_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsSqsQueueRedriveAllowPolicy {
    pub queue_url: tf::Attr<String>,
    pub redrive_allow_policy: tf::Attr<String>,
}
impl tf::Block for AwsSqsQueueRedriveAllowPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("queue_url", self.queue_url);
        out.required("redrive_allow_policy", self.redrive_allow_policy);
    }
}
impl tf::Declared for AwsSqsQueueRedriveAllowPolicy {
    const TYPE: &'static str = "aws_sqs_queue_redrive_allow_policy";
    type Attributes = AwsSqsQueueRedriveAllowPolicyAttributes;
}
impl tf::Resource for AwsSqsQueueRedriveAllowPolicy {}
#[derive(Debug)]
pub struct AwsSqsQueueRedriveAllowPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsSqsQueueRedriveAllowPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSqsQueueRedriveAllowPolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn queue_url(&self) -> tf::Ref<String> {
        self.0.attribute("queue_url")
    }
    pub fn redrive_allow_policy(&self) -> tf::Ref<String> {
        self.0.attribute("redrive_allow_policy")
    }
}
