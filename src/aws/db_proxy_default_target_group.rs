// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_proxy_default_target_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_default_target_group).
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyDefaultTargetGroup {
    pub db_proxy_name: tf::Attr<String>,
    pub connection_pool_config: tf::Blocks<
        AwsDbProxyDefaultTargetGroupConnectionPoolConfig,
    >,
    pub timeouts: tf::Blocks<AwsDbProxyDefaultTargetGroupTimeouts>,
}
impl tf::Block for AwsDbProxyDefaultTargetGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("db_proxy_name", self.db_proxy_name);
        out.blocks(
            "connection_pool_config",
            self.connection_pool_config,
            0usize..=1usize,
        );
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyDefaultTargetGroupConnectionPoolConfig {
    pub connection_borrow_timeout: tf::Attr<tf::Number>,
    pub init_query: tf::Attr<String>,
    pub max_connections_percent: tf::Attr<tf::Number>,
    pub max_idle_connections_percent: tf::Attr<tf::Number>,
    pub session_pinning_filters: tf::List<String>,
}
impl tf::Block for AwsDbProxyDefaultTargetGroupConnectionPoolConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("connection_borrow_timeout", self.connection_borrow_timeout);
        out.optional("init_query", self.init_query);
        out.optional("max_connections_percent", self.max_connections_percent);
        out.optional("max_idle_connections_percent", self.max_idle_connections_percent);
        out.optional("session_pinning_filters", self.session_pinning_filters);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyDefaultTargetGroupTimeouts {
    pub create: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsDbProxyDefaultTargetGroupTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsDbProxyDefaultTargetGroup {
    const TYPE: &'static str = "aws_db_proxy_default_target_group";
    type Attributes = AwsDbProxyDefaultTargetGroupAttributes;
}
impl tf::Resource for AwsDbProxyDefaultTargetGroup {}
#[derive(Debug)]
pub struct AwsDbProxyDefaultTargetGroupAttributes(tf::Address);
impl From<tf::Address> for AwsDbProxyDefaultTargetGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbProxyDefaultTargetGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn db_proxy_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_proxy_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
}
