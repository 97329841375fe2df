// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_alias`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_alias).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaAlias {
    pub description: tf::Attr<String>,
    pub function_name: tf::Attr<String>,
    pub function_version: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub routing_config: tf::Blocks<AwsLambdaAliasRoutingConfig>,
}
impl tf::Block for AwsLambdaAlias {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.required("function_name", self.function_name);
        out.required("function_version", self.function_version);
        out.required("name", self.name);
        out.blocks("routing_config", self.routing_config, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaAliasRoutingConfig {
    pub additional_version_weights: tf::Map<tf::Number>,
}
impl tf::Block for AwsLambdaAliasRoutingConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("additional_version_weights", self.additional_version_weights);
    }
}
impl tf::Declared for AwsLambdaAlias {
    const TYPE: &'static str = "aws_lambda_alias";
    type Attributes = AwsLambdaAliasAttributes;
}
impl tf::Resource for AwsLambdaAlias {}
#[derive(Debug)]
pub struct AwsLambdaAliasAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaAliasAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaAliasAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn function_version(&self) -> tf::Ref<String> {
        self.0.attribute("function_version")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn invoke_arn(&self) -> tf::Ref<String> {
        self.0.attribute("invoke_arn")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
}
