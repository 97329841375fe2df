// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_secretsmanager_secret`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret
    AwsSecretsmanagerSecret = "aws_secretsmanager_secret", AwsSecretsmanagerSecretAttributes
    arguments {
        optional description: String,
        optional force_overwrite_replica_secret: bool,
        optional kms_key_id: String,
        optional name: String,
        optional name_prefix: String,
        optional policy: String,
        optional recovery_window_in_days: Number,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}
