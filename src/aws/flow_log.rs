// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_flow_log`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/flow_log).
#[derive(Debug, Clone, Default)]
pub struct AwsFlowLog {
    pub deliver_cross_account_role: tf::Attr<String>,
    pub eni_id: tf::Attr<String>,
    pub iam_role_arn: tf::Attr<String>,
    pub log_destination: tf::Attr<String>,
    pub log_destination_type: tf::Attr<String>,
    pub log_format: tf::Attr<String>,
    pub max_aggregation_interval: tf::Attr<tf::Number>,
    pub subnet_id: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub traffic_type: tf::Attr<String>,
    pub transit_gateway_attachment_id: tf::Attr<String>,
    pub transit_gateway_id: tf::Attr<String>,
    pub vpc_id: tf::Attr<String>,
    pub destination_options: tf::Blocks<AwsFlowLogDestinationOptions>,
}
impl tf::Block for AwsFlowLog {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("deliver_cross_account_role", self.deliver_cross_account_role);
        out.optional("eni_id", self.eni_id);
        out.optional("iam_role_arn", self.iam_role_arn);
        out.optional("log_destination", self.log_destination);
        out.optional("log_destination_type", self.log_destination_type);
        out.optional("log_format", self.log_format);
        out.optional("max_aggregation_interval", self.max_aggregation_interval);
        out.optional("subnet_id", self.subnet_id);
        out.optional("tags", self.tags);
        out.optional("traffic_type", self.traffic_type);
        out.optional(
            "transit_gateway_attachment_id",
            self.transit_gateway_attachment_id,
        );
        out.optional("transit_gateway_id", self.transit_gateway_id);
        out.optional("vpc_id", self.vpc_id);
        out.blocks("destination_options", self.destination_options, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFlowLogDestinationOptions {
    pub file_format: tf::Attr<String>,
    pub hive_compatible_partitions: tf::Attr<bool>,
    pub per_hour_partition: tf::Attr<bool>,
}
impl tf::Block for AwsFlowLogDestinationOptions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("file_format", self.file_format);
        out.optional("hive_compatible_partitions", self.hive_compatible_partitions);
        out.optional("per_hour_partition", self.per_hour_partition);
    }
}
impl tf::Declared for AwsFlowLog {
    const TYPE: &'static str = "aws_flow_log";
    type Attributes = AwsFlowLogAttributes;
}
impl tf::Resource for AwsFlowLog {}
#[derive(Debug)]
pub struct AwsFlowLogAttributes(tf::Address);
impl From<tf::Address> for AwsFlowLogAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsFlowLogAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn deliver_cross_account_role(&self) -> tf::Ref<String> {
        self.0.attribute("deliver_cross_account_role")
    }
    pub fn eni_id(&self) -> tf::Ref<String> {
        self.0.attribute("eni_id")
    }
    pub fn iam_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("iam_role_arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn log_destination(&self) -> tf::Ref<String> {
        self.0.attribute("log_destination")
    }
    pub fn log_destination_type(&self) -> tf::Ref<String> {
        self.0.attribute("log_destination_type")
    }
    pub fn log_format(&self) -> tf::Ref<String> {
        self.0.attribute("log_format")
    }
    pub fn max_aggregation_interval(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("max_aggregation_interval")
    }
    pub fn subnet_id(&self) -> tf::Ref<String> {
        self.0.attribute("subnet_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn traffic_type(&self) -> tf::Ref<String> {
        self.0.attribute("traffic_type")
    }
    pub fn transit_gateway_attachment_id(&self) -> tf::Ref<String> {
        self.0.attribute("transit_gateway_attachment_id")
    }
    pub fn transit_gateway_id(&self) -> tf::Ref<String> {
        self.0.attribute("transit_gateway_id")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
}
