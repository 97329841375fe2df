// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_route_table`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table).
#[derive(Debug, Clone, Default)]
pub struct AwsRouteTable {
    pub propagating_vgws: tf::List<String>,
    pub route: tf::Attr<tf::Expression>,
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsRouteTableTimeouts>,
}
impl tf::Block for AwsRouteTable {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("propagating_vgws", self.propagating_vgws);
        out.optional("route", self.route);
        out.optional("tags", self.tags);
        out.required("vpc_id", self.vpc_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRouteTableTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRouteTableTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsRouteTable {
    const TYPE: &'static str = "aws_route_table";
    type Attributes = AwsRouteTableAttributes;
}
impl tf::Resource for AwsRouteTable {}
#[derive(Debug)]
pub struct AwsRouteTableAttributes(tf::Address);
impl From<tf::Address> for AwsRouteTableAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRouteTableAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
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
