//! Auto-scaling of the payment tasks between the fewest and the most (APP-2).
//!
//! Two or three targets are held at once: the highest count that any asks for is taken, and tasks
//! go only when all agree. A metric without data takes no task away, so the loss of a zone does not
//! shrink the service. Source: Application Auto Scaling User Guide, "How target tracking scaling
//! works".

use super::Inputs;
use super::cluster::Cluster;
use super::load_balancer::Entry;
use crate::aws::{
    AwsAppautoscalingPolicy, AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration,
    AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification as Metric,
    AwsAppautoscalingTarget, AwsEcsService,
};
use crate::naming::Kind;
use crate::tiers::{name, name_of, tags};
use terraform::tf::{Attr, DeclareError, Handle, Module, Number};
use terraform::{block, text};

/// Seconds between two scale-outs: one period of the metrics.
const SCALE_OUT_COOLDOWN: u32 = 60;
/// Seconds between two scale-ins: long enough for a dip to pass, and for a failover to be over.
const SCALE_IN_COOLDOWN: u32 = 300;

/// The range of tasks, and the utilisation that is held within it.
pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    cluster: &Cluster,
    service: &Handle<AwsEcsService>,
) -> Result<Handle<AwsAppautoscalingTarget>, DeclareError> {
    let range = module.resource("tasks", range(var, cluster, service))?;
    let metric = block!(Metric { predefined_metric_type: "ECSServiceAverageCPUUtilization" });
    module.resource("cpu", policy("cpu", metric, &var.cpu_target_percent, &range))?;
    Ok(range)
}

/// Holds the memory, where that is asked for: a runtime that keeps the memory it once took holds
/// the tasks up forever.
pub(super) fn hold_memory(
    module: &mut Module,
    var: &Inputs,
    range: &Handle<AwsAppautoscalingTarget>,
) -> Result<(), DeclareError> {
    let metric = block!(Metric { predefined_metric_type: "ECSServiceAverageMemoryUtilization" });
    module.resource("memory", policy("memory", metric, &var.memory_target_percent, range))?;
    Ok(())
}

/// Holds the requests per task, which answer to load faster than CPU does.
pub(super) fn hold_requests(
    module: &mut Module,
    var: &Inputs,
    range: &Handle<AwsAppautoscalingTarget>,
    entry: &Entry,
) -> Result<(), DeclareError> {
    let metric = block!(Metric {
        predefined_metric_type: "ALBRequestCountPerTarget",
        resource_label: text!(
            entry.load_balancer.arn_suffix(),
            "/",
            entry.target_group.arn_suffix()
        ),
    });
    module.resource("requests", policy("requests", metric, &var.requests_per_target, range))?;
    Ok(())
}

fn range(
    var: &Inputs,
    cluster: &Cluster,
    service: &Handle<AwsEcsService>,
) -> AwsAppautoscalingTarget {
    block!(AwsAppautoscalingTarget {
        service_namespace: "ecs",
        scalable_dimension: "ecs:service:DesiredCount",
        resource_id: text!("service/", cluster.cluster.name(), "/", service.name()),
        min_capacity: &var.minimum_tasks,
        max_capacity: &var.maximum_tasks,
        tags: tags(name(Kind::EcsService)),
    })
}

/// Source: Application Auto Scaling API Reference, `TargetTrackingScalingPolicyConfiguration`.
fn policy(
    purpose: &'static str,
    metric: Metric,
    target: &Attr<Number>,
    range: &Handle<AwsAppautoscalingTarget>,
) -> AwsAppautoscalingPolicy {
    block!(AwsAppautoscalingPolicy {
        name: name_of(Kind::ScalingPolicy, purpose),
        policy_type: "TargetTrackingScaling",
        service_namespace: range.service_namespace(),
        scalable_dimension: range.scalable_dimension(),
        resource_id: range.resource_id(),
        target_tracking_scaling_policy_configuration: block!(
            AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration {
                target_value: target,
                scale_out_cooldown: SCALE_OUT_COOLDOWN,
                scale_in_cooldown: SCALE_IN_COOLDOWN,
                predefined_metric_specification: metric,
            }
        ),
    })
}
