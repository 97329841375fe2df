// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_route53_health_check`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_health_check).
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53HealthCheck {
    pub child_health_threshold: tf::Attr<tf::Number>,
    pub child_healthchecks: tf::List<String>,
    pub cloudwatch_alarm_name: tf::Attr<String>,
    pub cloudwatch_alarm_region: tf::Attr<String>,
    pub disabled: tf::Attr<bool>,
    pub enable_sni: tf::Attr<bool>,
    pub failure_threshold: tf::Attr<tf::Number>,
    pub fqdn: tf::Attr<String>,
    pub insufficient_data_health_status: tf::Attr<String>,
    pub invert_healthcheck: tf::Attr<bool>,
    pub ip_address: tf::Attr<String>,
    pub measure_latency: tf::Attr<bool>,
    pub port: tf::Attr<tf::Number>,
    pub reference_name: tf::Attr<String>,
    pub regions: tf::List<String>,
    pub request_interval: tf::Attr<tf::Number>,
    pub resource_path: tf::Attr<String>,
    pub routing_control_arn: tf::Attr<String>,
    pub search_string: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub triggers: tf::Map<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsRoute53HealthCheck {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("child_health_threshold", self.child_health_threshold);
        out.optional("child_healthchecks", self.child_healthchecks);
        out.optional("cloudwatch_alarm_name", self.cloudwatch_alarm_name);
        out.optional("cloudwatch_alarm_region", self.cloudwatch_alarm_region);
        out.optional("disabled", self.disabled);
        out.optional("enable_sni", self.enable_sni);
        out.optional("failure_threshold", self.failure_threshold);
        out.optional("fqdn", self.fqdn);
        out.optional(
            "insufficient_data_health_status",
            self.insufficient_data_health_status,
        );
        out.optional("invert_healthcheck", self.invert_healthcheck);
        out.optional("ip_address", self.ip_address);
        out.optional("measure_latency", self.measure_latency);
        out.optional("port", self.port);
        out.optional("reference_name", self.reference_name);
        out.optional("regions", self.regions);
        out.optional("request_interval", self.request_interval);
        out.optional("resource_path", self.resource_path);
        out.optional("routing_control_arn", self.routing_control_arn);
        out.optional("search_string", self.search_string);
        out.optional("tags", self.tags);
        out.optional("triggers", self.triggers);
        out.required("type", self.r#type);
    }
}
impl tf::Declared for AwsRoute53HealthCheck {
    const TYPE: &'static str = "aws_route53_health_check";
    type Attributes = AwsRoute53HealthCheckAttributes;
}
impl tf::Resource for AwsRoute53HealthCheck {}
#[derive(Debug)]
pub struct AwsRoute53HealthCheckAttributes(tf::Address);
impl From<tf::Address> for AwsRoute53HealthCheckAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRoute53HealthCheckAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn child_health_threshold(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("child_health_threshold")
    }
    pub fn child_healthchecks(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("child_healthchecks")
    }
    pub fn cloudwatch_alarm_name(&self) -> tf::Ref<String> {
        self.0.attribute("cloudwatch_alarm_name")
    }
    pub fn cloudwatch_alarm_region(&self) -> tf::Ref<String> {
        self.0.attribute("cloudwatch_alarm_region")
    }
    pub fn disabled(&self) -> tf::Ref<bool> {
        self.0.attribute("disabled")
    }
    pub fn enable_sni(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_sni")
    }
    pub fn failure_threshold(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("failure_threshold")
    }
    pub fn fqdn(&self) -> tf::Ref<String> {
        self.0.attribute("fqdn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn insufficient_data_health_status(&self) -> tf::Ref<String> {
        self.0.attribute("insufficient_data_health_status")
    }
    pub fn invert_healthcheck(&self) -> tf::Ref<bool> {
        self.0.attribute("invert_healthcheck")
    }
    pub fn ip_address(&self) -> tf::Ref<String> {
        self.0.attribute("ip_address")
    }
    pub fn measure_latency(&self) -> tf::Ref<bool> {
        self.0.attribute("measure_latency")
    }
    pub fn port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("port")
    }
    pub fn reference_name(&self) -> tf::Ref<String> {
        self.0.attribute("reference_name")
    }
    pub fn regions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("regions")
    }
    pub fn request_interval(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("request_interval")
    }
    pub fn resource_path(&self) -> tf::Ref<String> {
        self.0.attribute("resource_path")
    }
    pub fn routing_control_arn(&self) -> tf::Ref<String> {
        self.0.attribute("routing_control_arn")
    }
    pub fn search_string(&self) -> tf::Ref<String> {
        self.0.attribute("search_string")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn triggers(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("triggers")
    }
    pub fn r#type(&self) -> tf::Ref<String> {
        self.0.attribute("type")
    }
}
