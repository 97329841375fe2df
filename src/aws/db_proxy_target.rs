// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_proxy_target`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_proxy_target).
#[derive(Debug, Clone, Default)]
pub struct AwsDbProxyTarget {
    pub db_cluster_identifier: tf::Attr<String>,
    pub db_instance_identifier: tf::Attr<String>,
    pub db_proxy_name: tf::Attr<String>,
    pub target_group_name: tf::Attr<String>,
}
impl tf::Block for AwsDbProxyTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("db_cluster_identifier", self.db_cluster_identifier);
        out.optional("db_instance_identifier", self.db_instance_identifier);
        out.required("db_proxy_name", self.db_proxy_name);
        out.required("target_group_name", self.target_group_name);
    }
}
impl tf::Declared for AwsDbProxyTarget {
    const TYPE: &'static str = "aws_db_proxy_target";
    type Attributes = AwsDbProxyTargetAttributes;
}
impl tf::Resource for AwsDbProxyTarget {}
#[derive(Debug)]
pub struct AwsDbProxyTargetAttributes(tf::Address);
impl From<tf::Address> for AwsDbProxyTargetAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbProxyTargetAttributes {
    pub fn db_cluster_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("db_cluster_identifier")
    }
    pub fn db_instance_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("db_instance_identifier")
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
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("port")
    }
    pub fn rds_resource_id(&self) -> tf::Ref<String> {
        self.0.attribute("rds_resource_id")
    }
    pub fn target_arn(&self) -> tf::Ref<String> {
        self.0.attribute("target_arn")
    }
    pub fn target_group_name(&self) -> tf::Ref<String> {
        self.0.attribute("target_group_name")
    }
    pub fn tracked_cluster_id(&self) -> tf::Ref<String> {
        self.0.attribute("tracked_cluster_id")
    }
    pub fn r#type(&self) -> tf::Ref<String> {
        self.0.attribute("type")
    }
}
