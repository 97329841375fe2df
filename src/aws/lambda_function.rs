// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_function`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_function).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunction {
    pub architectures: tf::List<String>,
    pub code_signing_config_arn: tf::Attr<String>,
    pub description: tf::Attr<String>,
    pub filename: tf::Attr<String>,
    pub function_name: tf::Attr<String>,
    pub handler: tf::Attr<String>,
    pub image_uri: tf::Attr<String>,
    pub kms_key_arn: tf::Attr<String>,
    pub layers: tf::List<String>,
    pub memory_size: tf::Attr<tf::Number>,
    pub package_type: tf::Attr<String>,
    pub publish: tf::Attr<bool>,
    pub replace_security_groups_on_destroy: tf::Attr<bool>,
    pub replacement_security_group_ids: tf::List<String>,
    pub reserved_concurrent_executions: tf::Attr<tf::Number>,
    pub role: tf::Attr<String>,
    pub runtime: tf::Attr<String>,
    pub s3_bucket: tf::Attr<String>,
    pub s3_key: tf::Attr<String>,
    pub s3_object_version: tf::Attr<String>,
    pub skip_destroy: tf::Attr<bool>,
    pub source_code_hash: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub timeout: tf::Attr<tf::Number>,
    pub dead_letter_config: tf::Blocks<AwsLambdaFunctionDeadLetterConfig>,
    pub environment: tf::Blocks<AwsLambdaFunctionEnvironment>,
    pub ephemeral_storage: tf::Blocks<AwsLambdaFunctionEphemeralStorage>,
    pub file_system_config: tf::Blocks<AwsLambdaFunctionFileSystemConfig>,
    pub image_config: tf::Blocks<AwsLambdaFunctionImageConfig>,
    pub logging_config: tf::Blocks<AwsLambdaFunctionLoggingConfig>,
    pub snap_start: tf::Blocks<AwsLambdaFunctionSnapStart>,
    pub timeouts: tf::Blocks<AwsLambdaFunctionTimeouts>,
    pub tracing_config: tf::Blocks<AwsLambdaFunctionTracingConfig>,
    pub vpc_config: tf::Blocks<AwsLambdaFunctionVpcConfig>,
}
impl tf::Block for AwsLambdaFunction {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("architectures", self.architectures);
        out.optional("code_signing_config_arn", self.code_signing_config_arn);
        out.optional("description", self.description);
        out.optional("filename", self.filename);
        out.required("function_name", self.function_name);
        out.optional("handler", self.handler);
        out.optional("image_uri", self.image_uri);
        out.optional("kms_key_arn", self.kms_key_arn);
        out.optional("layers", self.layers);
        out.optional("memory_size", self.memory_size);
        out.optional("package_type", self.package_type);
        out.optional("publish", self.publish);
        out.optional(
            "replace_security_groups_on_destroy",
            self.replace_security_groups_on_destroy,
        );
        out.optional(
            "replacement_security_group_ids",
            self.replacement_security_group_ids,
        );
        out.optional(
            "reserved_concurrent_executions",
            self.reserved_concurrent_executions,
        );
        out.required("role", self.role);
        out.optional("runtime", self.runtime);
        out.optional("s3_bucket", self.s3_bucket);
        out.optional("s3_key", self.s3_key);
        out.optional("s3_object_version", self.s3_object_version);
        out.optional("skip_destroy", self.skip_destroy);
        out.optional("source_code_hash", self.source_code_hash);
        out.optional("tags", self.tags);
        out.optional("timeout", self.timeout);
        out.blocks("dead_letter_config", self.dead_letter_config, 0usize..=1usize);
        out.blocks("environment", self.environment, 0usize..=1usize);
        out.blocks("ephemeral_storage", self.ephemeral_storage, 0usize..=1usize);
        out.blocks("file_system_config", self.file_system_config, 0usize..=1usize);
        out.blocks("image_config", self.image_config, 0usize..=1usize);
        out.blocks("logging_config", self.logging_config, 0usize..=1usize);
        out.blocks("snap_start", self.snap_start, 0usize..=1usize);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
        out.blocks("tracing_config", self.tracing_config, 0usize..=1usize);
        out.blocks("vpc_config", self.vpc_config, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionDeadLetterConfig {
    pub target_arn: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionDeadLetterConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("target_arn", self.target_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEnvironment {
    pub variables: tf::Map<String>,
}
impl tf::Block for AwsLambdaFunctionEnvironment {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("variables", self.variables);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionEphemeralStorage {
    pub size: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLambdaFunctionEphemeralStorage {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("size", self.size);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionFileSystemConfig {
    pub arn: tf::Attr<String>,
    pub local_mount_path: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionFileSystemConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
        out.required("local_mount_path", self.local_mount_path);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionImageConfig {
    pub command: tf::List<String>,
    pub entry_point: tf::List<String>,
    pub working_directory: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionImageConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("command", self.command);
        out.optional("entry_point", self.entry_point);
        out.optional("working_directory", self.working_directory);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionLoggingConfig {
    pub application_log_level: tf::Attr<String>,
    pub log_format: tf::Attr<String>,
    pub log_group: tf::Attr<String>,
    pub system_log_level: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionLoggingConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("application_log_level", self.application_log_level);
        out.required("log_format", self.log_format);
        out.optional("log_group", self.log_group);
        out.optional("system_log_level", self.system_log_level);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionSnapStart {
    pub apply_on: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionSnapStart {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("apply_on", self.apply_on);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionTracingConfig {
    pub mode: tf::Attr<String>,
}
impl tf::Block for AwsLambdaFunctionTracingConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("mode", self.mode);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaFunctionVpcConfig {
    pub ipv6_allowed_for_dual_stack: tf::Attr<bool>,
    pub security_group_ids: tf::List<String>,
    pub subnet_ids: tf::List<String>,
}
impl tf::Block for AwsLambdaFunctionVpcConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("ipv6_allowed_for_dual_stack", self.ipv6_allowed_for_dual_stack);
        out.required("security_group_ids", self.security_group_ids);
        out.required("subnet_ids", self.subnet_ids);
    }
}
impl tf::Declared for AwsLambdaFunction {
    const TYPE: &'static str = "aws_lambda_function";
    type Attributes = AwsLambdaFunctionAttributes;
}
impl tf::Resource for AwsLambdaFunction {}
#[derive(Debug)]
pub struct AwsLambdaFunctionAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaFunctionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaFunctionAttributes {
    pub fn architectures(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("architectures")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn code_sha256(&self) -> tf::Ref<String> {
        self.0.attribute("code_sha256")
    }
    pub fn code_signing_config_arn(&self) -> tf::Ref<String> {
        self.0.attribute("code_signing_config_arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn filename(&self) -> tf::Ref<String> {
        self.0.attribute("filename")
    }
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn handler(&self) -> tf::Ref<String> {
        self.0.attribute("handler")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn image_uri(&self) -> tf::Ref<String> {
        self.0.attribute("image_uri")
    }
    pub fn invoke_arn(&self) -> tf::Ref<String> {
        self.0.attribute("invoke_arn")
    }
    pub fn kms_key_arn(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_arn")
    }
    pub fn last_modified(&self) -> tf::Ref<String> {
        self.0.attribute("last_modified")
    }
    pub fn layers(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("layers")
    }
    pub fn memory_size(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("memory_size")
    }
    pub fn package_type(&self) -> tf::Ref<String> {
        self.0.attribute("package_type")
    }
    pub fn publish(&self) -> tf::Ref<bool> {
        self.0.attribute("publish")
    }
    pub fn qualified_arn(&self) -> tf::Ref<String> {
        self.0.attribute("qualified_arn")
    }
    pub fn qualified_invoke_arn(&self) -> tf::Ref<String> {
        self.0.attribute("qualified_invoke_arn")
    }
    pub fn replace_security_groups_on_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("replace_security_groups_on_destroy")
    }
    pub fn replacement_security_group_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("replacement_security_group_ids")
    }
    pub fn reserved_concurrent_executions(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("reserved_concurrent_executions")
    }
    pub fn role(&self) -> tf::Ref<String> {
        self.0.attribute("role")
    }
    pub fn runtime(&self) -> tf::Ref<String> {
        self.0.attribute("runtime")
    }
    pub fn s3_bucket(&self) -> tf::Ref<String> {
        self.0.attribute("s3_bucket")
    }
    pub fn s3_key(&self) -> tf::Ref<String> {
        self.0.attribute("s3_key")
    }
    pub fn s3_object_version(&self) -> tf::Ref<String> {
        self.0.attribute("s3_object_version")
    }
    pub fn signing_job_arn(&self) -> tf::Ref<String> {
        self.0.attribute("signing_job_arn")
    }
    pub fn signing_profile_version_arn(&self) -> tf::Ref<String> {
        self.0.attribute("signing_profile_version_arn")
    }
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_destroy")
    }
    pub fn source_code_hash(&self) -> tf::Ref<String> {
        self.0.attribute("source_code_hash")
    }
    pub fn source_code_size(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("source_code_size")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn timeout(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("timeout")
    }
    pub fn version(&self) -> tf::Ref<String> {
        self.0.attribute("version")
    }
}
