// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_kms_key`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key).
#[derive(Debug, Clone, Default)]
pub struct AwsKmsKey {
    pub bypass_policy_lockout_safety_check: tf::Attr<bool>,
    pub custom_key_store_id: tf::Attr<String>,
    pub customer_master_key_spec: tf::Attr<String>,
    pub deletion_window_in_days: tf::Attr<tf::Number>,
    pub description: tf::Attr<String>,
    pub enable_key_rotation: tf::Attr<bool>,
    pub is_enabled: tf::Attr<bool>,
    pub key_usage: tf::Attr<String>,
    pub multi_region: tf::Attr<bool>,
    pub policy: tf::Attr<String>,
    pub rotation_period_in_days: tf::Attr<tf::Number>,
    pub tags: tf::Map<String>,
    pub xks_key_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsKmsKeyTimeouts>,
}
impl tf::Block for AwsKmsKey {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "bypass_policy_lockout_safety_check",
            self.bypass_policy_lockout_safety_check,
        );
        out.optional("custom_key_store_id", self.custom_key_store_id);
        out.optional("customer_master_key_spec", self.customer_master_key_spec);
        out.optional("deletion_window_in_days", self.deletion_window_in_days);
        out.optional("description", self.description);
        out.optional("enable_key_rotation", self.enable_key_rotation);
        out.optional("is_enabled", self.is_enabled);
        out.optional("key_usage", self.key_usage);
        out.optional("multi_region", self.multi_region);
        out.optional("policy", self.policy);
        out.optional("rotation_period_in_days", self.rotation_period_in_days);
        out.optional("tags", self.tags);
        out.optional("xks_key_id", self.xks_key_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsKmsKeyTimeouts {
    pub create: tf::Attr<String>,
}
impl tf::Block for AwsKmsKeyTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
    }
}
impl tf::Resource for AwsKmsKey {
    const TYPE: &'static str = "aws_kms_key";
}
impl tf::Handle<AwsKmsKey> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn bypass_policy_lockout_safety_check(&self) -> tf::Ref<bool> {
        self.reference_to("bypass_policy_lockout_safety_check")
    }
    pub fn custom_key_store_id(&self) -> tf::Ref<String> {
        self.reference_to("custom_key_store_id")
    }
    pub fn customer_master_key_spec(&self) -> tf::Ref<String> {
        self.reference_to("customer_master_key_spec")
    }
    pub fn deletion_window_in_days(&self) -> tf::Ref<tf::Number> {
        self.reference_to("deletion_window_in_days")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.reference_to("description")
    }
    pub fn enable_key_rotation(&self) -> tf::Ref<bool> {
        self.reference_to("enable_key_rotation")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn is_enabled(&self) -> tf::Ref<bool> {
        self.reference_to("is_enabled")
    }
    pub fn key_id(&self) -> tf::Ref<String> {
        self.reference_to("key_id")
    }
    pub fn key_usage(&self) -> tf::Ref<String> {
        self.reference_to("key_usage")
    }
    pub fn multi_region(&self) -> tf::Ref<bool> {
        self.reference_to("multi_region")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
    pub fn rotation_period_in_days(&self) -> tf::Ref<tf::Number> {
        self.reference_to("rotation_period_in_days")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn xks_key_id(&self) -> tf::Ref<String> {
        self.reference_to("xks_key_id")
    }
}
