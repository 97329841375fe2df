// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_lambda_alias`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_alias
    AwsLambdaAlias = "aws_lambda_alias", AwsLambdaAliasAttributes
    arguments {
        optional description: String,
        required function_name: String,
        required function_version: String,
        required name: String,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        invoke_arn: String,
    }
}
