// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lb`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb).
#[derive(Debug, Clone, Default)]
pub struct AwsLb {
    pub client_keep_alive: tf::Attr<tf::Number>,
    pub customer_owned_ipv4_pool: tf::Attr<String>,
    pub desync_mitigation_mode: tf::Attr<String>,
    pub dns_record_client_routing_policy: tf::Attr<String>,
    pub drop_invalid_header_fields: tf::Attr<bool>,
    pub enable_cross_zone_load_balancing: tf::Attr<bool>,
    pub enable_deletion_protection: tf::Attr<bool>,
    pub enable_http2: tf::Attr<bool>,
    pub enable_tls_version_and_cipher_suite_headers: tf::Attr<bool>,
    pub enable_waf_fail_open: tf::Attr<bool>,
    pub enable_xff_client_port: tf::Attr<bool>,
    pub enable_zonal_shift: tf::Attr<bool>,
    pub enforce_security_group_inbound_rules_on_private_link_traffic: tf::Attr<String>,
    pub idle_timeout: tf::Attr<tf::Number>,
    pub internal: tf::Attr<bool>,
    pub ip_address_type: tf::Attr<String>,
    pub load_balancer_type: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub preserve_host_header: tf::Attr<bool>,
    pub security_groups: tf::List<String>,
    pub subnets: tf::List<String>,
    pub tags: tf::Map<String>,
    pub xff_header_processing_mode: tf::Attr<String>,
    pub access_logs: tf::Blocks<AwsLbAccessLogs>,
    pub connection_logs: tf::Blocks<AwsLbConnectionLogs>,
    pub ipam_pools: tf::Blocks<AwsLbIpamPools>,
    pub minimum_load_balancer_capacity: tf::Blocks<AwsLbMinimumLoadBalancerCapacity>,
    pub subnet_mapping: tf::Blocks<AwsLbSubnetMapping>,
    pub timeouts: tf::Blocks<AwsLbTimeouts>,
}
impl tf::Block for AwsLb {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("client_keep_alive", self.client_keep_alive);
        out.optional("customer_owned_ipv4_pool", self.customer_owned_ipv4_pool);
        out.optional("desync_mitigation_mode", self.desync_mitigation_mode);
        out.optional(
            "dns_record_client_routing_policy",
            self.dns_record_client_routing_policy,
        );
        out.optional("drop_invalid_header_fields", self.drop_invalid_header_fields);
        out.optional(
            "enable_cross_zone_load_balancing",
            self.enable_cross_zone_load_balancing,
        );
        out.optional("enable_deletion_protection", self.enable_deletion_protection);
        out.optional("enable_http2", self.enable_http2);
        out.optional(
            "enable_tls_version_and_cipher_suite_headers",
            self.enable_tls_version_and_cipher_suite_headers,
        );
        out.optional("enable_waf_fail_open", self.enable_waf_fail_open);
        out.optional("enable_xff_client_port", self.enable_xff_client_port);
        out.optional("enable_zonal_shift", self.enable_zonal_shift);
        out.optional(
            "enforce_security_group_inbound_rules_on_private_link_traffic",
            self.enforce_security_group_inbound_rules_on_private_link_traffic,
        );
        out.optional("idle_timeout", self.idle_timeout);
        out.optional("internal", self.internal);
        out.optional("ip_address_type", self.ip_address_type);
        out.optional("load_balancer_type", self.load_balancer_type);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("preserve_host_header", self.preserve_host_header);
        out.optional("security_groups", self.security_groups);
        out.optional("subnets", self.subnets);
        out.optional("tags", self.tags);
        out.optional("xff_header_processing_mode", self.xff_header_processing_mode);
        out.blocks("access_logs", self.access_logs, 0usize..=1usize);
        out.blocks("connection_logs", self.connection_logs, 0usize..=1usize);
        out.blocks("ipam_pools", self.ipam_pools, 0usize..=1usize);
        out.blocks(
            "minimum_load_balancer_capacity",
            self.minimum_load_balancer_capacity,
            0usize..=1usize,
        );
        out.blocks("subnet_mapping", self.subnet_mapping, 0usize..=usize::MAX);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbAccessLogs {
    pub bucket: tf::Attr<String>,
    pub enabled: tf::Attr<bool>,
    pub prefix: tf::Attr<String>,
}
impl tf::Block for AwsLbAccessLogs {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("enabled", self.enabled);
        out.optional("prefix", self.prefix);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbConnectionLogs {
    pub bucket: tf::Attr<String>,
    pub enabled: tf::Attr<bool>,
    pub prefix: tf::Attr<String>,
}
impl tf::Block for AwsLbConnectionLogs {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("enabled", self.enabled);
        out.optional("prefix", self.prefix);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbIpamPools {
    pub ipv4_ipam_pool_id: tf::Attr<String>,
}
impl tf::Block for AwsLbIpamPools {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("ipv4_ipam_pool_id", self.ipv4_ipam_pool_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbMinimumLoadBalancerCapacity {
    pub capacity_units: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLbMinimumLoadBalancerCapacity {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("capacity_units", self.capacity_units);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbSubnetMapping {
    pub allocation_id: tf::Attr<String>,
    pub ipv6_address: tf::Attr<String>,
    pub private_ipv4_address: tf::Attr<String>,
    pub subnet_id: tf::Attr<String>,
}
impl tf::Block for AwsLbSubnetMapping {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("allocation_id", self.allocation_id);
        out.optional("ipv6_address", self.ipv6_address);
        out.optional("private_ipv4_address", self.private_ipv4_address);
        out.required("subnet_id", self.subnet_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsLbTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsLb {
    const TYPE: &'static str = "aws_lb";
    type Attributes = AwsLbAttributes;
}
impl tf::Resource for AwsLb {}
#[derive(Debug)]
pub struct AwsLbAttributes(tf::Address);
impl From<tf::Address> for AwsLbAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLbAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn arn_suffix(&self) -> tf::Ref<String> {
        self.0.attribute("arn_suffix")
    }
    pub fn client_keep_alive(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("client_keep_alive")
    }
    pub fn customer_owned_ipv4_pool(&self) -> tf::Ref<String> {
        self.0.attribute("customer_owned_ipv4_pool")
    }
    pub fn desync_mitigation_mode(&self) -> tf::Ref<String> {
        self.0.attribute("desync_mitigation_mode")
    }
    pub fn dns_name(&self) -> tf::Ref<String> {
        self.0.attribute("dns_name")
    }
    pub fn dns_record_client_routing_policy(&self) -> tf::Ref<String> {
        self.0.attribute("dns_record_client_routing_policy")
    }
    pub fn drop_invalid_header_fields(&self) -> tf::Ref<bool> {
        self.0.attribute("drop_invalid_header_fields")
    }
    pub fn enable_cross_zone_load_balancing(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_cross_zone_load_balancing")
    }
    pub fn enable_deletion_protection(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_deletion_protection")
    }
    pub fn enable_http2(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_http2")
    }
    pub fn enable_tls_version_and_cipher_suite_headers(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_tls_version_and_cipher_suite_headers")
    }
    pub fn enable_waf_fail_open(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_waf_fail_open")
    }
    pub fn enable_xff_client_port(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_xff_client_port")
    }
    pub fn enable_zonal_shift(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_zonal_shift")
    }
    pub fn enforce_security_group_inbound_rules_on_private_link_traffic(
        &self,
    ) -> tf::Ref<String> {
        self.0.attribute("enforce_security_group_inbound_rules_on_private_link_traffic")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn idle_timeout(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("idle_timeout")
    }
    pub fn internal(&self) -> tf::Ref<bool> {
        self.0.attribute("internal")
    }
    pub fn ip_address_type(&self) -> tf::Ref<String> {
        self.0.attribute("ip_address_type")
    }
    pub fn load_balancer_type(&self) -> tf::Ref<String> {
        self.0.attribute("load_balancer_type")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn preserve_host_header(&self) -> tf::Ref<bool> {
        self.0.attribute("preserve_host_header")
    }
    pub fn security_groups(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("security_groups")
    }
    pub fn subnets(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("subnets")
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
    pub fn xff_header_processing_mode(&self) -> tf::Ref<String> {
        self.0.attribute("xff_header_processing_mode")
    }
    pub fn zone_id(&self) -> tf::Ref<String> {
        self.0.attribute("zone_id")
    }
}
