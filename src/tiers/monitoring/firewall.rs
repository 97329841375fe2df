//! The firewall before the load balancer: whether it turns away those who pay (MON-2).
//!
//! Source of the metrics and their dimensions: AWS WAF Developer Guide, "AWS WAF metrics and
//! dimensions"; `Rule` is `ALL` for the web ACL as a whole.

use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};

/// Percent of all requests. Scanners of the internet are always blocked; merchants who are make a
/// large part.
const BLOCKED_PERCENT: u8 = 5;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    tier.firewall.then(|| blocked(var)).into_iter().collect()
}

fn blocked(var: &Inputs) -> Watch {
    let inputs = [
        ("blocked", requests(var, "BlockedRequests")),
        ("allowed", requests(var, "AllowedRequests")),
    ];
    let share = Series::math(
        "Blocked, in percent of all requests",
        "100 * FILL({blocked}, 0) / (FILL({blocked}, 0) + FILL({allowed}, 0))",
        inputs,
    );
    let alarm = share.above(BLOCKED_PERCENT).lasting(10, 15).ticket("firewall-blocks");
    Watch::new(Section::Traffic, "firewall-blocks", "Blocked by the firewall, in percent", [alarm])
}

fn requests(var: &Inputs, name: &'static str) -> Metric {
    let dimensions = vec![
        ("WebACL", var.web_acl_name.clone()),
        ("Region", "us-east-1".into()),
        ("Rule", "ALL".into()),
    ];
    Metric { namespace: "AWS/WAFV2", name, dimensions, statistic: "Sum" }
}
