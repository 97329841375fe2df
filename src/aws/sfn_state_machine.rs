// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sfn_state_machine`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sfn_state_machine).
#[derive(Debug, Clone, Default)]
pub struct AwsSfnStateMachine {
    pub definition: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub publish: tf::Attr<bool>,
    pub role_arn: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub r#type: tf::Attr<String>,
    pub encryption_configuration: tf::Blocks<AwsSfnStateMachineEncryptionConfiguration>,
    pub logging_configuration: tf::Blocks<AwsSfnStateMachineLoggingConfiguration>,
    pub timeouts: tf::Blocks<AwsSfnStateMachineTimeouts>,
    pub tracing_configuration: tf::Blocks<AwsSfnStateMachineTracingConfiguration>,
}
impl tf::Block for AwsSfnStateMachine {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("definition", self.definition);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("publish", self.publish);
        out.required("role_arn", self.role_arn);
        out.optional("tags", self.tags);
        out.optional("type", self.r#type);
        out.blocks(
            "encryption_configuration",
            self.encryption_configuration,
            0usize..=1usize,
        );
        out.blocks("logging_configuration", self.logging_configuration, 0usize..=1usize);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
        out.blocks("tracing_configuration", self.tracing_configuration, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSfnStateMachineEncryptionConfiguration {
    pub kms_data_key_reuse_period_seconds: tf::Attr<tf::Number>,
    pub kms_key_id: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsSfnStateMachineEncryptionConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "kms_data_key_reuse_period_seconds",
            self.kms_data_key_reuse_period_seconds,
        );
        out.optional("kms_key_id", self.kms_key_id);
        out.optional("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSfnStateMachineLoggingConfiguration {
    pub include_execution_data: tf::Attr<bool>,
    pub level: tf::Attr<String>,
    pub log_destination: tf::Attr<String>,
}
impl tf::Block for AwsSfnStateMachineLoggingConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("include_execution_data", self.include_execution_data);
        out.optional("level", self.level);
        out.optional("log_destination", self.log_destination);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSfnStateMachineTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsSfnStateMachineTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSfnStateMachineTracingConfiguration {
    pub enabled: tf::Attr<bool>,
}
impl tf::Block for AwsSfnStateMachineTracingConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("enabled", self.enabled);
    }
}
impl tf::Declared for AwsSfnStateMachine {
    const TYPE: &'static str = "aws_sfn_state_machine";
    type Attributes = AwsSfnStateMachineAttributes;
}
impl tf::Resource for AwsSfnStateMachine {}
#[derive(Debug)]
pub struct AwsSfnStateMachineAttributes(tf::Address);
impl From<tf::Address> for AwsSfnStateMachineAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSfnStateMachineAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn creation_date(&self) -> tf::Ref<String> {
        self.0.attribute("creation_date")
    }
    pub fn definition(&self) -> tf::Ref<String> {
        self.0.attribute("definition")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn publish(&self) -> tf::Ref<bool> {
        self.0.attribute("publish")
    }
    pub fn revision_id(&self) -> tf::Ref<String> {
        self.0.attribute("revision_id")
    }
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn state_machine_version_arn(&self) -> tf::Ref<String> {
        self.0.attribute("state_machine_version_arn")
    }
    pub fn status(&self) -> tf::Ref<String> {
        self.0.attribute("status")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn r#type(&self) -> tf::Ref<String> {
        self.0.attribute("type")
    }
    pub fn version_description(&self) -> tf::Ref<String> {
        self.0.attribute("version_description")
    }
}
