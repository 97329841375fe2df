//! The metrics that AWS publishes, and with which dimensions: the namespaces that alarms usually
//! watch.
//!
//! Source: of each service, the page "CloudWatch metrics" of its guide, as named beside its table.
//! A namespace that is not here is not judged: it may be a custom one.

mod compute;
mod data;
mod messages;
mod network;

/// One namespace.
pub struct Namespace {
    /// As `AWS/RDS`; upper and lower case matter.
    pub name: &'static str,
    /// Its metrics.
    groups: &'static [Group],
}

/// Metrics of one namespace that are published alike.
struct Group {
    /// The sets of dimensions, each as names in the order of the alphabet: `"LoadBalancer
    /// TargetGroup"`. A set that ends with `*` may have more; `""` is a metric without
    /// dimensions.
    dimensions: &'static [&'static str],
    /// The names, with spaces between them.
    names: &'static str,
}

/// Every namespace.
pub fn namespaces() -> impl Iterator<Item = &'static Namespace> {
    [network::NAMESPACES, compute::NAMESPACES, data::NAMESPACES, messages::NAMESPACES]
        .into_iter()
        .flatten()
}

/// The namespace of a name.
pub fn namespace(name: &str) -> Option<&'static Namespace> {
    namespaces().find(|namespace| namespace.name == name)
}

impl Namespace {
    /// The names of its metrics.
    pub fn metrics(&self) -> impl Iterator<Item = &'static str> {
        self.groups.iter().flat_map(|group| group.names.split_whitespace())
    }

    /// Whether it has a metric.
    pub fn has(&self, metric: &str) -> bool {
        self.metrics().any(|name| name == metric)
    }

    /// The sets of dimensions with which a metric is published; none where it has no such metric.
    pub fn dimensions(&self, metric: &str) -> &'static [&'static str] {
        let group = self
            .groups
            .iter()
            .find(|group| group.names.split_whitespace().any(|name| name == metric));
        group.map_or(&[], |group| group.dimensions)
    }
}

/// Whether dimensions of these names are one of the sets.
pub fn is_published(set: &str, names: &[&str]) -> bool {
    let required = required(set);
    let has_all = required.iter().all(|name| names.contains(name));
    has_all && (set.ends_with('*') || names.len() == required.len())
}

/// The names that a set requires.
pub fn required(set: &str) -> Vec<&str> {
    set.split_whitespace().filter(|name| *name != "*").collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_namespace_and_no_metric_of_it_is_there_twice() {
        let mut seen = HashSet::new();
        for namespace in namespaces() {
            assert!(seen.insert(namespace.name), "{}", namespace.name);
            let mut metrics = HashSet::new();
            for metric in namespace.metrics() {
                assert!(metrics.insert(metric), "{} {metric}", namespace.name);
            }
        }
    }

    #[test]
    fn a_set_is_met_by_its_names_and_an_open_one_by_more() {
        assert!(is_published("LoadBalancer TargetGroup", &["TargetGroup", "LoadBalancer"]));
        assert!(!is_published("LoadBalancer TargetGroup", &["TargetGroup"]));
        assert!(!is_published("LoadBalancer", &["TargetGroup", "LoadBalancer"]));
        assert!(is_published("FunctionName *", &["FunctionName", "Resource"]));
        assert!(is_published("", &[]));
        assert!(!is_published("", &["FunctionName"]));
    }
}
