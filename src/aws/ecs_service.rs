// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_ecs_service`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_service
    AwsEcsService = "aws_ecs_service", AwsEcsServiceAttributes
    arguments {
        optional availability_zone_rebalancing: String,
        optional cluster: String,
        optional deployment_maximum_percent: Number,
        optional deployment_minimum_healthy_percent: Number,
        optional desired_count: Number,
        optional enable_ecs_managed_tags: bool,
        optional enable_execute_command: bool,
        optional force_delete: bool,
        optional force_new_deployment: bool,
        optional health_check_grace_period_seconds: Number,
        optional iam_role: String,
        optional launch_type: String,
        required name: String,
        optional platform_version: String,
        optional propagate_tags: String,
        optional scheduling_strategy: String,
        optional tags: BTreeMap<String, String>,
        optional task_definition: String,
        optional triggers: BTreeMap<String, String>,
        optional wait_for_steady_state: bool,
    }
    blocks {
        alarms: AwsEcsServiceAlarms = 0..=1,
        capacity_provider_strategy: AwsEcsServiceCapacityProviderStrategy = 0..=usize::MAX,
        deployment_circuit_breaker: AwsEcsServiceDeploymentCircuitBreaker = 0..=1,
        load_balancer: AwsEcsServiceLoadBalancer = 0..=usize::MAX,
        network_configuration: AwsEcsServiceNetworkConfiguration = 0..=1,
    }
    attributes {
        id: String,
        tags_all: BTreeMap<String, String>,
    }
}

terraform::block_type! {
    /// `alarms` of `aws_ecs_service`.
    AwsEcsServiceAlarms
    arguments {
        required alarm_names: Vec<String>,
        required enable: bool,
        required rollback: bool,
    }
    blocks {}
}

terraform::block_type! {
    /// `capacity_provider_strategy` of `aws_ecs_service`.
    AwsEcsServiceCapacityProviderStrategy
    arguments {
        optional base: Number,
        required capacity_provider: String,
        optional weight: Number,
    }
    blocks {}
}

terraform::block_type! {
    /// `deployment_circuit_breaker` of `aws_ecs_service`.
    AwsEcsServiceDeploymentCircuitBreaker
    arguments {
        required enable: bool,
        required rollback: bool,
    }
    blocks {}
}

terraform::block_type! {
    /// `load_balancer` of `aws_ecs_service`.
    AwsEcsServiceLoadBalancer
    arguments {
        required container_name: String,
        required container_port: Number,
        optional elb_name: String,
        optional target_group_arn: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `network_configuration` of `aws_ecs_service`.
    AwsEcsServiceNetworkConfiguration
    arguments {
        optional assign_public_ip: bool,
        optional security_groups: Vec<String>,
        required subnets: Vec<String>,
    }
    blocks {}
}
