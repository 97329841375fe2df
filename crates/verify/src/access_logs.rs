//! Load balancers that write logs, and the buckets they write them to.

use crate::Planned::Known;
use crate::bucket::bucket_at;
use crate::{AttributePath, Inventory, Resource};

/// Where a load balancer is configured to log, and the bucket, as far as it is part of the plan.
pub fn access_logs(inventory: &Inventory) -> Vec<(AttributePath<'_>, Resource<'_>)> {
    let balancers = inventory.all_of(&["aws_elb", "aws_lb"]);
    let logs = balancers.flat_map(|balancer| {
        ["access_logs.0", "connection_logs.0"].map(|block| balancer.at(block))
    });
    logs.filter(is_enabled)
        .filter_map(|logs| Some((logs.clone(), bucket_at(&logs.at("bucket"))?)))
        .collect()
}

/// Logs of a Classic Load Balancer are on unless they are turned off, those of the others off
/// unless they are turned on.
fn is_enabled(logs: &AttributePath) -> bool {
    let by_default = logs.resource().kind() == "aws_elb";
    logs.value().is_set() && logs.at("enabled").bool().or(by_default) != Known(false)
}
