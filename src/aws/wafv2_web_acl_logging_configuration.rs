// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_wafv2_web_acl_logging_configuration`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_logging_configuration).
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfiguration {
    pub log_destination_configs: tf::List<String>,
    pub resource_arn: tf::Attr<String>,
    pub logging_filter: tf::Blocks<AwsWafv2WebAclLoggingConfigurationLoggingFilter>,
    pub redacted_fields: tf::Blocks<AwsWafv2WebAclLoggingConfigurationRedactedFields>,
}
impl tf::Block for AwsWafv2WebAclLoggingConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("log_destination_configs", self.log_destination_configs);
        out.required("resource_arn", self.resource_arn);
        out.blocks("logging_filter", self.logging_filter, 0usize..=1usize);
        out.blocks("redacted_fields", self.redacted_fields, 0usize..=100usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationLoggingFilter {
    pub default_behavior: tf::Attr<String>,
    pub filter: tf::Blocks<AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter>,
}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationLoggingFilter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("default_behavior", self.default_behavior);
        out.blocks("filter", self.filter, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter {
    pub behavior: tf::Attr<String>,
    pub requirement: tf::Attr<String>,
    pub condition: tf::Blocks<
        AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition,
    >,
}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationLoggingFilterFilter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("behavior", self.behavior);
        out.required("requirement", self.requirement);
        out.blocks("condition", self.condition, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition {
    pub action_condition: tf::Blocks<
        AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition,
    >,
    pub label_name_condition: tf::Blocks<
        AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionLabelNameCondition,
    >,
}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("action_condition", self.action_condition, 0usize..=1usize);
        out.blocks("label_name_condition", self.label_name_condition, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition {
    pub action: tf::Attr<String>,
}
impl tf::Block
for AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionActionCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action", self.action);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionLabelNameCondition {
    pub label_name: tf::Attr<String>,
}
impl tf::Block
for AwsWafv2WebAclLoggingConfigurationLoggingFilterFilterConditionLabelNameCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("label_name", self.label_name);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationRedactedFields {
    pub method: tf::Blocks<AwsWafv2WebAclLoggingConfigurationRedactedFieldsMethod>,
    pub query_string: tf::Blocks<
        AwsWafv2WebAclLoggingConfigurationRedactedFieldsQueryString,
    >,
    pub single_header: tf::Blocks<
        AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader,
    >,
    pub uri_path: tf::Blocks<AwsWafv2WebAclLoggingConfigurationRedactedFieldsUriPath>,
}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationRedactedFields {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("method", self.method, 0usize..=1usize);
        out.blocks("query_string", self.query_string, 0usize..=1usize);
        out.blocks("single_header", self.single_header, 0usize..=1usize);
        out.blocks("uri_path", self.uri_path, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationRedactedFieldsMethod {}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationRedactedFieldsMethod {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationRedactedFieldsQueryString {}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationRedactedFieldsQueryString {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader {
    pub name: tf::Attr<String>,
}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationRedactedFieldsSingleHeader {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsWafv2WebAclLoggingConfigurationRedactedFieldsUriPath {}
impl tf::Block for AwsWafv2WebAclLoggingConfigurationRedactedFieldsUriPath {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
impl tf::Declared for AwsWafv2WebAclLoggingConfiguration {
    const TYPE: &'static str = "aws_wafv2_web_acl_logging_configuration";
    type Attributes = AwsWafv2WebAclLoggingConfigurationAttributes;
}
impl tf::Resource for AwsWafv2WebAclLoggingConfiguration {}
#[derive(Debug)]
pub struct AwsWafv2WebAclLoggingConfigurationAttributes(tf::Address);
impl From<tf::Address> for AwsWafv2WebAclLoggingConfigurationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsWafv2WebAclLoggingConfigurationAttributes {
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn log_destination_configs(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("log_destination_configs")
    }
    pub fn resource_arn(&self) -> tf::Ref<String> {
        self.0.attribute("resource_arn")
    }
}
