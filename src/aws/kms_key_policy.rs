// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
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
impl tf::Declared for AwsKmsKeyPolicy {
    const TYPE: &'static str = "aws_kms_key_policy";
    type Attributes = AwsKmsKeyPolicyAttributes;
}
impl tf::Resource for AwsKmsKeyPolicy {}
#[derive(Debug)]
pub struct AwsKmsKeyPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsKmsKeyPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsKmsKeyPolicyAttributes {
    pub fn bypass_policy_lockout_safety_check(&self) -> tf::Ref<bool> {
        self.0.attribute("bypass_policy_lockout_safety_check")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn key_id(&self) -> tf::Ref<String> {
        self.0.attribute("key_id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
}
