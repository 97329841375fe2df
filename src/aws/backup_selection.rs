// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_backup_selection`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/backup_selection
    AwsBackupSelection = "aws_backup_selection", AwsBackupSelectionAttributes
    arguments {
        required iam_role_arn: String,
        required name: String,
        optional not_resources: Vec<String>,
        required plan_id: String,
        optional resources: Vec<String>,
    }
    blocks {}
    attributes {
        id: String,
    }
}
