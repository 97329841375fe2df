// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lb_target_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_target_group).
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroup {
    pub connection_termination: tf::Attr<bool>,
    pub deregistration_delay: tf::Attr<String>,
    pub ip_address_type: tf::Attr<String>,
    pub lambda_multi_value_headers_enabled: tf::Attr<bool>,
    pub load_balancing_algorithm_type: tf::Attr<String>,
    pub load_balancing_anomaly_mitigation: tf::Attr<String>,
    pub load_balancing_cross_zone_enabled: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub port: tf::Attr<tf::Number>,
    pub preserve_client_ip: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub protocol_version: tf::Attr<String>,
    pub proxy_protocol_v2: tf::Attr<bool>,
    pub slow_start: tf::Attr<tf::Number>,
    pub tags: tf::Map<String>,
    pub target_type: tf::Attr<String>,
    pub vpc_id: tf::Attr<String>,
    pub health_check: tf::Blocks<AwsLbTargetGroupHealthCheck>,
    pub stickiness: tf::Blocks<AwsLbTargetGroupStickiness>,
    pub target_failover: tf::Blocks<AwsLbTargetGroupTargetFailover>,
    pub target_group_health: tf::Blocks<AwsLbTargetGroupTargetGroupHealth>,
    pub target_health_state: tf::Blocks<AwsLbTargetGroupTargetHealthState>,
}
impl tf::Block for AwsLbTargetGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("connection_termination", self.connection_termination);
        out.optional("deregistration_delay", self.deregistration_delay);
        out.optional("ip_address_type", self.ip_address_type);
        out.optional(
            "lambda_multi_value_headers_enabled",
            self.lambda_multi_value_headers_enabled,
        );
        out.optional(
            "load_balancing_algorithm_type",
            self.load_balancing_algorithm_type,
        );
        out.optional(
            "load_balancing_anomaly_mitigation",
            self.load_balancing_anomaly_mitigation,
        );
        out.optional(
            "load_balancing_cross_zone_enabled",
            self.load_balancing_cross_zone_enabled,
        );
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("port", self.port);
        out.optional("preserve_client_ip", self.preserve_client_ip);
        out.optional("protocol", self.protocol);
        out.optional("protocol_version", self.protocol_version);
        out.optional("proxy_protocol_v2", self.proxy_protocol_v2);
        out.optional("slow_start", self.slow_start);
        out.optional("tags", self.tags);
        out.optional("target_type", self.target_type);
        out.optional("vpc_id", self.vpc_id);
        out.blocks("health_check", self.health_check, 0usize..=1usize);
        out.blocks("stickiness", self.stickiness, 0usize..=1usize);
        out.blocks("target_failover", self.target_failover, 0usize..=usize::MAX);
        out.blocks("target_group_health", self.target_group_health, 0usize..=1usize);
        out.blocks("target_health_state", self.target_health_state, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupHealthCheck {
    pub enabled: tf::Attr<bool>,
    pub healthy_threshold: tf::Attr<tf::Number>,
    pub interval: tf::Attr<tf::Number>,
    pub matcher: tf::Attr<String>,
    pub path: tf::Attr<String>,
    pub port: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub timeout: tf::Attr<tf::Number>,
    pub unhealthy_threshold: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLbTargetGroupHealthCheck {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("enabled", self.enabled);
        out.optional("healthy_threshold", self.healthy_threshold);
        out.optional("interval", self.interval);
        out.optional("matcher", self.matcher);
        out.optional("path", self.path);
        out.optional("port", self.port);
        out.optional("protocol", self.protocol);
        out.optional("timeout", self.timeout);
        out.optional("unhealthy_threshold", self.unhealthy_threshold);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupStickiness {
    pub cookie_duration: tf::Attr<tf::Number>,
    pub cookie_name: tf::Attr<String>,
    pub enabled: tf::Attr<bool>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsLbTargetGroupStickiness {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cookie_duration", self.cookie_duration);
        out.optional("cookie_name", self.cookie_name);
        out.optional("enabled", self.enabled);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupTargetFailover {
    pub on_deregistration: tf::Attr<String>,
    pub on_unhealthy: tf::Attr<String>,
}
impl tf::Block for AwsLbTargetGroupTargetFailover {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("on_deregistration", self.on_deregistration);
        out.required("on_unhealthy", self.on_unhealthy);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupTargetGroupHealth {
    pub dns_failover: tf::Blocks<AwsLbTargetGroupTargetGroupHealthDnsFailover>,
    pub unhealthy_state_routing: tf::Blocks<
        AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting,
    >,
}
impl tf::Block for AwsLbTargetGroupTargetGroupHealth {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("dns_failover", self.dns_failover, 0usize..=1usize);
        out.blocks(
            "unhealthy_state_routing",
            self.unhealthy_state_routing,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupTargetGroupHealthDnsFailover {
    pub minimum_healthy_targets_count: tf::Attr<String>,
    pub minimum_healthy_targets_percentage: tf::Attr<String>,
}
impl tf::Block for AwsLbTargetGroupTargetGroupHealthDnsFailover {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "minimum_healthy_targets_count",
            self.minimum_healthy_targets_count,
        );
        out.optional(
            "minimum_healthy_targets_percentage",
            self.minimum_healthy_targets_percentage,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting {
    pub minimum_healthy_targets_count: tf::Attr<tf::Number>,
    pub minimum_healthy_targets_percentage: tf::Attr<String>,
}
impl tf::Block for AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "minimum_healthy_targets_count",
            self.minimum_healthy_targets_count,
        );
        out.optional(
            "minimum_healthy_targets_percentage",
            self.minimum_healthy_targets_percentage,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLbTargetGroupTargetHealthState {
    pub enable_unhealthy_connection_termination: tf::Attr<bool>,
    pub unhealthy_draining_interval: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLbTargetGroupTargetHealthState {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required(
            "enable_unhealthy_connection_termination",
            self.enable_unhealthy_connection_termination,
        );
        out.optional("unhealthy_draining_interval", self.unhealthy_draining_interval);
    }
}
impl tf::Declared for AwsLbTargetGroup {
    const TYPE: &'static str = "aws_lb_target_group";
    type Attributes = AwsLbTargetGroupAttributes;
}
impl tf::Resource for AwsLbTargetGroup {}
#[derive(Debug)]
pub struct AwsLbTargetGroupAttributes(tf::Address);
impl From<tf::Address> for AwsLbTargetGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLbTargetGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn arn_suffix(&self) -> tf::Ref<String> {
        self.0.attribute("arn_suffix")
    }
    pub fn connection_termination(&self) -> tf::Ref<bool> {
        self.0.attribute("connection_termination")
    }
    pub fn deregistration_delay(&self) -> tf::Ref<String> {
        self.0.attribute("deregistration_delay")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ip_address_type(&self) -> tf::Ref<String> {
        self.0.attribute("ip_address_type")
    }
    pub fn lambda_multi_value_headers_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("lambda_multi_value_headers_enabled")
    }
    pub fn load_balancer_arns(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("load_balancer_arns")
    }
    pub fn load_balancing_algorithm_type(&self) -> tf::Ref<String> {
        self.0.attribute("load_balancing_algorithm_type")
    }
    pub fn load_balancing_anomaly_mitigation(&self) -> tf::Ref<String> {
        self.0.attribute("load_balancing_anomaly_mitigation")
    }
    pub fn load_balancing_cross_zone_enabled(&self) -> tf::Ref<String> {
        self.0.attribute("load_balancing_cross_zone_enabled")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("port")
    }
    pub fn preserve_client_ip(&self) -> tf::Ref<String> {
        self.0.attribute("preserve_client_ip")
    }
    pub fn protocol(&self) -> tf::Ref<String> {
        self.0.attribute("protocol")
    }
    pub fn protocol_version(&self) -> tf::Ref<String> {
        self.0.attribute("protocol_version")
    }
    pub fn proxy_protocol_v2(&self) -> tf::Ref<bool> {
        self.0.attribute("proxy_protocol_v2")
    }
    pub fn slow_start(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("slow_start")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn target_type(&self) -> tf::Ref<String> {
        self.0.attribute("target_type")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
}
