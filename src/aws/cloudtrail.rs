// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

terraform::resource_type! {
    /// The resource [`aws_cloudtrail`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudtrail
    AwsCloudtrail = "aws_cloudtrail", AwsCloudtrailAttributes
    arguments {
        optional cloud_watch_logs_group_arn: String,
        optional cloud_watch_logs_role_arn: String,
        optional enable_log_file_validation: bool,
        optional enable_logging: bool,
        optional include_global_service_events: bool,
        optional is_multi_region_trail: bool,
        optional is_organization_trail: bool,
        optional kms_key_id: String,
        required name: String,
        required s3_bucket_name: String,
        optional s3_key_prefix: String,
        optional sns_topic_name: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {
        advanced_event_selector: AwsCloudtrailAdvancedEventSelector = 0..=usize::MAX,
    }
    attributes {
        arn: String,
        home_region: String,
        id: String,
        sns_topic_arn: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `advanced_event_selector` of `aws_cloudtrail`.
    AwsCloudtrailAdvancedEventSelector
    arguments {
        optional name: String,
    }
    blocks {
        field_selector: AwsCloudtrailAdvancedEventSelectorFieldSelector = 1..=usize::MAX,
    }
}

terraform::block_type! {
    /// `advanced_event_selector.field_selector` of `aws_cloudtrail`.
    AwsCloudtrailAdvancedEventSelectorFieldSelector
    arguments {
        optional ends_with: Vec<String>,
        optional equals: Vec<String>,
        required field: String,
        optional not_ends_with: Vec<String>,
        optional not_equals: Vec<String>,
        optional not_starts_with: Vec<String>,
        optional starts_with: Vec<String>,
    }
    blocks {}
}
