// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_route`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route).
#[derive(Debug, Clone, Default)]
pub struct AwsRoute {
    pub carrier_gateway_id: tf::Attr<String>,
    pub core_network_arn: tf::Attr<String>,
    pub destination_cidr_block: tf::Attr<String>,
    pub destination_ipv6_cidr_block: tf::Attr<String>,
    pub destination_prefix_list_id: tf::Attr<String>,
    pub egress_only_gateway_id: tf::Attr<String>,
    pub gateway_id: tf::Attr<String>,
    pub local_gateway_id: tf::Attr<String>,
    pub nat_gateway_id: tf::Attr<String>,
    pub network_interface_id: tf::Attr<String>,
    pub route_table_id: tf::Attr<String>,
    pub transit_gateway_id: tf::Attr<String>,
    pub vpc_endpoint_id: tf::Attr<String>,
    pub vpc_peering_connection_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsRouteTimeouts>,
}
impl tf::Block for AwsRoute {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("carrier_gateway_id", self.carrier_gateway_id);
        out.optional("core_network_arn", self.core_network_arn);
        out.optional("destination_cidr_block", self.destination_cidr_block);
        out.optional("destination_ipv6_cidr_block", self.destination_ipv6_cidr_block);
        out.optional("destination_prefix_list_id", self.destination_prefix_list_id);
        out.optional("egress_only_gateway_id", self.egress_only_gateway_id);
        out.optional("gateway_id", self.gateway_id);
        out.optional("local_gateway_id", self.local_gateway_id);
        out.optional("nat_gateway_id", self.nat_gateway_id);
        out.optional("network_interface_id", self.network_interface_id);
        out.required("route_table_id", self.route_table_id);
        out.optional("transit_gateway_id", self.transit_gateway_id);
        out.optional("vpc_endpoint_id", self.vpc_endpoint_id);
        out.optional("vpc_peering_connection_id", self.vpc_peering_connection_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRouteTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRouteTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsRoute {
    const TYPE: &'static str = "aws_route";
    type Attributes = AwsRouteAttributes;
}
impl tf::Resource for AwsRoute {}
#[derive(Debug)]
pub struct AwsRouteAttributes(tf::Address);
impl From<tf::Address> for AwsRouteAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRouteAttributes {
    pub fn carrier_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("carrier_gateway_id")
    }
    pub fn core_network_arn(&self) -> tf::Ref<String> {
        self.0.attribute("core_network_arn")
    }
    pub fn destination_cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("destination_cidr_block")
    }
    pub fn destination_ipv6_cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("destination_ipv6_cidr_block")
    }
    pub fn destination_prefix_list_id(&self) -> tf::Ref<String> {
        self.0.attribute("destination_prefix_list_id")
    }
    pub fn egress_only_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("egress_only_gateway_id")
    }
    pub fn gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("gateway_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn instance_id(&self) -> tf::Ref<String> {
        self.0.attribute("instance_id")
    }
    pub fn instance_owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("instance_owner_id")
    }
    pub fn local_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("local_gateway_id")
    }
    pub fn nat_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("nat_gateway_id")
    }
    pub fn network_interface_id(&self) -> tf::Ref<String> {
        self.0.attribute("network_interface_id")
    }
    pub fn origin(&self) -> tf::Ref<String> {
        self.0.attribute("origin")
    }
    pub fn route_table_id(&self) -> tf::Ref<String> {
        self.0.attribute("route_table_id")
    }
    pub fn state(&self) -> tf::Ref<String> {
        self.0.attribute("state")
    }
    pub fn transit_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("transit_gateway_id")
    }
    pub fn vpc_endpoint_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_endpoint_id")
    }
    pub fn vpc_peering_connection_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_peering_connection_id")
    }
}
