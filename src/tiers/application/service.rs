//! The ECS service that keeps the payment tasks running, spread over the three zones (APP-1,
//! ALL-5).

use super::Inputs;
use super::cluster::{CAPACITY_PROVIDER, Cluster};
use super::load_balancer::Entry;
use super::task::{CONTAINER, Task};
use crate::aws::{
    AwsEcsService, AwsEcsServiceAlarms, AwsEcsServiceCapacityProviderStrategy,
    AwsEcsServiceDeploymentCircuitBreaker, AwsEcsServiceLoadBalancer,
    AwsEcsServiceNetworkConfiguration,
};
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Meta, Module, meta};

/// How long a new task may fail the load balancer's health check, in seconds: the start of the
/// container, its minute in the container's own health check included.
const HEALTH_CHECK_GRACE_SECONDS: u32 = 90;

/// The service. A deployment never goes below the desired count. One whose tasks do not start is
/// rolled back by the circuit breaker, one whose tasks start and then fail requests by our own
/// alarms. Rebalancing between the zones, after a lost one is back, needs room for the new tasks
/// above 100 percent. Sources: Amazon ECS Developer Guide, "Balancing an Amazon ECS service across
/// Availability Zones", "How the Amazon ECS deployment circuit breaker detects failures" and "How
/// CloudWatch alarms detect Amazon ECS deployment failures".
pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    cluster: &Cluster,
    task: &Task,
    entry: &Entry,
) -> Result<Handle<AwsEcsService>, DeclareError> {
    let service = block!(AwsEcsService {
        name: name(Kind::EcsService),
        cluster: cluster.cluster.arn(),
        task_definition: task.definition.arn(),
        desired_count: &var.desired_tasks,
        capacity_provider_strategy: block!(AwsEcsServiceCapacityProviderStrategy {
            capacity_provider: CAPACITY_PROVIDER,
            weight: 1,
        }),
        network_configuration: network(var),
        load_balancer: block!(AwsEcsServiceLoadBalancer {
            target_group_arn: entry.target_group.arn(),
            container_name: CONTAINER,
            container_port: &var.container_port,
        }),
        health_check_grace_period_seconds: HEALTH_CHECK_GRACE_SECONDS,
        availability_zone_rebalancing: "ENABLED",
        deployment_minimum_healthy_percent: 100,
        deployment_maximum_percent: 200,
        deployment_circuit_breaker: block!(AwsEcsServiceDeploymentCircuitBreaker {
            enable: true,
            rollback: true
        }),
        alarms: block!(AwsEcsServiceAlarms {
            enable: true,
            rollback: true,
            alarm_names: &var.rollback_alarm_names
        }),
        enable_ecs_managed_tags: true,
        propagate_tags: "SERVICE",
        enable_execute_command: false,
        tags: tags(name(Kind::EcsService)),
    });
    module.resource_with("main", service, order(cluster, entry))
}

/// ECS takes a target group only once a listener forwards to it, and a capacity provider cannot
/// leave the cluster while a service uses it. The policies of the roles come before the role ARNs
/// that are handed in. The count belongs to autoscaling after the start.
fn order(cluster: &Cluster, entry: &Entry) -> Meta {
    meta()
        .depends_on(&entry.https_listener)
        .depends_on(&cluster.capacity_providers)
        .ignore_changes("desired_count")
}

/// All three private subnets, no public address.
fn network(var: &Inputs) -> AwsEcsServiceNetworkConfiguration {
    block!(AwsEcsServiceNetworkConfiguration {
        subnets: &var.app_subnet_ids,
        security_groups: [&var.application_security_group_id],
        assign_public_ip: false,
    })
}
