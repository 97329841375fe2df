// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecs_task_definition`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition).
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinition {
    pub container_definitions: tf::Attr<String>,
    pub cpu: tf::Attr<String>,
    pub enable_fault_injection: tf::Attr<bool>,
    pub execution_role_arn: tf::Attr<String>,
    pub family: tf::Attr<String>,
    pub ipc_mode: tf::Attr<String>,
    pub memory: tf::Attr<String>,
    pub network_mode: tf::Attr<String>,
    pub pid_mode: tf::Attr<String>,
    pub requires_compatibilities: tf::List<String>,
    pub skip_destroy: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub task_role_arn: tf::Attr<String>,
    pub track_latest: tf::Attr<bool>,
    pub ephemeral_storage: tf::Blocks<AwsEcsTaskDefinitionEphemeralStorage>,
    pub inference_accelerator: tf::Blocks<AwsEcsTaskDefinitionInferenceAccelerator>,
    pub placement_constraints: tf::Blocks<AwsEcsTaskDefinitionPlacementConstraints>,
    pub proxy_configuration: tf::Blocks<AwsEcsTaskDefinitionProxyConfiguration>,
    pub runtime_platform: tf::Blocks<AwsEcsTaskDefinitionRuntimePlatform>,
    pub volume: tf::Blocks<AwsEcsTaskDefinitionVolume>,
}
impl tf::Block for AwsEcsTaskDefinition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("container_definitions", self.container_definitions);
        out.optional("cpu", self.cpu);
        out.optional("enable_fault_injection", self.enable_fault_injection);
        out.optional("execution_role_arn", self.execution_role_arn);
        out.required("family", self.family);
        out.optional("ipc_mode", self.ipc_mode);
        out.optional("memory", self.memory);
        out.optional("network_mode", self.network_mode);
        out.optional("pid_mode", self.pid_mode);
        out.optional("requires_compatibilities", self.requires_compatibilities);
        out.optional("skip_destroy", self.skip_destroy);
        out.optional("tags", self.tags);
        out.optional("task_role_arn", self.task_role_arn);
        out.optional("track_latest", self.track_latest);
        out.blocks("ephemeral_storage", self.ephemeral_storage, 0usize..=1usize);
        out.blocks(
            "inference_accelerator",
            self.inference_accelerator,
            0usize..=usize::MAX,
        );
        out.blocks(
            "placement_constraints",
            self.placement_constraints,
            0usize..=10usize,
        );
        out.blocks("proxy_configuration", self.proxy_configuration, 0usize..=1usize);
        out.blocks("runtime_platform", self.runtime_platform, 0usize..=1usize);
        out.blocks("volume", self.volume, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionEphemeralStorage {
    pub size_in_gib: tf::Attr<tf::Number>,
}
impl tf::Block for AwsEcsTaskDefinitionEphemeralStorage {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("size_in_gib", self.size_in_gib);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionInferenceAccelerator {
    pub device_name: tf::Attr<String>,
    pub device_type: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionInferenceAccelerator {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("device_name", self.device_name);
        out.required("device_type", self.device_type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionPlacementConstraints {
    pub expression: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionPlacementConstraints {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("expression", self.expression);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionProxyConfiguration {
    pub container_name: tf::Attr<String>,
    pub properties: tf::Map<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionProxyConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("container_name", self.container_name);
        out.optional("properties", self.properties);
        out.optional("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionRuntimePlatform {
    pub cpu_architecture: tf::Attr<String>,
    pub operating_system_family: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionRuntimePlatform {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cpu_architecture", self.cpu_architecture);
        out.optional("operating_system_family", self.operating_system_family);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolume {
    pub configure_at_launch: tf::Attr<bool>,
    pub host_path: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub docker_volume_configuration: tf::Blocks<
        AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration,
    >,
    pub efs_volume_configuration: tf::Blocks<
        AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration,
    >,
    pub fsx_windows_file_server_volume_configuration: tf::Blocks<
        AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration,
    >,
}
impl tf::Block for AwsEcsTaskDefinitionVolume {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("configure_at_launch", self.configure_at_launch);
        out.optional("host_path", self.host_path);
        out.required("name", self.name);
        out.blocks(
            "docker_volume_configuration",
            self.docker_volume_configuration,
            0usize..=1usize,
        );
        out.blocks(
            "efs_volume_configuration",
            self.efs_volume_configuration,
            0usize..=1usize,
        );
        out.blocks(
            "fsx_windows_file_server_volume_configuration",
            self.fsx_windows_file_server_volume_configuration,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration {
    pub autoprovision: tf::Attr<bool>,
    pub driver: tf::Attr<String>,
    pub driver_opts: tf::Map<String>,
    pub labels: tf::Map<String>,
    pub scope: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionVolumeDockerVolumeConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("autoprovision", self.autoprovision);
        out.optional("driver", self.driver);
        out.optional("driver_opts", self.driver_opts);
        out.optional("labels", self.labels);
        out.optional("scope", self.scope);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration {
    pub file_system_id: tf::Attr<String>,
    pub root_directory: tf::Attr<String>,
    pub transit_encryption: tf::Attr<String>,
    pub transit_encryption_port: tf::Attr<tf::Number>,
    pub authorization_config: tf::Blocks<
        AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig,
    >,
}
impl tf::Block for AwsEcsTaskDefinitionVolumeEfsVolumeConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("file_system_id", self.file_system_id);
        out.optional("root_directory", self.root_directory);
        out.optional("transit_encryption", self.transit_encryption);
        out.optional("transit_encryption_port", self.transit_encryption_port);
        out.blocks("authorization_config", self.authorization_config, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig {
    pub access_point_id: tf::Attr<String>,
    pub iam: tf::Attr<String>,
}
impl tf::Block for AwsEcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("access_point_id", self.access_point_id);
        out.optional("iam", self.iam);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration {
    pub file_system_id: tf::Attr<String>,
    pub root_directory: tf::Attr<String>,
    pub authorization_config: tf::Blocks<
        AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfigurationAuthorizationConfig,
    >,
}
impl tf::Block for AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("file_system_id", self.file_system_id);
        out.required("root_directory", self.root_directory);
        out.blocks("authorization_config", self.authorization_config, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfigurationAuthorizationConfig {
    pub credentials_parameter: tf::Attr<String>,
    pub domain: tf::Attr<String>,
}
impl tf::Block
for AwsEcsTaskDefinitionVolumeFsxWindowsFileServerVolumeConfigurationAuthorizationConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("credentials_parameter", self.credentials_parameter);
        out.required("domain", self.domain);
    }
}
impl tf::Declared for AwsEcsTaskDefinition {
    const TYPE: &'static str = "aws_ecs_task_definition";
    type Attributes = AwsEcsTaskDefinitionAttributes;
}
impl tf::Resource for AwsEcsTaskDefinition {}
#[derive(Debug)]
pub struct AwsEcsTaskDefinitionAttributes(tf::Address);
impl From<tf::Address> for AwsEcsTaskDefinitionAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcsTaskDefinitionAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn arn_without_revision(&self) -> tf::Ref<String> {
        self.0.attribute("arn_without_revision")
    }
    pub fn container_definitions(&self) -> tf::Ref<String> {
        self.0.attribute("container_definitions")
    }
    pub fn cpu(&self) -> tf::Ref<String> {
        self.0.attribute("cpu")
    }
    pub fn enable_fault_injection(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_fault_injection")
    }
    pub fn execution_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("execution_role_arn")
    }
    pub fn family(&self) -> tf::Ref<String> {
        self.0.attribute("family")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ipc_mode(&self) -> tf::Ref<String> {
        self.0.attribute("ipc_mode")
    }
    pub fn memory(&self) -> tf::Ref<String> {
        self.0.attribute("memory")
    }
    pub fn network_mode(&self) -> tf::Ref<String> {
        self.0.attribute("network_mode")
    }
    pub fn pid_mode(&self) -> tf::Ref<String> {
        self.0.attribute("pid_mode")
    }
    pub fn requires_compatibilities(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("requires_compatibilities")
    }
    pub fn revision(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("revision")
    }
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_destroy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn task_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("task_role_arn")
    }
    pub fn track_latest(&self) -> tf::Ref<bool> {
        self.0.attribute("track_latest")
    }
}
