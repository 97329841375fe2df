// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_iam_role_policy_attachment`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy_attachment
    AwsIamRolePolicyAttachment = "aws_iam_role_policy_attachment", AwsIamRolePolicyAttachmentAttributes
    arguments {
        required policy_arn: String,
        required role: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
