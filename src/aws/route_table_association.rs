// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_route_table_association`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table_association).
#[derive(Debug, Clone, Default)]
pub struct AwsRouteTableAssociation {
    pub gateway_id: tf::Attr<String>,
    pub route_table_id: tf::Attr<String>,
    pub subnet_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsRouteTableAssociationTimeouts>,
}
impl tf::Block for AwsRouteTableAssociation {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("gateway_id", self.gateway_id);
        out.required("route_table_id", self.route_table_id);
        out.optional("subnet_id", self.subnet_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRouteTableAssociationTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRouteTableAssociationTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsRouteTableAssociation {
    const TYPE: &'static str = "aws_route_table_association";
    type Attributes = AwsRouteTableAssociationAttributes;
}
impl tf::Resource for AwsRouteTableAssociation {}
#[derive(Debug)]
pub struct AwsRouteTableAssociationAttributes(tf::Address);
impl From<tf::Address> for AwsRouteTableAssociationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRouteTableAssociationAttributes {
    pub fn gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("gateway_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn route_table_id(&self) -> tf::Ref<String> {
        self.0.attribute("route_table_id")
    }
    pub fn subnet_id(&self) -> tf::Ref<String> {
        self.0.attribute("subnet_id")
    }
}
