// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_cloudwatch_log_data_protection_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_log_data_protection_policy
    AwsCloudwatchLogDataProtectionPolicy = "aws_cloudwatch_log_data_protection_policy", AwsCloudwatchLogDataProtectionPolicyAttributes
    arguments {
        required log_group_name: String,
        required policy_document: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
