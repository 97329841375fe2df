// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_db_event_subscription`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_event_subscription
    AwsDbEventSubscription = "aws_db_event_subscription", AwsDbEventSubscriptionAttributes
    arguments {
        optional enabled: bool,
        optional event_categories: Vec<String>,
        optional name: String,
        optional name_prefix: String,
        required sns_topic: String,
        optional source_ids: Vec<String>,
        optional source_type: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        customer_aws_id: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
