//! Traffic that stops: from the outside, where a domain is configured, and by the requests that
//! still come (MON-5).
//!
//! Every other alarm on requests is quiet when none arrive, as after a fault of DNS, of a firewall
//! or of the certificate. Sources: Route 53 Developer Guide, "Monitoring health checks using
//! CloudWatch", which publishes in us-east-1 only; User Guide for Application Load Balancers,
//! "CloudWatch metrics for your Application Load Balancer": `RequestCount` has no data when nothing
//! arrives.

use super::load_balancer::load_balancer;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};

/// Seconds over which requests are counted.
const FIVE_MINUTES: u16 = 300;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let outside = tier.watched_from_outside.then(|| outside(var));
    let few = tier.traffic_floor.then(|| few_requests(var));
    outside.into_iter().chain(few).collect()
}

/// 1 while checkers all over the world get an answer. It has failed three times by then.
fn outside(var: &Inputs) -> Watch {
    let dimensions = vec![("HealthCheckId", var.health_check_id.clone())];
    let status = Metric {
        namespace: "AWS/Route53",
        name: "HealthCheckStatus",
        dimensions,
        statistic: "Minimum",
    };
    let alarm = Series::from(status).below(1).lasting(2, 2).or_no_data().page("unreachable");
    Watch::new(Section::Customer, "unreachable", "Reachable from the internet", [alarm])
}

fn few_requests(var: &Inputs) -> Watch {
    let requests = Series::from(load_balancer(var, "RequestCount", "Sum"));
    let floor = requests.below(&var.minimum_requests).lasting(2, 2).every(FIVE_MINUTES);
    let alarm = floor.or_no_data().page("few-requests");
    Watch::new(Section::Customer, "few-requests", "Requests in five minutes", [alarm])
}
