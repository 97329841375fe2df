// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_proxy_endpoint`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_endpoint).
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyEndpoint {
    pub db_proxy_endpoint_name: tf::Attr<String>,
    pub db_proxy_name: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub target_role: tf::Attr<String>,
    pub vpc_security_group_ids: tf::List<String>,
    pub vpc_subnet_ids: tf::List<String>,
    pub timeouts: tf::Blocks<AwsDbProxyEndpointTimeouts>,
}
impl tf::Block for AwsDbProxyEndpoint {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("db_proxy_endpoint_name", self.db_proxy_endpoint_name);
        out.required("db_proxy_name", self.db_proxy_name);
        out.optional("tags", self.tags);
        out.optional("target_role", self.target_role);
        out.optional("vpc_security_group_ids", self.vpc_security_group_ids);
        out.required("vpc_subnet_ids", self.vpc_subnet_ids);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyEndpointTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsDbProxyEndpointTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsDbProxyEndpoint {
    const TYPE: &'static str = "aws_db_proxy_endpoint";
    type Attributes = AwsDbProxyEndpointAttributes;
}
impl tf::Resource for AwsDbProxyEndpoint {}
#[derive(Debug)]
pub struct AwsDbProxyEndpointAttributes(tf::Address);
impl From<tf::Address> for AwsDbProxyEndpointAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbProxyEndpointAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn db_proxy_endpoint_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_proxy_endpoint_name")
    }
    pub fn db_proxy_name(&self) -> tf::Ref<String> {
        self.0.attribute("db_proxy_name")
    }
    pub fn endpoint(&self) -> tf::Ref<String> {
        self.0.attribute("endpoint")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn is_default(&self) -> tf::Ref<bool> {
        self.0.attribute("is_default")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn target_role(&self) -> tf::Ref<String> {
        self.0.attribute("target_role")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
    pub fn vpc_security_group_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("vpc_security_group_ids")
    }
    pub fn vpc_subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("vpc_subnet_ids")
    }
}
