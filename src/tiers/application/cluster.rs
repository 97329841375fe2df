//! The ECS cluster.

use super::Inputs;
use crate::aws::{
    AwsCloudwatchLogGroup, AwsEcsCluster, AwsEcsClusterCapacityProviders,
    AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy, AwsEcsClusterConfiguration,
    AwsEcsClusterConfigurationManagedStorageConfiguration, AwsEcsClusterSetting,
};
use crate::config::ContainerInsights;
use crate::naming::Kind;
use crate::tiers::{name, tags};
use terraform::tf::{DeclareError, Handle, Module, meta};
use terraform::{block, text};

/// Where tasks run. Fargate Spot is left out on purpose: AWS takes Spot tasks back at two minutes'
/// notice, and first when a zone is lost and capacity is short, which is when payments need it.
/// Source: Amazon ECS Developer Guide, "Amazon ECS clusters for Fargate".
pub(super) const CAPACITY_PROVIDER: &str = "FARGATE";

pub(super) struct Cluster {
    pub cluster: Handle<AwsEcsCluster>,
    pub capacity_providers: Handle<AwsEcsClusterCapacityProviders>,
}

/// The cluster. Container Insights gives the task counts that the alarms watch (MON-3); the tasks'
/// disks are encrypted with our key (ALL-4).
pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    insights: ContainerInsights,
) -> Result<Cluster, DeclareError> {
    let log_group = module.resource("container_insights", log_group(var))?;
    let cluster = block!(AwsEcsCluster {
        name: name(Kind::EcsCluster),
        setting: block!(AwsEcsClusterSetting {
            name: "containerInsights",
            value: insights.as_str()
        }),
        configuration: block!(AwsEcsClusterConfiguration {
            managed_storage_configuration: block!(
                AwsEcsClusterConfigurationManagedStorageConfiguration {
                    fargate_ephemeral_storage_kms_key_id: &var.data_key_arn,
                }
            ),
        }),
        tags: tags(name(Kind::EcsCluster)),
    });
    let cluster = module.resource_with("main", cluster, meta().depends_on(&log_group))?;
    let capacity_providers = module.resource("main", capacity_providers(&cluster))?;
    Ok(Cluster { cluster, capacity_providers })
}

/// The log group that Container Insights writes to; it would create one itself, without our key and
/// our retention.
fn log_group(var: &Inputs) -> AwsCloudwatchLogGroup {
    let log_group = text!("/aws/ecs/containerinsights/", name(Kind::EcsCluster), "/performance");
    block!(AwsCloudwatchLogGroup {
        name: &log_group,
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(log_group),
    })
}

fn capacity_providers(cluster: &Handle<AwsEcsCluster>) -> AwsEcsClusterCapacityProviders {
    block!(AwsEcsClusterCapacityProviders {
        cluster_name: cluster.name(),
        capacity_providers: [CAPACITY_PROVIDER],
        default_capacity_provider_strategy: block!(
            AwsEcsClusterCapacityProvidersDefaultCapacityProviderStrategy {
                capacity_provider: CAPACITY_PROVIDER,
                weight: 1,
            }
        ),
    })
}
