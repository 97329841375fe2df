// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_default_route_table`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_route_table).
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultRouteTable {
    pub default_route_table_id: tf::Attr<String>,
    pub propagating_vgws: tf::List<String>,
    pub route: tf::Attr<tf::Expression>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsDefaultRouteTableTimeouts>,
}
impl tf::Block for AwsDefaultRouteTable {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("default_route_table_id", self.default_route_table_id);
        out.optional("propagating_vgws", self.propagating_vgws);
        out.optional("route", self.route);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultRouteTableTimeouts {
    pub create: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsDefaultRouteTableTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsDefaultRouteTable {
    const TYPE: &'static str = "aws_default_route_table";
    type Attributes = AwsDefaultRouteTableAttributes;
}
impl tf::Resource for AwsDefaultRouteTable {}
#[derive(Debug)]
pub struct AwsDefaultRouteTableAttributes(tf::Address);
impl From<tf::Address> for AwsDefaultRouteTableAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDefaultRouteTableAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn default_route_table_id(&self) -> tf::Ref<String> {
        self.0.attribute("default_route_table_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn propagating_vgws(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("propagating_vgws")
    }
    pub fn route(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("route")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
}
