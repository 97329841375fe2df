// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_proxy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy).
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxy {
    pub debug_logging: tf::Attr<bool>,
    pub engine_family: tf::Attr<String>,
    pub idle_client_timeout: tf::Attr<tf::Number>,
    pub name: tf::Attr<String>,
    pub require_tls: tf::Attr<bool>,
    pub role_arn: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub vpc_security_group_ids: tf::List<String>,
    pub vpc_subnet_ids: tf::List<String>,
    pub auth: tf::Blocks<AwsDbProxyAuth>,
    pub timeouts: tf::Blocks<AwsDbProxyTimeouts>,
}
impl tf::Block for AwsDbProxy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("debug_logging", self.debug_logging);
        out.required("engine_family", self.engine_family);
        out.optional("idle_client_timeout", self.idle_client_timeout);
        out.required("name", self.name);
        out.optional("require_tls", self.require_tls);
        out.required("role_arn", self.role_arn);
        out.optional("tags", self.tags);
        out.optional("vpc_security_group_ids", self.vpc_security_group_ids);
        out.required("vpc_subnet_ids", self.vpc_subnet_ids);
        out.blocks("auth", self.auth, 1usize..=usize::MAX);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyAuth {
    pub auth_scheme: tf::Attr<String>,
    pub client_password_auth_type: tf::Attr<String>,
    pub description: tf::Attr<String>,
    pub iam_auth: tf::Attr<String>,
    pub secret_arn: tf::Attr<String>,
    pub username: tf::Attr<String>,
}
impl tf::Block for AwsDbProxyAuth {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("auth_scheme", self.auth_scheme);
        out.optional("client_password_auth_type", self.client_password_auth_type);
        out.optional("description", self.description);
        out.optional("iam_auth", self.iam_auth);
        out.optional("secret_arn", self.secret_arn);
        out.optional("username", self.username);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsDbProxyTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsDbProxy {
    const TYPE: &'static str = "aws_db_proxy";
    type Attributes = AwsDbProxyAttributes;
}
impl tf::Resource for AwsDbProxy {}
#[derive(Debug)]
pub struct AwsDbProxyAttributes(tf::Address);
impl From<tf::Address> for AwsDbProxyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbProxyAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn debug_logging(&self) -> tf::Ref<bool> {
        self.0.attribute("debug_logging")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("endpoint")
    }
    pub fn engine_family(&self) -> tf::Ref<String> {
        self.0.attribute("engine_family")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn idle_client_timeout(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("idle_client_timeout")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn require_tls(&self) -> tf::Ref<bool> {
        self.0.attribute("require_tls")
    }
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn vpc_security_group_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("vpc_security_group_ids")
    }
    pub fn vpc_subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("vpc_subnet_ids")
    }
}
