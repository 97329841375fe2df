// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsNatGateway {
    const TYPE: &'static str = "aws_nat_gateway";
}
impl tf::Handle<AwsNatGateway> {
    pub fn allocation_id(&self) -> tf::Ref<String> {
        self.reference_to("allocation_id")
    }
    pub fn association_id(&self) -> tf::Ref<String> {
        self.reference_to("association_id")
    }
    pub fn connectivity_type(&self) -> tf::Ref<String> {
        self.reference_to("connectivity_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn network_interface_id(&self) -> tf::Ref<String> {
        self.reference_to("network_interface_id")
    }
    pub fn private_ip(&self) -> tf::Ref<String> {
        self.reference_to("private_ip")
    }
    pub fn public_ip(&self) -> tf::Ref<String> {
        self.reference_to("public_ip")
    }
    pub fn secondary_allocation_ids(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("secondary_allocation_ids")
    }
    pub fn secondary_private_ip_address_count(&self) -> tf::Ref<tf::Number> {
        self.reference_to("secondary_private_ip_address_count")
    }
    pub fn secondary_private_ip_addresses(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("secondary_private_ip_addresses")
    }
    pub fn subnet_id(&self) -> tf::Ref<String> {
        self.reference_to("subnet_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
}
