// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_subnet`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/subnet).
#[derive(Debug, Clone, Default)]
pub struct AwsSubnet {
    pub assign_ipv6_address_on_creation: tf::Attr<bool>,
    pub availability_zone: tf::Attr<String>,
    pub availability_zone_id: tf::Attr<String>,
    pub cidr_block: tf::Attr<String>,
    pub customer_owned_ipv4_pool: tf::Attr<String>,
    pub enable_dns64: tf::Attr<bool>,
    pub enable_lni_at_device_index: tf::Attr<tf::Number>,
    pub enable_resource_name_dns_a_record_on_launch: tf::Attr<bool>,
    pub enable_resource_name_dns_aaaa_record_on_launch: tf::Attr<bool>,
    pub ipv6_cidr_block: tf::Attr<String>,
    pub ipv6_native: tf::Attr<bool>,
    pub map_customer_owned_ip_on_launch: tf::Attr<bool>,
    pub map_public_ip_on_launch: tf::Attr<bool>,
    pub outpost_arn: tf::Attr<String>,
    pub private_dns_hostname_type_on_launch: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsSubnetTimeouts>,
}
impl tf::Block for AwsSubnet {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "assign_ipv6_address_on_creation",
            self.assign_ipv6_address_on_creation,
        );
        out.optional("availability_zone", self.availability_zone);
        out.optional("availability_zone_id", self.availability_zone_id);
        out.optional("cidr_block", self.cidr_block);
        out.optional("customer_owned_ipv4_pool", self.customer_owned_ipv4_pool);
        out.optional("enable_dns64", self.enable_dns64);
        out.optional("enable_lni_at_device_index", self.enable_lni_at_device_index);
        out.optional(
            "enable_resource_name_dns_a_record_on_launch",
            self.enable_resource_name_dns_a_record_on_launch,
        );
        out.optional(
            "enable_resource_name_dns_aaaa_record_on_launch",
            self.enable_resource_name_dns_aaaa_record_on_launch,
        );
        out.optional("ipv6_cidr_block", self.ipv6_cidr_block);
        out.optional("ipv6_native", self.ipv6_native);
        out.optional(
            "map_customer_owned_ip_on_launch",
            self.map_customer_owned_ip_on_launch,
        );
        out.optional("map_public_ip_on_launch", self.map_public_ip_on_launch);
        out.optional("outpost_arn", self.outpost_arn);
        out.optional(
            "private_dns_hostname_type_on_launch",
            self.private_dns_hostname_type_on_launch,
        );
        out.optional("tags", self.tags);
        out.required("vpc_id", self.vpc_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSubnetTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
}
impl tf::Block for AwsSubnetTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
    }
}
impl tf::Declared for AwsSubnet {
    const TYPE: &'static str = "aws_subnet";
    type Attributes = AwsSubnetAttributes;
}
impl tf::Resource for AwsSubnet {}
#[derive(Debug)]
pub struct AwsSubnetAttributes(tf::Address);
impl From<tf::Address> for AwsSubnetAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSubnetAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn assign_ipv6_address_on_creation(&self) -> tf::Ref<bool> {
        self.0.attribute("assign_ipv6_address_on_creation")
    }
    pub fn availability_zone(&self) -> tf::Ref<String> {
        self.0.attribute("availability_zone")
    }
    pub fn availability_zone_id(&self) -> tf::Ref<String> {
        self.0.attribute("availability_zone_id")
    }
    pub fn cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("cidr_block")
    }
    pub fn customer_owned_ipv4_pool(&self) -> tf::Ref<String> {
        self.0.attribute("customer_owned_ipv4_pool")
    }
    pub fn enable_dns64(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_dns64")
    }
    pub fn enable_lni_at_device_index(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("enable_lni_at_device_index")
    }
    pub fn enable_resource_name_dns_a_record_on_launch(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_resource_name_dns_a_record_on_launch")
    }
    pub fn enable_resource_name_dns_aaaa_record_on_launch(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_resource_name_dns_aaaa_record_on_launch")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ipv6_cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_cidr_block")
    }
    pub fn ipv6_cidr_block_association_id(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_cidr_block_association_id")
    }
    pub fn ipv6_native(&self) -> tf::Ref<bool> {
        self.0.attribute("ipv6_native")
    }
    pub fn map_customer_owned_ip_on_launch(&self) -> tf::Ref<bool> {
        self.0.attribute("map_customer_owned_ip_on_launch")
    }
    pub fn map_public_ip_on_launch(&self) -> tf::Ref<bool> {
        self.0.attribute("map_public_ip_on_launch")
    }
    pub fn outpost_arn(&self) -> tf::Ref<String> {
        self.0.attribute("outpost_arn")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn private_dns_hostname_type_on_launch(&self) -> tf::Ref<String> {
        self.0.attribute("private_dns_hostname_type_on_launch")
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
