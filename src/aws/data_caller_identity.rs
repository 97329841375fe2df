// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::data_source_type! {
    /// The data source [`aws_caller_identity`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/caller_identity
    DataAwsCallerIdentity = "aws_caller_identity", DataAwsCallerIdentityAttributes
    arguments {}
    blocks {}
    attributes {
        account_id: String,
        arn: String,
        id: String,
        user_id: String,
    }
}
