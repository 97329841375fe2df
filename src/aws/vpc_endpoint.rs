// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_vpc_endpoint`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_endpoint).
#[derive(Debug, Clone, Default)]
pub struct AwsVpcEndpoint {
    pub auto_accept: tf::Attr<bool>,
    pub ip_address_type: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub private_dns_enabled: tf::Attr<bool>,
    pub resource_configuration_arn: tf::Attr<String>,
    pub route_table_ids: tf::List<String>,
    pub security_group_ids: tf::List<String>,
    pub service_name: tf::Attr<String>,
    pub service_network_arn: tf::Attr<String>,
    pub service_region: tf::Attr<String>,
    pub subnet_ids: tf::List<String>,
    pub tags: tf::Map<String>,
    pub vpc_endpoint_type: tf::Attr<String>,
    pub vpc_id: tf::Attr<String>,
    pub dns_options: tf::Blocks<AwsVpcEndpointDnsOptions>,
    pub subnet_configuration: tf::Blocks<AwsVpcEndpointSubnetConfiguration>,
    pub timeouts: tf::Blocks<AwsVpcEndpointTimeouts>,
}
impl tf::Block for AwsVpcEndpoint {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("auto_accept", self.auto_accept);
        out.optional("ip_address_type", self.ip_address_type);
        out.optional("policy", self.policy);
        out.optional("private_dns_enabled", self.private_dns_enabled);
        out.optional("resource_configuration_arn", self.resource_configuration_arn);
        out.optional("route_table_ids", self.route_table_ids);
        out.optional("security_group_ids", self.security_group_ids);
        out.optional("service_name", self.service_name);
        out.optional("service_network_arn", self.service_network_arn);
        out.optional("service_region", self.service_region);
        out.optional("subnet_ids", self.subnet_ids);
        out.optional("tags", self.tags);
        out.optional("vpc_endpoint_type", self.vpc_endpoint_type);
        out.required("vpc_id", self.vpc_id);
        out.blocks("dns_options", self.dns_options, 0usize..=1usize);
        out.blocks(
            "subnet_configuration",
            self.subnet_configuration,
            0usize..=usize::MAX,
        );
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsVpcEndpointDnsOptions {
    pub dns_record_ip_type: tf::Attr<String>,
    pub private_dns_only_for_inbound_resolver_endpoint: tf::Attr<bool>,
}
impl tf::Block for AwsVpcEndpointDnsOptions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("dns_record_ip_type", self.dns_record_ip_type);
        out.optional(
            "private_dns_only_for_inbound_resolver_endpoint",
            self.private_dns_only_for_inbound_resolver_endpoint,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsVpcEndpointSubnetConfiguration {
    pub ipv4: tf::Attr<String>,
    pub ipv6: tf::Attr<String>,
    pub subnet_id: tf::Attr<String>,
}
impl tf::Block for AwsVpcEndpointSubnetConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("ipv4", self.ipv4);
        out.optional("ipv6", self.ipv6);
        out.optional("subnet_id", self.subnet_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsVpcEndpointTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsVpcEndpointTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsVpcEndpoint {
    const TYPE: &'static str = "aws_vpc_endpoint";
    type Attributes = AwsVpcEndpointAttributes;
}
impl tf::Resource for AwsVpcEndpoint {}
#[derive(Debug)]
pub struct AwsVpcEndpointAttributes(tf::Address);
impl From<tf::Address> for AwsVpcEndpointAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsVpcEndpointAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn auto_accept(&self) -> tf::Ref<bool> {
        self.0.attribute("auto_accept")
    }
    pub fn cidr_blocks(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("cidr_blocks")
    }
    pub fn dns_entry(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("dns_entry")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ip_address_type(&self) -> tf::Ref<String> {
        self.0.attribute("ip_address_type")
    }
    pub fn network_interface_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("network_interface_ids")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn prefix_list_id(&self) -> tf::Ref<String> {
        self.0.attribute("prefix_list_id")
    }
    pub fn private_dns_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("private_dns_enabled")
    }
    pub fn requester_managed(&self) -> tf::Ref<bool> {
        self.0.attribute("requester_managed")
    }
    pub fn resource_configuration_arn(&self) -> tf::Ref<String> {
        self.0.attribute("resource_configuration_arn")
    }
    pub fn route_table_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("route_table_ids")
    }
    pub fn security_group_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("security_group_ids")
    }
    pub fn service_name(&self) -> tf::Ref<String> {
        self.0.attribute("service_name")
    }
    pub fn service_network_arn(&self) -> tf::Ref<String> {
        self.0.attribute("service_network_arn")
    }
    pub fn service_region(&self) -> tf::Ref<String> {
        self.0.attribute("service_region")
    }
    pub fn state(&self) -> tf::Ref<String> {
        self.0.attribute("state")
    }
    pub fn subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("subnet_ids")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn vpc_endpoint_type(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_endpoint_type")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
}
