// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsRouteTable {
    const TYPE: &'static str = "aws_route_table";
}
impl tf::Handle<AwsRouteTable> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.reference_to("owner_id")
    }
    pub fn propagating_vgws(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("propagating_vgws")
    }
    pub fn route(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.reference_to("route")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.reference_to("vpc_id")
    }
}
