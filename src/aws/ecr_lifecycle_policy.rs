// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecr_lifecycle_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecr_lifecycle_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsEcrLifecyclePolicy {
    pub policy: tf::Attr<String>,
    pub repository: tf::Attr<String>,
}
impl tf::Block for AwsEcrLifecyclePolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("policy", self.policy);
        out.required("repository", self.repository);
    }
}
impl tf::Declared for AwsEcrLifecyclePolicy {
    const TYPE: &'static str = "aws_ecr_lifecycle_policy";
    type Attributes = AwsEcrLifecyclePolicyAttributes;
}
impl tf::Resource for AwsEcrLifecyclePolicy {}
#[derive(Debug)]
pub struct AwsEcrLifecyclePolicyAttributes(tf::Address);
impl From<tf::Address> for AwsEcrLifecyclePolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcrLifecyclePolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn registry_id(&self) -> tf::Ref<String> {
        self.0.attribute("registry_id")
    }
    pub fn repository(&self) -> tf::Ref<String> {
        self.0.attribute("repository")
    }
}
