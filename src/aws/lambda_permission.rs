// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_lambda_permission`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
    AwsLambdaPermission = "aws_lambda_permission", AwsLambdaPermissionAttributes
    arguments {
        required action: String,
        optional event_source_token: String,
        required function_name: String,
        optional function_url_auth_type: String,
        required principal: String,
        optional principal_org_id: String,
        optional qualifier: String,
        optional source_account: String,
        optional source_arn: String,
        optional statement_id: String,
        optional statement_id_prefix: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
