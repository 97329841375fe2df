// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_eip`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eip).
#[derive(Debug, Clone, Default)]
pub struct AwsEip {
    pub address: tf::Attr<String>,
    pub associate_with_private_ip: tf::Attr<String>,
    pub customer_owned_ipv4_pool: tf::Attr<String>,
    pub domain: tf::Attr<String>,
    pub instance: tf::Attr<String>,
    pub ipam_pool_id: tf::Attr<String>,
    pub network_border_group: tf::Attr<String>,
    pub network_interface: tf::Attr<String>,
    pub public_ipv4_pool: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsEipTimeouts>,
}
impl tf::Block for AwsEip {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("address", self.address);
        out.optional("associate_with_private_ip", self.associate_with_private_ip);
        out.optional("customer_owned_ipv4_pool", self.customer_owned_ipv4_pool);
        out.optional("domain", self.domain);
        out.optional("instance", self.instance);
        out.optional("ipam_pool_id", self.ipam_pool_id);
        out.optional("network_border_group", self.network_border_group);
        out.optional("network_interface", self.network_interface);
        out.optional("public_ipv4_pool", self.public_ipv4_pool);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEipTimeouts {
    pub delete: tf::Attr<String>,
    pub read: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsEipTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("delete", self.delete);
        out.optional("read", self.read);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsEip {
    const TYPE: &'static str = "aws_eip";
    type Attributes = AwsEipAttributes;
}
impl tf::Resource for AwsEip {}
#[derive(Debug)]
pub struct AwsEipAttributes(tf::Address);
impl From<tf::Address> for AwsEipAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEipAttributes {
    pub fn address(&self) -> tf::Ref<String> {
        self.0.attribute("address")
    }
    pub fn allocation_id(&self) -> tf::Ref<String> {
        self.0.attribute("allocation_id")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn associate_with_private_ip(&self) -> tf::Ref<String> {
        self.0.attribute("associate_with_private_ip")
    }
    pub fn association_id(&self) -> tf::Ref<String> {
        self.0.attribute("association_id")
    }
    pub fn carrier_ip(&self) -> tf::Ref<String> {
        self.0.attribute("carrier_ip")
    }
    pub fn customer_owned_ip(&self) -> tf::Ref<String> {
        self.0.attribute("customer_owned_ip")
    }
    pub fn customer_owned_ipv4_pool(&self) -> tf::Ref<String> {
        self.0.attribute("customer_owned_ipv4_pool")
    }
    pub fn domain(&self) -> tf::Ref<String> {
        self.0.attribute("domain")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn instance(&self) -> tf::Ref<String> {
        self.0.attribute("instance")
    }
    pub fn ipam_pool_id(&self) -> tf::Ref<String> {
        self.0.attribute("ipam_pool_id")
    }
    pub fn network_border_group(&self) -> tf::Ref<String> {
        self.0.attribute("network_border_group")
    }
    pub fn network_interface(&self) -> tf::Ref<String> {
        self.0.attribute("network_interface")
    }
    pub fn private_dns(&self) -> tf::Ref<String> {
        self.0.attribute("private_dns")
    }
    pub fn private_ip(&self) -> tf::Ref<String> {
        self.0.attribute("private_ip")
    }
    pub fn ptr_record(&self) -> tf::Ref<String> {
        self.0.attribute("ptr_record")
    }
    pub fn public_dns(&self) -> tf::Ref<String> {
        self.0.attribute("public_dns")
    }
    pub fn public_ip(&self) -> tf::Ref<String> {
        self.0.attribute("public_ip")
    }
    pub fn public_ipv4_pool(&self) -> tf::Ref<String> {
        self.0.attribute("public_ipv4_pool")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
