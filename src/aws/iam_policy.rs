// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsIamPolicy {
    const TYPE: &'static str = "aws_iam_policy";
}
impl tf::Handle<AwsIamPolicy> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn attachment_count(&self) -> tf::Ref<tf::Number> {
        self.reference_to("attachment_count")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.reference_to("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.reference_to("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.reference_to("name_prefix")
    }
    pub fn path(&self) -> tf::Ref<String> {
        self.reference_to("path")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
    pub fn policy_id(&self) -> tf::Ref<String> {
        self.reference_to("policy_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
}
