// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_backup_vault`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_vault
    AwsBackupVault = "aws_backup_vault", AwsBackupVaultAttributes
    arguments {
        optional force_destroy: bool,
        optional kms_key_arn: String,
        required name: String,
        optional tags: BTreeMap<String, String>,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        recovery_points: Number,
        tags_all: BTreeMap<String, String>,
    }
}
