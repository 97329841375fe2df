// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_ecs_service`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_service).
#[derive(Debug, Clone, Default)]
pub struct AwsEcsService {
    pub availability_zone_rebalancing: tf::Attr<String>,
    pub cluster: tf::Attr<String>,
    pub deployment_maximum_percent: tf::Attr<tf::Number>,
    pub deployment_minimum_healthy_percent: tf::Attr<tf::Number>,
    pub desired_count: tf::Attr<tf::Number>,
    pub enable_ecs_managed_tags: tf::Attr<bool>,
    pub enable_execute_command: tf::Attr<bool>,
    pub force_delete: tf::Attr<bool>,
    pub force_new_deployment: tf::Attr<bool>,
    pub health_check_grace_period_seconds: tf::Attr<tf::Number>,
    pub iam_role: tf::Attr<String>,
    pub launch_type: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub platform_version: tf::Attr<String>,
    pub propagate_tags: tf::Attr<String>,
    pub scheduling_strategy: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub task_definition: tf::Attr<String>,
    pub triggers: tf::Map<String>,
    pub wait_for_steady_state: tf::Attr<bool>,
    pub alarms: tf::Blocks<AwsEcsServiceAlarms>,
    pub capacity_provider_strategy: tf::Blocks<AwsEcsServiceCapacityProviderStrategy>,
    pub deployment_circuit_breaker: tf::Blocks<AwsEcsServiceDeploymentCircuitBreaker>,
    pub deployment_controller: tf::Blocks<AwsEcsServiceDeploymentController>,
    pub load_balancer: tf::Blocks<AwsEcsServiceLoadBalancer>,
    pub network_configuration: tf::Blocks<AwsEcsServiceNetworkConfiguration>,
    pub ordered_placement_strategy: tf::Blocks<AwsEcsServiceOrderedPlacementStrategy>,
    pub placement_constraints: tf::Blocks<AwsEcsServicePlacementConstraints>,
    pub service_connect_configuration: tf::Blocks<
        AwsEcsServiceServiceConnectConfiguration,
    >,
    pub service_registries: tf::Blocks<AwsEcsServiceServiceRegistries>,
    pub timeouts: tf::Blocks<AwsEcsServiceTimeouts>,
    pub volume_configuration: tf::Blocks<AwsEcsServiceVolumeConfiguration>,
    pub vpc_lattice_configurations: tf::Blocks<AwsEcsServiceVpcLatticeConfigurations>,
}
impl tf::Block for AwsEcsService {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "availability_zone_rebalancing",
            self.availability_zone_rebalancing,
        );
        out.optional("cluster", self.cluster);
        out.optional("deployment_maximum_percent", self.deployment_maximum_percent);
        out.optional(
            "deployment_minimum_healthy_percent",
            self.deployment_minimum_healthy_percent,
        );
        out.optional("desired_count", self.desired_count);
        out.optional("enable_ecs_managed_tags", self.enable_ecs_managed_tags);
        out.optional("enable_execute_command", self.enable_execute_command);
        out.optional("force_delete", self.force_delete);
        out.optional("force_new_deployment", self.force_new_deployment);
        out.optional(
            "health_check_grace_period_seconds",
            self.health_check_grace_period_seconds,
        );
        out.optional("iam_role", self.iam_role);
        out.optional("launch_type", self.launch_type);
        out.required("name", self.name);
        out.optional("platform_version", self.platform_version);
        out.optional("propagate_tags", self.propagate_tags);
        out.optional("scheduling_strategy", self.scheduling_strategy);
        out.optional("tags", self.tags);
        out.optional("task_definition", self.task_definition);
        out.optional("triggers", self.triggers);
        out.optional("wait_for_steady_state", self.wait_for_steady_state);
        out.blocks("alarms", self.alarms, 0usize..=1usize);
        out.blocks(
            "capacity_provider_strategy",
            self.capacity_provider_strategy,
            0usize..=usize::MAX,
        );
        out.blocks(
            "deployment_circuit_breaker",
            self.deployment_circuit_breaker,
            0usize..=1usize,
        );
        out.blocks("deployment_controller", self.deployment_controller, 0usize..=1usize);
        out.blocks("load_balancer", self.load_balancer, 0usize..=usize::MAX);
        out.blocks("network_configuration", self.network_configuration, 0usize..=1usize);
        out.blocks(
            "ordered_placement_strategy",
            self.ordered_placement_strategy,
            0usize..=5usize,
        );
        out.blocks(
            "placement_constraints",
            self.placement_constraints,
            0usize..=10usize,
        );
        out.blocks(
            "service_connect_configuration",
            self.service_connect_configuration,
            0usize..=1usize,
        );
        out.blocks("service_registries", self.service_registries, 0usize..=1usize);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
        out.blocks("volume_configuration", self.volume_configuration, 0usize..=1usize);
        out.blocks(
            "vpc_lattice_configurations",
            self.vpc_lattice_configurations,
            0usize..=usize::MAX,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceAlarms {
    pub alarm_names: tf::List<String>,
    pub enable: tf::Attr<bool>,
    pub rollback: tf::Attr<bool>,
}
impl tf::Block for AwsEcsServiceAlarms {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("alarm_names", self.alarm_names);
        out.required("enable", self.enable);
        out.required("rollback", self.rollback);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceCapacityProviderStrategy {
    pub base: tf::Attr<tf::Number>,
    pub capacity_provider: tf::Attr<String>,
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsEcsServiceCapacityProviderStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("base", self.base);
        out.required("capacity_provider", self.capacity_provider);
        out.optional("weight", self.weight);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceDeploymentCircuitBreaker {
    pub enable: tf::Attr<bool>,
    pub rollback: tf::Attr<bool>,
}
impl tf::Block for AwsEcsServiceDeploymentCircuitBreaker {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("enable", self.enable);
        out.required("rollback", self.rollback);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceDeploymentController {
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceDeploymentController {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceLoadBalancer {
    pub container_name: tf::Attr<String>,
    pub container_port: tf::Attr<tf::Number>,
    pub elb_name: tf::Attr<String>,
    pub target_group_arn: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceLoadBalancer {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("container_name", self.container_name);
        out.required("container_port", self.container_port);
        out.optional("elb_name", self.elb_name);
        out.optional("target_group_arn", self.target_group_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceNetworkConfiguration {
    pub assign_public_ip: tf::Attr<bool>,
    pub security_groups: tf::List<String>,
    pub subnets: tf::List<String>,
}
impl tf::Block for AwsEcsServiceNetworkConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("assign_public_ip", self.assign_public_ip);
        out.optional("security_groups", self.security_groups);
        out.required("subnets", self.subnets);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceOrderedPlacementStrategy {
    pub field: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceOrderedPlacementStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("field", self.field);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServicePlacementConstraints {
    pub expression: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsEcsServicePlacementConstraints {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("expression", self.expression);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfiguration {
    pub enabled: tf::Attr<bool>,
    pub namespace: tf::Attr<String>,
    pub log_configuration: tf::Blocks<
        AwsEcsServiceServiceConnectConfigurationLogConfiguration,
    >,
    pub service: tf::Blocks<AwsEcsServiceServiceConnectConfigurationService>,
}
impl tf::Block for AwsEcsServiceServiceConnectConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("enabled", self.enabled);
        out.optional("namespace", self.namespace);
        out.blocks("log_configuration", self.log_configuration, 0usize..=1usize);
        out.blocks("service", self.service, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationLogConfiguration {
    pub log_driver: tf::Attr<String>,
    pub options: tf::Map<String>,
    pub secret_option: tf::Blocks<
        AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption,
    >,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationLogConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("log_driver", self.log_driver);
        out.optional("options", self.options);
        out.blocks("secret_option", self.secret_option, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption {
    pub name: tf::Attr<String>,
    pub value_from: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationLogConfigurationSecretOption {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value_from", self.value_from);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationService {
    pub discovery_name: tf::Attr<String>,
    pub ingress_port_override: tf::Attr<tf::Number>,
    pub port_name: tf::Attr<String>,
    pub client_alias: tf::Blocks<
        AwsEcsServiceServiceConnectConfigurationServiceClientAlias,
    >,
    pub timeout: tf::Blocks<AwsEcsServiceServiceConnectConfigurationServiceTimeout>,
    pub tls: tf::Blocks<AwsEcsServiceServiceConnectConfigurationServiceTls>,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationService {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("discovery_name", self.discovery_name);
        out.optional("ingress_port_override", self.ingress_port_override);
        out.required("port_name", self.port_name);
        out.blocks("client_alias", self.client_alias, 0usize..=1usize);
        out.blocks("timeout", self.timeout, 0usize..=1usize);
        out.blocks("tls", self.tls, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationServiceClientAlias {
    pub dns_name: tf::Attr<String>,
    pub port: tf::Attr<tf::Number>,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationServiceClientAlias {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("dns_name", self.dns_name);
        out.required("port", self.port);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationServiceTimeout {
    pub idle_timeout_seconds: tf::Attr<tf::Number>,
    pub per_request_timeout_seconds: tf::Attr<tf::Number>,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationServiceTimeout {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("idle_timeout_seconds", self.idle_timeout_seconds);
        out.optional("per_request_timeout_seconds", self.per_request_timeout_seconds);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationServiceTls {
    pub kms_key: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub issuer_cert_authority: tf::Blocks<
        AwsEcsServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority,
    >,
}
impl tf::Block for AwsEcsServiceServiceConnectConfigurationServiceTls {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("kms_key", self.kms_key);
        out.optional("role_arn", self.role_arn);
        out.blocks("issuer_cert_authority", self.issuer_cert_authority, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority {
    pub aws_pca_authority_arn: tf::Attr<String>,
}
impl tf::Block
for AwsEcsServiceServiceConnectConfigurationServiceTlsIssuerCertAuthority {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("aws_pca_authority_arn", self.aws_pca_authority_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceServiceRegistries {
    pub container_name: tf::Attr<String>,
    pub container_port: tf::Attr<tf::Number>,
    pub port: tf::Attr<tf::Number>,
    pub registry_arn: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceServiceRegistries {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("container_name", self.container_name);
        out.optional("container_port", self.container_port);
        out.optional("port", self.port);
        out.required("registry_arn", self.registry_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceVolumeConfiguration {
    pub name: tf::Attr<String>,
    pub managed_ebs_volume: tf::Blocks<AwsEcsServiceVolumeConfigurationManagedEbsVolume>,
}
impl tf::Block for AwsEcsServiceVolumeConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.blocks("managed_ebs_volume", self.managed_ebs_volume, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceVolumeConfigurationManagedEbsVolume {
    pub encrypted: tf::Attr<bool>,
    pub file_system_type: tf::Attr<String>,
    pub iops: tf::Attr<tf::Number>,
    pub kms_key_id: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub size_in_gb: tf::Attr<tf::Number>,
    pub snapshot_id: tf::Attr<String>,
    pub throughput: tf::Attr<tf::Number>,
    pub volume_initialization_rate: tf::Attr<tf::Number>,
    pub volume_type: tf::Attr<String>,
    pub tag_specifications: tf::Blocks<
        AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications,
    >,
}
impl tf::Block for AwsEcsServiceVolumeConfigurationManagedEbsVolume {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("encrypted", self.encrypted);
        out.optional("file_system_type", self.file_system_type);
        out.optional("iops", self.iops);
        out.optional("kms_key_id", self.kms_key_id);
        out.required("role_arn", self.role_arn);
        out.optional("size_in_gb", self.size_in_gb);
        out.optional("snapshot_id", self.snapshot_id);
        out.optional("throughput", self.throughput);
        out.optional("volume_initialization_rate", self.volume_initialization_rate);
        out.optional("volume_type", self.volume_type);
        out.blocks("tag_specifications", self.tag_specifications, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications {
    pub propagate_tags: tf::Attr<String>,
    pub resource_type: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsEcsServiceVolumeConfigurationManagedEbsVolumeTagSpecifications {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("propagate_tags", self.propagate_tags);
        out.required("resource_type", self.resource_type);
        out.optional("tags", self.tags);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsEcsServiceVpcLatticeConfigurations {
    pub port_name: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub target_group_arn: tf::Attr<String>,
}
impl tf::Block for AwsEcsServiceVpcLatticeConfigurations {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("port_name", self.port_name);
        out.required("role_arn", self.role_arn);
        out.required("target_group_arn", self.target_group_arn);
    }
}
impl tf::Declared for AwsEcsService {
    const TYPE: &'static str = "aws_ecs_service";
    type Attributes = AwsEcsServiceAttributes;
}
impl tf::Resource for AwsEcsService {}
#[derive(Debug)]
pub struct AwsEcsServiceAttributes(tf::Address);
impl From<tf::Address> for AwsEcsServiceAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsEcsServiceAttributes {
    pub fn availability_zone_rebalancing(&self) -> tf::Ref<String> {
        self.0.attribute("availability_zone_rebalancing")
    }
    pub fn cluster(&self) -> tf::Ref<String> {
        self.0.attribute("cluster")
    }
    pub fn deployment_maximum_percent(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("deployment_maximum_percent")
    }
    pub fn deployment_minimum_healthy_percent(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("deployment_minimum_healthy_percent")
    }
    pub fn desired_count(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("desired_count")
    }
    pub fn enable_ecs_managed_tags(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_ecs_managed_tags")
    }
    pub fn enable_execute_command(&self) -> tf::Ref<bool> {
        self.0.attribute("enable_execute_command")
    }
    pub fn force_delete(&self) -> tf::Ref<bool> {
        self.0.attribute("force_delete")
    }
    pub fn force_new_deployment(&self) -> tf::Ref<bool> {
        self.0.attribute("force_new_deployment")
    }
    pub fn health_check_grace_period_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("health_check_grace_period_seconds")
    }
    pub fn iam_role(&self) -> tf::Ref<String> {
        self.0.attribute("iam_role")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn launch_type(&self) -> tf::Ref<String> {
        self.0.attribute("launch_type")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn platform_version(&self) -> tf::Ref<String> {
        self.0.attribute("platform_version")
    }
    pub fn propagate_tags(&self) -> tf::Ref<String> {
        self.0.attribute("propagate_tags")
    }
    pub fn scheduling_strategy(&self) -> tf::Ref<String> {
        self.0.attribute("scheduling_strategy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn task_definition(&self) -> tf::Ref<String> {
        self.0.attribute("task_definition")
    }
    pub fn triggers(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("triggers")
    }
    pub fn wait_for_steady_state(&self) -> tf::Ref<bool> {
        self.0.attribute("wait_for_steady_state")
    }
}
