// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_vpc`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc).
#[derive(Debug, Clone, Default)]
pub struct AwsVpc {
    pub assign_generated_ipv6_cidr_block: tf::Attr<bool>,
    pub cidr_block: tf::Attr<String>,
    pub enable_dns_hostnames: tf::Attr<bool>,
    pub enable_dns_support: tf::Attr<bool>,
    pub enable_network_address_usage_metrics: tf::Attr<bool>,
    pub instance_tenancy: tf::Attr<String>,
    pub ipv4_ipam_pool_id: tf::Attr<String>,
    pub ipv4_netmask_length: tf::Attr<tf::Number>,
    pub ipv6_cidr_block: tf::Attr<String>,
    pub ipv6_cidr_block_network_border_group: tf::Attr<String>,
    pub ipv6_ipam_pool_id: tf::Attr<String>,
    pub ipv6_netmask_length: tf::Attr<tf::Number>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsVpc {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "assign_generated_ipv6_cidr_block",
            self.assign_generated_ipv6_cidr_block,
        );
        out.optional("cidr_block", self.cidr_block);
        out.optional("enable_dns_hostnames", self.enable_dns_hostnames);
        out.optional("enable_dns_support", self.enable_dns_support);
        out.optional(
            "enable_network_address_usage_metrics",
            self.enable_network_address_usage_metrics,
        );
        out.optional("instance_tenancy", self.instance_tenancy);
        out.optional("ipv4_ipam_pool_id", self.ipv4_ipam_pool_id);
        out.optional("ipv4_netmask_length", self.ipv4_netmask_length);
        out.optional("ipv6_cidr_block", self.ipv6_cidr_block);
        out.optional(
            "ipv6_cidr_block_network_border_group",
            self.ipv6_cidr_block_network_border_group,
        );
        out.optional("ipv6_ipam_pool_id", self.ipv6_ipam_pool_id);
        out.optional("ipv6_netmask_length", self.ipv6_netmask_length);
        out.optional("tags", self.tags);
    }
}
impl tf::Declared for AwsVpc {
    const TYPE: &'static str = "aws_vpc";
    type Attributes = AwsVpcAttributes;
}
impl tf::Resource for AwsVpc {}
#[derive(Debug)]
pub struct AwsVpcAttributes(tf::Address);
impl From<tf::Address> for AwsVpcAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsVpcAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn assign_generated_ipv6_cidr_block(&self) -> tf::Ref<bool> {
        self.0.attribute("assign_generated_ipv6_cidr_block")
    }
    pub fn cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("cidr_block")
    }
    pub fn default_network_acl_id(&self) -> tf::Ref<String> {
        self.0.attribute("default_network_acl_id")
    }
    pub fn default_route_table_id(&self) -> tf::Ref<String> {
        self.0.attribute("default_route_table_id")
    }
    pub fn default_security_group_id(&self) -> tf::Ref<String> {
        self.0.attribute("default_security_group_id")
    }
    pub fn dhcp_options_id(&self) -> tf::Ref<String> {
        self.0.attribute("dhcp_options_id")
    }
    pub fn enable_dns_hostnames(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_dns_hostnames")
    }
    pub fn enable_dns_support(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_dns_support")
    }
    pub fn enable_network_address_usage_metrics(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_network_address_usage_metrics")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn instance_tenancy(&self) -> tf::Ref<String> {
        self.0.attribute("instance_tenancy")
    }
    pub fn ipv4_ipam_pool_id(&self) -> tf::Ref<String> {
        self.0.attribute("ipv4_ipam_pool_id")
    }
    pub fn ipv4_netmask_length(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("ipv4_netmask_length")
    }
    pub fn ipv6_association_id(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_association_id")
    }
    pub fn ipv6_cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_cidr_block")
    }
    pub fn ipv6_cidr_block_network_border_group(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_cidr_block_network_border_group")
    }
    pub fn ipv6_ipam_pool_id(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_ipam_pool_id")
    }
    pub fn ipv6_netmask_length(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("ipv6_netmask_length")
    }
    pub fn main_route_table_id(&self) -> tf::Ref<String> {
        self.0.attribute("main_route_table_id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
