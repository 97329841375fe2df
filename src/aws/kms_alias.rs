// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_kms_alias`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_alias
    AwsKmsAlias = "aws_kms_alias", AwsKmsAliasAttributes
    arguments {
        optional name: String,
        optional name_prefix: String,
        required target_key_id: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        target_key_arn: String,
    }
}
