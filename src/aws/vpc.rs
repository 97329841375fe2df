// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsVpc {
    const TYPE: &'static str = "aws_vpc";
}
impl tf::Handle<AwsVpc> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn assign_generated_ipv6_cidr_block(&self) -> tf::Ref<bool> {
        self.reference_to("assign_generated_ipv6_cidr_block")
    }
    pub fn cidr_block(&self) -> tf::Ref<String> {
        self.reference_to("cidr_block")
    }
    pub fn default_network_acl_id(&self) -> tf::Ref<String> {
        self.reference_to("default_network_acl_id")
    }
    pub fn default_route_table_id(&self) -> tf::Ref<String> {
        self.reference_to("default_route_table_id")
    }
    pub fn default_security_group_id(&self) -> tf::Ref<String> {
        self.reference_to("default_security_group_id")
    }
    pub fn dhcp_options_id(&self) -> tf::Ref<String> {
        self.reference_to("dhcp_options_id")
    }
    pub fn enable_dns_hostnames(&self) -> tf::Ref<bool> {
        self.reference_to("enable_dns_hostnames")
    }
    pub fn enable_dns_support(&self) -> tf::Ref<bool> {
        self.reference_to("enable_dns_support")
    }
    pub fn enable_network_address_usage_metrics(&self) -> tf::Ref<bool> {
        self.reference_to("enable_network_address_usage_metrics")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn instance_tenancy(&self) -> tf::Ref<String> {
        self.reference_to("instance_tenancy")
    }
    pub fn ipv4_ipam_pool_id(&self) -> tf::Ref<String> {
        self.reference_to("ipv4_ipam_pool_id")
    }
    pub fn ipv4_netmask_length(&self) -> tf::Ref<tf::Number> {
        self.reference_to("ipv4_netmask_length")
    }
    pub fn ipv6_association_id(&self) -> tf::Ref<String> {
        self.reference_to("ipv6_association_id")
    }
    pub fn ipv6_cidr_block(&self) -> tf::Ref<String> {
        self.reference_to("ipv6_cidr_block")
    }
    pub fn ipv6_cidr_block_network_border_group(&self) -> tf::Ref<String> {
        self.reference_to("ipv6_cidr_block_network_border_group")
    }
    pub fn ipv6_ipam_pool_id(&self) -> tf::Ref<String> {
        self.reference_to("ipv6_ipam_pool_id")
    }
    pub fn ipv6_netmask_length(&self) -> tf::Ref<tf::Number> {
        self.reference_to("ipv6_netmask_length")
    }
    pub fn main_route_table_id(&self) -> tf::Ref<String> {
        self.reference_to("main_route_table_id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.reference_to("owner_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
}
