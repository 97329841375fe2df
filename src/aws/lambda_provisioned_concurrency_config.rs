// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lambda_provisioned_concurrency_config`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_provisioned_concurrency_config
    AwsLambdaProvisionedConcurrencyConfig = "aws_lambda_provisioned_concurrency_config", AwsLambdaProvisionedConcurrencyConfigAttributes
    arguments {
        required function_name: String,
        required provisioned_concurrent_executions: Number,
        required qualifier: String,
        optional skip_destroy: bool,
    }
    blocks {}
    attributes {
        id: String,
    }
}
