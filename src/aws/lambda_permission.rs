// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_permission`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaPermission {
    pub action: tf::Attr<String>,
    pub event_source_token: tf::Attr<String>,
    pub function_name: tf::Attr<String>,
    pub function_url_auth_type: tf::Attr<String>,
    pub principal: tf::Attr<String>,
    pub principal_org_id: tf::Attr<String>,
    pub qualifier: tf::Attr<String>,
    pub source_account: tf::Attr<String>,
    pub source_arn: tf::Attr<String>,
    pub statement_id: tf::Attr<String>,
    pub statement_id_prefix: tf::Attr<String>,
}
impl tf::Block for AwsLambdaPermission {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action", self.action);
        out.optional("event_source_token", self.event_source_token);
        out.required("function_name", self.function_name);
        out.optional("function_url_auth_type", self.function_url_auth_type);
        out.required("principal", self.principal);
        out.optional("principal_org_id", self.principal_org_id);
        out.optional("qualifier", self.qualifier);
        out.optional("source_account", self.source_account);
        out.optional("source_arn", self.source_arn);
        out.optional("statement_id", self.statement_id);
        out.optional("statement_id_prefix", self.statement_id_prefix);
    }
}
impl tf::Declared for AwsLambdaPermission {
    const TYPE: &'static str = "aws_lambda_permission";
    type Attributes = AwsLambdaPermissionAttributes;
}
impl tf::Resource for AwsLambdaPermission {}
#[derive(Debug)]
pub struct AwsLambdaPermissionAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaPermissionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaPermissionAttributes {
    pub fn action(&self) -> tf::Ref<String> {
        self.0.attribute("action")
    }
    pub fn event_source_token(&self) -> tf::Ref<String> {
        self.0.attribute("event_source_token")
    }
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn function_url_auth_type(&self) -> tf::Ref<String> {
        self.0.attribute("function_url_auth_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn principal(&self) -> tf::Ref<String> {
        self.0.attribute("principal")
    }
    pub fn principal_org_id(&self) -> tf::Ref<String> {
        self.0.attribute("principal_org_id")
    }
    pub fn qualifier(&self) -> tf::Ref<String> {
        self.0.attribute("qualifier")
    }
    pub fn source_account(&self) -> tf::Ref<String> {
        self.0.attribute("source_account")
    }
    pub fn source_arn(&self) -> tf::Ref<String> {
        self.0.attribute("source_arn")
    }
    pub fn statement_id(&self) -> tf::Ref<String> {
        self.0.attribute("statement_id")
    }
    pub fn statement_id_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("statement_id_prefix")
    }
}
