//! Auto-scaling of the payment tasks between the fewest and the most (APP-2).
//!
//! Three targets are held at once: the highest count that any asks for is taken, and tasks go only when all agree. A
//! metric without data takes no task away, so the loss of a zone does not shrink the service.
//! Source: Application Auto Scaling User Guide, "How target tracking scaling works".

use super::Inputs;
use super::cluster::Cluster;
use super::load_balancer::Entry;
use crate::aws::{
    AwsAppautoscalingPolicy, AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration,
    AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification,
    AwsAppautoscalingTarget, AwsEcsService,
};
use crate::naming::Kind;
use crate::tf::{Attr, DeclareError, Handle, Module, Number};
use crate::tiers::{name, name_of, tags};
use crate::{block, text};

/// Seconds between two scale-outs: one period of the metrics.
const SCALE_OUT_COOLDOWN: u32 = 60;
/// Seconds between two scale-ins: long enough for a dip to pass, and for a failover to be over.
const SCALE_IN_COOLDOWN: u32 = 300;

/// A metric that scaling knows, and the value it is held at.
struct Tracked {
    purpose: &'static str,
    metric: &'static str,
    of: Attr<String>,
    target: Attr<Number>,
}

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    cluster: &Cluster,
    service: &Handle<AwsEcsService>,
    entry: &Entry,
) -> Result<(), DeclareError> {
    let range = module.resource("tasks", range(var, cluster, service))?;
    for tracked in tracked(var, entry) {
        module.resource(tracked.purpose, policy(tracked, &range))?;
    }
    Ok(())
}

fn range(var: &Inputs, cluster: &Cluster, service: &Handle<AwsEcsService>) -> AwsAppautoscalingTarget {
    block!(AwsAppautoscalingTarget {
        service_namespace: "ecs",
        scalable_dimension: "ecs:service:DesiredCount",
        resource_id: text!("service/", cluster.cluster.name(), "/", service.name()),
        min_capacity: &var.minimum_tasks,
        max_capacity: &var.maximum_tasks,
        tags: tags(name(Kind::EcsService)),
    })
}

/// Source: Application Auto Scaling API Reference, `PredefinedMetricSpecification`.
fn tracked(var: &Inputs, entry: &Entry) -> [Tracked; 3] {
    let of = |metric, purpose, of, target: &Attr<Number>| Tracked { purpose, metric, of, target: target.clone() };
    let requests_of = text!(entry.load_balancer.arn_suffix(), "/", entry.target_group.arn_suffix());
    [
        of("ECSServiceAverageCPUUtilization", "cpu", Attr::Unset, &var.cpu_target_percent),
        of("ECSServiceAverageMemoryUtilization", "memory", Attr::Unset, &var.memory_target_percent),
        of("ALBRequestCountPerTarget", "requests", requests_of, &var.requests_per_target),
    ]
}

fn policy(tracked: Tracked, range: &Handle<AwsAppautoscalingTarget>) -> AwsAppautoscalingPolicy {
    let metric =
        block!(AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification {
            predefined_metric_type: tracked.metric,
            resource_label: tracked.of,
        });
    block!(AwsAppautoscalingPolicy {
        name: name_of(Kind::ScalingPolicy, tracked.purpose),
        policy_type: "TargetTrackingScaling",
        service_namespace: range.service_namespace(),
        scalable_dimension: range.scalable_dimension(),
        resource_id: range.resource_id(),
        target_tracking_scaling_policy_configuration: block!(
            AwsAppautoscalingPolicyTargetTrackingScalingPolicyConfiguration {
                target_value: tracked.target,
                scale_out_cooldown: SCALE_OUT_COOLDOWN,
                scale_in_cooldown: SCALE_IN_COOLDOWN,
                predefined_metric_specification: metric,
            }
        ),
    })
}
