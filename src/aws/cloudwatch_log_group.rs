// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
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
impl tf::Declared for AwsCloudwatchLogGroup {
    const TYPE: &'static str = "aws_cloudwatch_log_group";
    type Attributes = AwsCloudwatchLogGroupAttributes;
}
impl tf::Resource for AwsCloudwatchLogGroup {}
#[derive(Debug)]
pub struct AwsCloudwatchLogGroupAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchLogGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchLogGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_id")
    }
    pub fn log_group_class(&self) -> tf::Ref<String> {
        self.0.attribute("log_group_class")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn retention_in_days(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("retention_in_days")
    }
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_destroy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
