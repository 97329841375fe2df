// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_nat_gateway`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/nat_gateway).
#[derive(Debug, Clone, Default)]
pub struct AwsNatGateway {
    pub allocation_id: tf::Attr<String>,
    pub connectivity_type: tf::Attr<String>,
    pub private_ip: tf::Attr<String>,
    pub secondary_allocation_ids: tf::List<String>,
    pub secondary_private_ip_address_count: tf::Attr<tf::Number>,
    pub secondary_private_ip_addresses: tf::List<String>,
    pub subnet_id: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsNatGatewayTimeouts>,
}
impl tf::Block for AwsNatGateway {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("allocation_id", self.allocation_id);
        out.optional("connectivity_type", self.connectivity_type);
        out.optional("private_ip", self.private_ip);
        out.optional("secondary_allocation_ids", self.secondary_allocation_ids);
        out.optional(
            "secondary_private_ip_address_count",
            self.secondary_private_ip_address_count,
        );
        out.optional(
            "secondary_private_ip_addresses",
            self.secondary_private_ip_addresses,
        );
        out.required("subnet_id", self.subnet_id);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsNatGatewayTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsNatGatewayTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsNatGateway {
    const TYPE: &'static str = "aws_nat_gateway";
    type Attributes = AwsNatGatewayAttributes;
}
impl tf::Resource for AwsNatGateway {}
#[derive(Debug)]
pub struct AwsNatGatewayAttributes(tf::Address);
impl From<tf::Address> for AwsNatGatewayAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsNatGatewayAttributes {
    pub fn allocation_id(&self) -> tf::Ref<String> {
        self.0.attribute("allocation_id")
    }
    pub fn association_id(&self) -> tf::Ref<String> {
        self.0.attribute("association_id")
    }
    pub fn connectivity_type(&self) -> tf::Ref<String> {
        self.0.attribute("connectivity_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn network_interface_id(&self) -> tf::Ref<String> {
        self.0.attribute("network_interface_id")
    }
    pub fn private_ip(&self) -> tf::Ref<String> {
        self.0.attribute("private_ip")
    }
    pub fn public_ip(&self) -> tf::Ref<String> {
        self.0.attribute("public_ip")
    }
    pub fn secondary_allocation_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("secondary_allocation_ids")
    }
    pub fn secondary_private_ip_address_count(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("secondary_private_ip_address_count")
    }
    pub fn secondary_private_ip_addresses(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("secondary_private_ip_addresses")
    }
    pub fn subnet_id(&self) -> tf::Ref<String> {
        self.0.attribute("subnet_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
