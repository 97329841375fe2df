// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sns_topic_subscription`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_subscription).
#[derive(Debug, Clone, Default)]
pub struct AwsSnsTopicSubscription {
    pub confirmation_timeout_in_minutes: tf::Attr<tf::Number>,
    pub delivery_policy: tf::Attr<String>,
    pub endpoint: tf::Attr<String>,
    pub endpoint_auto_confirms: tf::Attr<bool>,
    pub filter_policy: tf::Attr<String>,
    pub filter_policy_scope: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub raw_message_delivery: tf::Attr<bool>,
    pub redrive_policy: tf::Attr<String>,
    pub replay_policy: tf::Attr<String>,
    pub subscription_role_arn: tf::Attr<String>,
    pub topic_arn: tf::Attr<String>,
}
impl tf::Block for AwsSnsTopicSubscription {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "confirmation_timeout_in_minutes",
            self.confirmation_timeout_in_minutes,
        );
        out.optional("delivery_policy", self.delivery_policy);
        out.required("endpoint", self.endpoint);
        out.optional("endpoint_auto_confirms", self.endpoint_auto_confirms);
        out.optional("filter_policy", self.filter_policy);
        out.optional("filter_policy_scope", self.filter_policy_scope);
        out.required("protocol", self.protocol);
        out.optional("raw_message_delivery", self.raw_message_delivery);
        out.optional("redrive_policy", self.redrive_policy);
        out.optional("replay_policy", self.replay_policy);
        out.optional("subscription_role_arn", self.subscription_role_arn);
        out.required("topic_arn", self.topic_arn);
    }
}
impl tf::Declared for AwsSnsTopicSubscription {
    const TYPE: &'static str = "aws_sns_topic_subscription";
    type Attributes = AwsSnsTopicSubscriptionAttributes;
}
impl tf::Resource for AwsSnsTopicSubscription {}
#[derive(Debug)]
pub struct AwsSnsTopicSubscriptionAttributes(tf::Address);
impl From<tf::Address> for AwsSnsTopicSubscriptionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSnsTopicSubscriptionAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn confirmation_timeout_in_minutes(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("confirmation_timeout_in_minutes")
    }
    pub fn confirmation_was_authenticated(&self) -> tf::Ref<bool> {
        self.0.attribute("confirmation_was_authenticated")
    }
    pub fn delivery_policy(&self) -> tf::Ref<String> {
        self.0.attribute("delivery_policy")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("endpoint")
    }
    pub fn endpoint_auto_confirms(&self) -> tf::Ref<bool> {
        self.0.attribute("endpoint_auto_confirms")
    }
    pub fn filter_policy(&self) -> tf::Ref<String> {
        self.0.attribute("filter_policy")
    }
    pub fn filter_policy_scope(&self) -> tf::Ref<String> {
        self.0.attribute("filter_policy_scope")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn pending_confirmation(&self) -> tf::Ref<bool> {
        self.0.attribute("pending_confirmation")
    }
    pub fn protocol(&self) -> tf::Ref<String> {
        self.0.attribute("protocol")
    }
    pub fn raw_message_delivery(&self) -> tf::Ref<bool> {
        self.0.attribute("raw_message_delivery")
    }
    pub fn redrive_policy(&self) -> tf::Ref<String> {
        self.0.attribute("redrive_policy")
    }
    pub fn replay_policy(&self) -> tf::Ref<String> {
        self.0.attribute("replay_policy")
    }
    pub fn subscription_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("subscription_role_arn")
    }
    pub fn topic_arn(&self) -> tf::Ref<String> {
        self.0.attribute("topic_arn")
    }
}
