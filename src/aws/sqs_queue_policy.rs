// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsSqsQueuePolicy {
    const TYPE: &'static str = "aws_sqs_queue_policy";
}
impl tf::Handle<AwsSqsQueuePolicy> {
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
    pub fn queue_url(&self) -> tf::Ref<String> {
        self.reference_to("queue_url")
    }
}
