// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_function_event_invoke_config`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function_event_invoke_config).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEventInvokeConfig {
    pub function_name: tf::Attr<String>,
    pub maximum_event_age_in_seconds: tf::Attr<tf::Number>,
    pub maximum_retry_attempts: tf::Attr<tf::Number>,
    pub qualifier: tf::Attr<String>,
    pub destination_config: tf::Blocks<
        AwsLambdaFunctionEventInvokeConfigDestinationConfig,
    >,
}
impl tf::Block for AwsLambdaFunctionEventInvokeConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("function_name", self.function_name);
        out.optional("maximum_event_age_in_seconds", self.maximum_event_age_in_seconds);
        out.optional("maximum_retry_attempts", self.maximum_retry_attempts);
        out.optional("qualifier", self.qualifier);
        out.blocks("destination_config", self.destination_config, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEventInvokeConfigDestinationConfig {
    pub on_failure: tf::Blocks<
        AwsLambdaFunctionEventInvokeConfigDestinationConfigOnFailure,
    >,
    pub on_success: tf::Blocks<
        AwsLambdaFunctionEventInvokeConfigDestinationConfigOnSuccess,
    >,
}
impl tf::Block for AwsLambdaFunctionEventInvokeConfigDestinationConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("on_failure", self.on_failure, 0usize..=1usize);
        out.blocks("on_success", self.on_success, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEventInvokeConfigDestinationConfigOnFailure {
    pub destination: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionEventInvokeConfigDestinationConfigOnFailure {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("destination", self.destination);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEventInvokeConfigDestinationConfigOnSuccess {
    pub destination: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionEventInvokeConfigDestinationConfigOnSuccess {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("destination", self.destination);
    }
}
impl tf::Declared for AwsLambdaFunctionEventInvokeConfig {
    const TYPE: &'static str = "aws_lambda_function_event_invoke_config";
    type Attributes = AwsLambdaFunctionEventInvokeConfigAttributes;
}
impl tf::Resource for AwsLambdaFunctionEventInvokeConfig {}
#[derive(Debug)]
pub struct AwsLambdaFunctionEventInvokeConfigAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaFunctionEventInvokeConfigAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaFunctionEventInvokeConfigAttributes {
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn maximum_event_age_in_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("maximum_event_age_in_seconds")
    }
    pub fn maximum_retry_attempts(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("maximum_retry_attempts")
    }
    pub fn qualifier(&self) -> tf::Ref<String> {
        self.0.attribute("qualifier")
    }
}
