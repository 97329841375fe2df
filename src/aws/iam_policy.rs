// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_iam_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsIamPolicy {
    pub description: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub path: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsIamPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("path", self.path);
        out.required("policy", self.policy);
        out.optional("tags", self.tags);
    }
}
impl tf::Declared for AwsIamPolicy {
    const TYPE: &'static str = "aws_iam_policy";
    type Attributes = AwsIamPolicyAttributes;
}
impl tf::Resource for AwsIamPolicy {}
#[derive(Debug)]
pub struct AwsIamPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsIamPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsIamPolicyAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn attachment_count(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("attachment_count")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
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
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn policy_id(&self) -> tf::Ref<String> {
        self.0.attribute("policy_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
