// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_log_data_protection_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_data_protection_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchLogDataProtectionPolicy {
    pub log_group_name: tf::Attr<String>,
    pub policy_document: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchLogDataProtectionPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("log_group_name", self.log_group_name);
        out.required("policy_document", self.policy_document);
    }
}
impl tf::Declared for AwsCloudwatchLogDataProtectionPolicy {
    const TYPE: &'static str = "aws_cloudwatch_log_data_protection_policy";
    type Attributes = AwsCloudwatchLogDataProtectionPolicyAttributes;
}
impl tf::Resource for AwsCloudwatchLogDataProtectionPolicy {}
#[derive(Debug)]
pub struct AwsCloudwatchLogDataProtectionPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchLogDataProtectionPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchLogDataProtectionPolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn log_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("log_group_name")
    }
    pub fn policy_document(&self) -> tf::Ref<String> {
        self.0.attribute("policy_document")
    }
}
