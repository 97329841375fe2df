// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_iam_role`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role).
#[derive(Debug, Clone, Default)]
pub struct AwsIamRole {
    pub assume_role_policy: tf::Attr<String>,
    pub description: tf::Attr<String>,
    pub force_detach_policies: tf::Attr<bool>,
    pub max_session_duration: tf::Attr<tf::Number>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub path: tf::Attr<String>,
    pub permissions_boundary: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsIamRole {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("assume_role_policy", self.assume_role_policy);
        out.optional("description", self.description);
        out.optional("force_detach_policies", self.force_detach_policies);
        out.optional("max_session_duration", self.max_session_duration);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("path", self.path);
        out.optional("permissions_boundary", self.permissions_boundary);
        out.optional("tags", self.tags);
    }
}
impl tf::Declared for AwsIamRole {
    const TYPE: &'static str = "aws_iam_role";
    type Attributes = AwsIamRoleAttributes;
}
impl tf::Resource for AwsIamRole {}
#[derive(Debug)]
pub struct AwsIamRoleAttributes(tf::Address);
impl From<tf::Address> for AwsIamRoleAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsIamRoleAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn assume_role_policy(&self) -> tf::Ref<String> {
        self.0.attribute("assume_role_policy")
    }
    pub fn create_date(&self) -> tf::Ref<String> {
        self.0.attribute("create_date")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn force_detach_policies(&self) -> tf::Ref<bool> {
        self.0.attribute("force_detach_policies")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn max_session_duration(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("max_session_duration")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn path(&self) -> tf::Ref<String> {
        self.0.attribute("path")
    }
    pub fn permissions_boundary(&self) -> tf::Ref<String> {
        self.0.attribute("permissions_boundary")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn unique_id(&self) -> tf::Ref<String> {
        self.0.attribute("unique_id")
    }
}
