// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsSqsQueueRedriveAllowPolicy {
    const TYPE: &'static str = "aws_sqs_queue_redrive_allow_policy";
}
impl tf::Handle<AwsSqsQueueRedriveAllowPolicy> {
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn queue_url(&self) -> tf::Ref<String> {
        self.reference_to("queue_url")
    }
    pub fn redrive_allow_policy(&self) -> tf::Ref<String> {
        self.reference_to("redrive_allow_policy")
    }
}
