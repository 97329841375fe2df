// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_event_subscription`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_event_subscription).
#[derive(Debug, Clone, Default)]
pub struct AwsDbEventSubscription {
    pub enabled: tf::Attr<bool>,
    pub event_categories: tf::List<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub sns_topic: tf::Attr<String>,
    pub source_ids: tf::List<String>,
    pub source_type: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsDbEventSubscriptionTimeouts>,
}
impl tf::Block for AwsDbEventSubscription {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("enabled", self.enabled);
        out.optional("event_categories", self.event_categories);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("sns_topic", self.sns_topic);
        out.optional("source_ids", self.source_ids);
        out.optional("source_type", self.source_type);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbEventSubscriptionTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsDbEventSubscriptionTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsDbEventSubscription {
    const TYPE: &'static str = "aws_db_event_subscription";
    type Attributes = AwsDbEventSubscriptionAttributes;
}
impl tf::Resource for AwsDbEventSubscription {}
#[derive(Debug)]
pub struct AwsDbEventSubscriptionAttributes(tf::Address);
impl From<tf::Address> for AwsDbEventSubscriptionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbEventSubscriptionAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn customer_aws_id(&self) -> tf::Ref<String> {
        self.0.attribute("customer_aws_id")
    }
    pub fn enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("enabled")
    }
    pub fn event_categories(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("event_categories")
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
    pub fn sns_topic(&self) -> tf::Ref<String> {
        self.0.attribute("sns_topic")
    }
    pub fn source_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("source_ids")
    }
    pub fn source_type(&self) -> tf::Ref<String> {
        self.0.attribute("source_type")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
