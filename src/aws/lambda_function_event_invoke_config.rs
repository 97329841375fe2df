// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_lambda_function_event_invoke_config`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function_event_invoke_config
    AwsLambdaFunctionEventInvokeConfig = "aws_lambda_function_event_invoke_config", AwsLambdaFunctionEventInvokeConfigAttributes
    arguments {
        required function_name: String,
        optional maximum_event_age_in_seconds: Number,
        optional maximum_retry_attempts: Number,
        optional qualifier: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
