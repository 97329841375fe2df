// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_sns_topic_subscription`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic_subscription
    AwsSnsTopicSubscription = "aws_sns_topic_subscription", AwsSnsTopicSubscriptionAttributes
    arguments {
        optional confirmation_timeout_in_minutes: Number,
        optional delivery_policy: String,
        required endpoint: String,
        optional endpoint_auto_confirms: bool,
        optional filter_policy: String,
        optional filter_policy_scope: String,
        required protocol: String,
        optional raw_message_delivery: bool,
        optional redrive_policy: String,
        optional replay_policy: String,
        optional subscription_role_arn: String,
        required topic_arn: String,
    }
    blocks {}
    attributes {
        arn: String,
        confirmation_was_authenticated: bool,
        id: String,
        owner_id: String,
        pending_confirmation: bool,
    }
}
