//! Whether a resource is watched by any of the metrics that show its health.

use super::subject::{subjects, watched};
use crate::verify::Check;
use crate::verify::alarm::Metric;
use crate::verify::resource::Resource;

/// Each resource of a type has to be watched by one of the metrics: the namespace and a part of the name. A plan without
/// any alarm has its alarms elsewhere.
pub fn each_is_watched<'a>(
    check: &mut Check<'a>,
    resources: &[Resource<'a>],
    shows: impl Fn(&Metric) -> bool,
    otherwise: &str,
) {
    let all = watched(check.inventory());
    let metrics: Vec<_> = all.iter().filter(|metric| shows(metric)).collect();
    let unclear = metrics
        .iter()
        .find(|metric| metric.dimension_names().is_none() && !metric.dimensions().refers_to_resources_only());
    for resource in resources.iter().filter(|_| !all.is_empty()) {
        let by = metrics.iter().find(|metric| subjects(metric, resource.kind()).contains(resource));
        match (by, unclear) {
            (Some(metric), _) => check.pass(&metric.dimensions()),
            (None, Some(metric)) => check.unknown(
                &resource.root(),
                format!("whether {} watches it is known only after the apply", metric.place.resource().address()),
            ),
            (None, None) => check.fail(&resource.root(), otherwise),
        }
    }
}
