//! Whether a resource is watched by any of the metrics that show its health.

use std::collections::{HashMap, HashSet};

use super::subject::subjects;
use crate::Check;
use crate::alarm::Metric;
use crate::resource::Resource;

/// Something that must be watched: itself, or its parts, such as the instances of a cluster.
pub struct Subject<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// Its parts: an alarm on them is as good.
    pub parts: Vec<Resource<'a>>,
}

impl<'a> From<Resource<'a>> for Subject<'a> {
    fn from(resource: Resource<'a>) -> Self {
        Subject { resource, parts: Vec::new() }
    }
}

/// Each subject has to be watched by one of the metrics that show its health. Where a plan has no
/// alarm at all, another stack may have them, or nobody.
pub fn each_is_watched<'a>(
    check: &mut Check<'a>,
    all: &[Subject<'a>],
    shows: impl Fn(&Metric) -> bool,
    otherwise: &str,
) {
    each_is_watched_or(check, all, shows, otherwise, None);
}

/// The same. With a `doubt`, a subject without an alarm is unknown for this reason: something else
/// in the plan may watch it.
pub fn each_is_watched_or<'a>(
    check: &mut Check<'a>,
    all: &[Subject<'a>],
    shows: impl Fn(&Metric) -> bool,
    otherwise: &str,
    doubt: Option<&str>,
) {
    let metrics = check.watched();
    if metrics.is_empty() {
        let none =
            "no alarm is part of this plan: whether one of another stack watches it is unknown";
        all.iter().for_each(|subject| check.unknown(&subject.resource.root(), none));
        return;
    }
    let shown: Vec<_> = metrics.iter().filter(|metric| shows(metric)).collect();
    let by = watchers(&shown, all);
    let is_unclear = |metric: &&&Metric| {
        metric.dimension_names().is_none() && !metric.dimensions().refers_to_resources_only()
    };
    let unclear = shown.iter().find(is_unclear);
    for Subject { resource, parts } in all {
        let watcher =
            std::iter::once(resource).chain(parts).find_map(|part| by.get(part.address()));
        match (watcher, unclear) {
            (Some(metric), _) => check.pass(&metric.dimensions()),
            (None, Some(metric)) => {
                let alarm = metric.place.resource().address();
                check.unknown(
                    &resource.root(),
                    format!("whether {alarm} watches it is known only after the apply"),
                );
            }
            (None, None) => match doubt {
                Some(doubt) => check.unknown(&resource.root(), doubt),
                None => check.fail(&resource.root(), otherwise),
            },
        }
    }
}

/// The metrics that watch each subject, by the subject's address.
fn watchers<'m, 'a>(
    metrics: &[&'m Metric<'a>],
    all: &[Subject<'a>],
) -> HashMap<&'a str, &'m Metric<'a>> {
    let resources =
        all.iter().flat_map(|subject| std::iter::once(&subject.resource).chain(&subject.parts));
    let kinds: HashSet<_> = resources.map(|resource| resource.kind()).collect();
    let of = |metric| kinds.iter().flat_map(move |kind| subjects(metric, kind));
    let watched = |metric: &'m Metric<'a>| {
        of(metric).map(move |subject| (subject.address(), metric)).collect::<Vec<_>>()
    };
    metrics.iter().copied().flat_map(watched).collect()
}
