// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_iam_role_policy_attachment`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment).
#[derive(Debug, Clone, Default)]
pub struct AwsIamRolePolicyAttachment {
    pub policy_arn: tf::Attr<String>,
    pub role: tf::Attr<String>,
}
impl tf::Block for AwsIamRolePolicyAttachment {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("policy_arn", self.policy_arn);
        out.required("role", self.role);
    }
}
impl tf::Declared for AwsIamRolePolicyAttachment {
    const TYPE: &'static str = "aws_iam_role_policy_attachment";
    type Attributes = AwsIamRolePolicyAttachmentAttributes;
}
impl tf::Resource for AwsIamRolePolicyAttachment {}
#[derive(Debug)]
pub struct AwsIamRolePolicyAttachmentAttributes(tf::Address);
impl From<tf::Address> for AwsIamRolePolicyAttachmentAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsIamRolePolicyAttachmentAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn policy_arn(&self) -> tf::Ref<String> {
        self.0.attribute("policy_arn")
    }
    pub fn role(&self) -> tf::Ref<String> {
        self.0.attribute("role")
    }
}
