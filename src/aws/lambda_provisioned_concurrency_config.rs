// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_provisioned_concurrency_config`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_provisioned_concurrency_config).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaProvisionedConcurrencyConfig {
    pub function_name: tf::Attr<String>,
    pub provisioned_concurrent_executions: tf::Attr<tf::Number>,
    pub qualifier: tf::Attr<String>,
    pub skip_destroy: tf::Attr<bool>,
    pub timeouts: tf::Blocks<AwsLambdaProvisionedConcurrencyConfigTimeouts>,
}
impl tf::Block for AwsLambdaProvisionedConcurrencyConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("function_name", self.function_name);
        out.required(
            "provisioned_concurrent_executions",
            self.provisioned_concurrent_executions,
        );
        out.required("qualifier", self.qualifier);
        out.optional("skip_destroy", self.skip_destroy);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaProvisionedConcurrencyConfigTimeouts {
    pub create: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsLambdaProvisionedConcurrencyConfigTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsLambdaProvisionedConcurrencyConfig {
    const TYPE: &'static str = "aws_lambda_provisioned_concurrency_config";
    type Attributes = AwsLambdaProvisionedConcurrencyConfigAttributes;
}
impl tf::Resource for AwsLambdaProvisionedConcurrencyConfig {}
#[derive(Debug)]
pub struct AwsLambdaProvisionedConcurrencyConfigAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaProvisionedConcurrencyConfigAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaProvisionedConcurrencyConfigAttributes {
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn provisioned_concurrent_executions(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("provisioned_concurrent_executions")
    }
    pub fn qualifier(&self) -> tf::Ref<String> {
        self.0.attribute("qualifier")
    }
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_destroy")
    }
}
