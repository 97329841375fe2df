//! What an ECS service scales by: its scalable target, and the utilisation that it is held at.

use crate::{AttributePath, Planned, Resource};

/// A utilisation that scaling holds.
#[derive(Debug)]
pub struct Target<'a> {
    /// The attribute.
    pub place: AttributePath<'a>,
    /// In percent.
    pub percent: f64,
}

/// The scalable target of a service, which names it as `service/<cluster>/<service>`.
/// Source: Application Auto Scaling API, `RegisterScalableTarget`, `ResourceId`.
pub fn scalable_target<'a>(service: Resource<'a>) -> Option<Resource<'a>> {
    let inventory = service.inventory();
    let referring =
        inventory.referrers(service, "aws_appautoscaling_target", "resource_id").into_iter().next();
    referring.or_else(|| {
        let end = format!("/{}", service.at("name").string().known()?);
        let names = |target: &Resource| match target.at("resource_id").string() {
            Planned::Known(id) => id.starts_with("service/") && id.ends_with(&end),
            // The cluster's name may be known only after the apply.
            _ => target.at("resource_id").written_end().is_some_and(|id| id.ends_with(&end)),
        };
        inventory.all("aws_appautoscaling_target").find(names)
    })
}

/// The utilisation that a target-tracking policy of a scalable target holds the CPU at.
pub fn target<'a>(scaled: Resource<'a>) -> Option<Target<'a>> {
    const CPU: &str = "ECSServiceAverageCPUUtilization";
    let policies = scaled.inventory().referrers(scaled, "aws_appautoscaling_policy", "resource_id");
    let same_id = scaled.at("resource_id").string();
    let by_text = scaled
        .inventory()
        .all("aws_appautoscaling_policy")
        .filter(|policy| same_id.is_set() && policy.at("resource_id").string() == same_id);
    policies.into_iter().chain(by_text).find_map(|policy| {
        let tracking = policy.at("target_tracking_scaling_policy_configuration.0");
        let metric =
            tracking.at("predefined_metric_specification.0.predefined_metric_type").string();
        let place = tracking.at("target_value");
        let percent = place.number().known()?;
        (metric == Planned::Known(CPU)).then_some(Target { place, percent })
    })
}
