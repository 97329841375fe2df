// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_kms_key`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
    AwsKmsKey = "aws_kms_key", AwsKmsKeyAttributes
    arguments {
        optional bypass_policy_lockout_safety_check: bool,
        optional custom_key_store_id: String,
        optional customer_master_key_spec: String,
        optional deletion_window_in_days: Number,
        optional description: String,
        optional enable_key_rotation: bool,
        optional is_enabled: bool,
        optional key_usage: String,
        optional multi_region: bool,
        optional policy: String,
        optional rotation_period_in_days: Number,
        optional tags: BTreeMap<String, String>,
        optional xks_key_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        key_id: String,
        tags_all: BTreeMap<String, String>,
    }
}
