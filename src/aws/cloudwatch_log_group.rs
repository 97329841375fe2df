// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_cloudwatch_log_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_group).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchLogGroup {
    pub kms_key_id: tf::Attr<String>,
    pub log_group_class: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub retention_in_days: tf::Attr<tf::Number>,
    pub skip_destroy: tf::Attr<bool>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsCloudwatchLogGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("kms_key_id", self.kms_key_id);
        out.optional("log_group_class", self.log_group_class);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("retention_in_days", self.retention_in_days);
        out.optional("skip_destroy", self.skip_destroy);
        out.optional("tags", self.tags);
    }
}
impl tf::Resource for AwsCloudwatchLogGroup {
    const TYPE: &'static str = "aws_cloudwatch_log_group";
}
impl tf::Handle<AwsCloudwatchLogGroup> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.reference_to("kms_key_id")
    }
    pub fn log_group_class(&self) -> tf::Ref<String> {
        self.reference_to("log_group_class")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.reference_to("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.reference_to("name_prefix")
    }
    pub fn retention_in_days(&self) -> tf::Ref<tf::Number> {
        self.reference_to("retention_in_days")
    }
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.reference_to("skip_destroy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
}
