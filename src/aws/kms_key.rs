// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
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
impl tf::Declared for AwsKmsKey {
    const TYPE: &'static str = "aws_kms_key";
    type Attributes = AwsKmsKeyAttributes;
}
impl tf::Resource for AwsKmsKey {}
#[derive(Debug)]
pub struct AwsKmsKeyAttributes(tf::Address);
impl From<tf::Address> for AwsKmsKeyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsKmsKeyAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn bypass_policy_lockout_safety_check(&self) -> tf::Ref<bool> {
        self.0.attribute("bypass_policy_lockout_safety_check")
    }
    pub fn custom_key_store_id(&self) -> tf::Ref<String> {
        self.0.attribute("custom_key_store_id")
    }
    pub fn customer_master_key_spec(&self) -> tf::Ref<String> {
        self.0.attribute("customer_master_key_spec")
    }
    pub fn deletion_window_in_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("deletion_window_in_days")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn enable_key_rotation(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_key_rotation")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn is_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("is_enabled")
    }
    pub fn key_id(&self) -> tf::Ref<String> {
        self.0.attribute("key_id")
    }
    pub fn key_usage(&self) -> tf::Ref<String> {
        self.0.attribute("key_usage")
    }
    pub fn multi_region(&self) -> tf::Ref<bool> {
        self.0.attribute("multi_region")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn rotation_period_in_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("rotation_period_in_days")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn xks_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("xks_key_id")
    }
}
