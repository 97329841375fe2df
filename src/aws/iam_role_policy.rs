// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_iam_role_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsIamRolePolicy {
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub role: tf::Attr<String>,
}
impl tf::Block for AwsIamRolePolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("policy", self.policy);
        out.required("role", self.role);
    }
}
impl tf::Declared for AwsIamRolePolicy {
    const TYPE: &'static str = "aws_iam_role_policy";
    type Attributes = AwsIamRolePolicyAttributes;
}
impl tf::Resource for AwsIamRolePolicy {}
#[derive(Debug)]
pub struct AwsIamRolePolicyAttributes(tf::Address);
impl From<tf::Address> for AwsIamRolePolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsIamRolePolicyAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn role(&self) -> tf::Ref<String> {
        self.0.attribute("role")
    }
}
