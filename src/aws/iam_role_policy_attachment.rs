// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsIamRolePolicyAttachment {
    const TYPE: &'static str = "aws_iam_role_policy_attachment";
}
impl tf::Handle<AwsIamRolePolicyAttachment> {
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn policy_arn(&self) -> tf::Ref<String> {
        self.reference_to("policy_arn")
    }
    pub fn role(&self) -> tf::Ref<String> {
        self.reference_to("role")
    }
}
