// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_route53_record`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_record).
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53Record {
    pub allow_overwrite: tf::Attr<bool>,
    pub health_check_id: tf::Attr<String>,
    pub multivalue_answer_routing_policy: tf::Attr<bool>,
    pub name: tf::Attr<String>,
    pub records: tf::List<String>,
    pub set_identifier: tf::Attr<String>,
    pub ttl: tf::Attr<tf::Number>,
    pub r#type: tf::Attr<String>,
    pub zone_id: tf::Attr<String>,
    pub alias: tf::Blocks<AwsRoute53RecordAlias>,
    pub cidr_routing_policy: tf::Blocks<AwsRoute53RecordCidrRoutingPolicy>,
    pub failover_routing_policy: tf::Blocks<AwsRoute53RecordFailoverRoutingPolicy>,
    pub geolocation_routing_policy: tf::Blocks<AwsRoute53RecordGeolocationRoutingPolicy>,
    pub geoproximity_routing_policy: tf::Blocks<
        AwsRoute53RecordGeoproximityRoutingPolicy,
    >,
    pub latency_routing_policy: tf::Blocks<AwsRoute53RecordLatencyRoutingPolicy>,
    pub timeouts: tf::Blocks<AwsRoute53RecordTimeouts>,
    pub weighted_routing_policy: tf::Blocks<AwsRoute53RecordWeightedRoutingPolicy>,
}
impl tf::Block for AwsRoute53Record {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("allow_overwrite", self.allow_overwrite);
        out.optional("health_check_id", self.health_check_id);
        out.optional(
            "multivalue_answer_routing_policy",
            self.multivalue_answer_routing_policy,
        );
        out.required("name", self.name);
        out.optional("records", self.records);
        out.optional("set_identifier", self.set_identifier);
        out.optional("ttl", self.ttl);
        out.required("type", self.r#type);
        out.required("zone_id", self.zone_id);
        out.blocks("alias", self.alias, 0usize..=1usize);
        out.blocks("cidr_routing_policy", self.cidr_routing_policy, 0usize..=1usize);
        out.blocks(
            "failover_routing_policy",
            self.failover_routing_policy,
            0usize..=1usize,
        );
        out.blocks(
            "geolocation_routing_policy",
            self.geolocation_routing_policy,
            0usize..=1usize,
        );
        out.blocks(
            "geoproximity_routing_policy",
            self.geoproximity_routing_policy,
            0usize..=1usize,
        );
        out.blocks(
            "latency_routing_policy",
            self.latency_routing_policy,
            0usize..=1usize,
        );
        out.blocks("timeouts", self.timeouts, 0usize..=1);
        out.blocks(
            "weighted_routing_policy",
            self.weighted_routing_policy,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordAlias {
    pub evaluate_target_health: tf::Attr<bool>,
    pub name: tf::Attr<String>,
    pub zone_id: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordAlias {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("evaluate_target_health", self.evaluate_target_health);
        out.required("name", self.name);
        out.required("zone_id", self.zone_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordCidrRoutingPolicy {
    pub collection_id: tf::Attr<String>,
    pub location_name: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordCidrRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("collection_id", self.collection_id);
        out.required("location_name", self.location_name);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordFailoverRoutingPolicy {
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordFailoverRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordGeolocationRoutingPolicy {
    pub continent: tf::Attr<String>,
    pub country: tf::Attr<String>,
    pub subdivision: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordGeolocationRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("continent", self.continent);
        out.optional("country", self.country);
        out.optional("subdivision", self.subdivision);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordGeoproximityRoutingPolicy {
    pub aws_region: tf::Attr<String>,
    pub bias: tf::Attr<tf::Number>,
    pub local_zone_group: tf::Attr<String>,
    pub coordinates: tf::Blocks<AwsRoute53RecordGeoproximityRoutingPolicyCoordinates>,
}
impl tf::Block for AwsRoute53RecordGeoproximityRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("aws_region", self.aws_region);
        out.optional("bias", self.bias);
        out.optional("local_zone_group", self.local_zone_group);
        out.blocks("coordinates", self.coordinates, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordGeoproximityRoutingPolicyCoordinates {
    pub latitude: tf::Attr<String>,
    pub longitude: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordGeoproximityRoutingPolicyCoordinates {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("latitude", self.latitude);
        out.required("longitude", self.longitude);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordLatencyRoutingPolicy {
    pub region: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordLatencyRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("region", self.region);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsRoute53RecordTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRoute53RecordWeightedRoutingPolicy {
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsRoute53RecordWeightedRoutingPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("weight", self.weight);
    }
}
impl tf::Declared for AwsRoute53Record {
    const TYPE: &'static str = "aws_route53_record";
    type Attributes = AwsRoute53RecordAttributes;
}
impl tf::Resource for AwsRoute53Record {}
#[derive(Debug)]
pub struct AwsRoute53RecordAttributes(tf::Address);
impl From<tf::Address> for AwsRoute53RecordAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRoute53RecordAttributes {
    pub fn allow_overwrite(&self) -> tf::Ref<bool> {
        self.0.attribute("allow_overwrite")
    }
    pub fn fqdn(&self) -> tf::Ref<String> {
        self.0.attribute("fqdn")
    }
    pub fn health_check_id(&self) -> tf::Ref<String> {
        self.0.attribute("health_check_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn multivalue_answer_routing_policy(&self) -> tf::Ref<bool> {
        self.0.attribute("multivalue_answer_routing_policy")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn records(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("records")
    }
    pub fn set_identifier(&self) -> tf::Ref<String> {
        self.0.attribute("set_identifier")
    }
    pub fn ttl(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("ttl")
    }
    pub fn r#type(&self) -> tf::Ref<String> {
        self.0.attribute("type")
    }
    pub fn zone_id(&self) -> tf::Ref<String> {
        self.0.attribute("zone_id")
    }
}
