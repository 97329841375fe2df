// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_kms_key_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsKmsKeyPolicy {
    pub bypass_policy_lockout_safety_check: tf::Attr<bool>,
    pub key_id: tf::Attr<String>,
    pub policy: tf::Attr<String>,
}
impl tf::Block for AwsKmsKeyPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "bypass_policy_lockout_safety_check",
            self.bypass_policy_lockout_safety_check,
        );
        out.required("key_id", self.key_id);
        out.required("policy", self.policy);
    }
}
impl tf::Resource for AwsKmsKeyPolicy {
    const TYPE: &'static str = "aws_kms_key_policy";
}
impl tf::Handle<AwsKmsKeyPolicy> {
    pub fn bypass_policy_lockout_safety_check(&self) -> tf::Ref<bool> {
        self.reference_to("bypass_policy_lockout_safety_check")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn key_id(&self) -> tf::Ref<String> {
        self.reference_to("key_id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
}
