// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudtrail`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrail {
    pub cloud_watch_logs_group_arn: tf::Attr<String>,
    pub cloud_watch_logs_role_arn: tf::Attr<String>,
    pub enable_log_file_validation: tf::Attr<bool>,
    pub enable_logging: tf::Attr<bool>,
    pub include_global_service_events: tf::Attr<bool>,
    pub is_multi_region_trail: tf::Attr<bool>,
    pub is_organization_trail: tf::Attr<bool>,
    pub kms_key_id: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub s3_bucket_name: tf::Attr<String>,
    pub s3_key_prefix: tf::Attr<String>,
    pub sns_topic_name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub advanced_event_selector: tf::Blocks<AwsCloudtrailAdvancedEventSelector>,
    pub event_selector: tf::Blocks<AwsCloudtrailEventSelector>,
    pub insight_selector: tf::Blocks<AwsCloudtrailInsightSelector>,
}
impl tf::Block for AwsCloudtrail {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cloud_watch_logs_group_arn", self.cloud_watch_logs_group_arn);
        out.optional("cloud_watch_logs_role_arn", self.cloud_watch_logs_role_arn);
        out.optional("enable_log_file_validation", self.enable_log_file_validation);
        out.optional("enable_logging", self.enable_logging);
        out.optional(
            "include_global_service_events",
            self.include_global_service_events,
        );
        out.optional("is_multi_region_trail", self.is_multi_region_trail);
        out.optional("is_organization_trail", self.is_organization_trail);
        out.optional("kms_key_id", self.kms_key_id);
        out.required("name", self.name);
        out.required("s3_bucket_name", self.s3_bucket_name);
        out.optional("s3_key_prefix", self.s3_key_prefix);
        out.optional("sns_topic_name", self.sns_topic_name);
        out.optional("tags", self.tags);
        out.blocks(
            "advanced_event_selector",
            self.advanced_event_selector,
            0usize..=usize::MAX,
        );
        out.blocks("event_selector", self.event_selector, 0usize..=5usize);
        out.blocks("insight_selector", self.insight_selector, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrailAdvancedEventSelector {
    pub name: tf::Attr<String>,
    pub field_selector: tf::Blocks<AwsCloudtrailAdvancedEventSelectorFieldSelector>,
}
impl tf::Block for AwsCloudtrailAdvancedEventSelector {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("name", self.name);
        out.blocks("field_selector", self.field_selector, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrailAdvancedEventSelectorFieldSelector {
    pub ends_with: tf::List<String>,
    pub equals: tf::List<String>,
    pub field: tf::Attr<String>,
    pub not_ends_with: tf::List<String>,
    pub not_equals: tf::List<String>,
    pub not_starts_with: tf::List<String>,
    pub starts_with: tf::List<String>,
}
impl tf::Block for AwsCloudtrailAdvancedEventSelectorFieldSelector {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("ends_with", self.ends_with);
        out.optional("equals", self.equals);
        out.required("field", self.field);
        out.optional("not_ends_with", self.not_ends_with);
        out.optional("not_equals", self.not_equals);
        out.optional("not_starts_with", self.not_starts_with);
        out.optional("starts_with", self.starts_with);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrailEventSelector {
    pub exclude_management_event_sources: tf::List<String>,
    pub include_management_events: tf::Attr<bool>,
    pub read_write_type: tf::Attr<String>,
    pub data_resource: tf::Blocks<AwsCloudtrailEventSelectorDataResource>,
}
impl tf::Block for AwsCloudtrailEventSelector {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "exclude_management_event_sources",
            self.exclude_management_event_sources,
        );
        out.optional("include_management_events", self.include_management_events);
        out.optional("read_write_type", self.read_write_type);
        out.blocks("data_resource", self.data_resource, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrailEventSelectorDataResource {
    pub r#type: tf::Attr<String>,
    pub values: tf::List<String>,
}
impl tf::Block for AwsCloudtrailEventSelectorDataResource {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("type", self.r#type);
        out.required("values", self.values);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudtrailInsightSelector {
    pub insight_type: tf::Attr<String>,
}
impl tf::Block for AwsCloudtrailInsightSelector {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("insight_type", self.insight_type);
    }
}
impl tf::Declared for AwsCloudtrail {
    const TYPE: &'static str = "aws_cloudtrail";
    type Attributes = AwsCloudtrailAttributes;
}
impl tf::Resource for AwsCloudtrail {}
#[derive(Debug)]
pub struct AwsCloudtrailAttributes(tf::Address);
impl From<tf::Address> for AwsCloudtrailAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudtrailAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn cloud_watch_logs_group_arn(&self) -> tf::Ref<String> {
        self.0.attribute("cloud_watch_logs_group_arn")
    }
    pub fn cloud_watch_logs_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("cloud_watch_logs_role_arn")
    }
    pub fn enable_log_file_validation(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_log_file_validation")
    }
    pub fn enable_logging(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_logging")
    }
    pub fn home_region(&self) -> tf::Ref<String> {
        self.0.attribute("home_region")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn include_global_service_events(&self) -> tf::Ref<bool> {
        self.0.attribute("include_global_service_events")
    }
    pub fn is_multi_region_trail(&self) -> tf::Ref<bool> {
        self.0.attribute("is_multi_region_trail")
    }
    pub fn is_organization_trail(&self) -> tf::Ref<bool> {
        self.0.attribute("is_organization_trail")
    }
    pub fn kms_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn s3_bucket_name(&self) -> tf::Ref<String> {
        self.0.attribute("s3_bucket_name")
    }
    pub fn s3_key_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("s3_key_prefix")
    }
    pub fn sns_topic_arn(&self) -> tf::Ref<String> {
        self.0.attribute("sns_topic_arn")
    }
    pub fn sns_topic_name(&self) -> tf::Ref<String> {
        self.0.attribute("sns_topic_name")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
