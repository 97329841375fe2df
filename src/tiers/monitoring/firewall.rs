//! The firewall before the load balancer: whether it turns away those who pay (MON-2).
//!
//! Source of the metrics and their dimensions: AWS WAF Developer Guide, "AWS WAF metrics and dimensions"; `Rule` is `ALL` for the
//! web ACL as a whole.

use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};

/// Percent of all requests. Scanners of the internet are always blocked; merchants who are make a large part.
const BLOCKED_PERCENT: u8 = 5;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    tier.firewall.then(|| blocked(var)).into_iter().collect()
}

fn blocked(var: &Inputs) -> Watch {
    let inputs = [("blocked", requests(var, "BlockedRequests")), ("allowed", requests(var, "AllowedRequests"))];
    let share = Series::math(
        "Blocked, in percent of all requests",
        "100 * FILL({blocked}, 0) / (FILL({blocked}, 0) + FILL({allowed}, 0))",
        inputs,
    );
    let alarm = share.above(BLOCKED_PERCENT).lasting(10, 15).ticket("firewall-blocks");
    Watch::new(Section::Traffic, "firewall-blocks", "Blocked by the firewall, in percent", [alarm], BLOCKED)
}

fn requests(var: &Inputs, name: &'static str) -> Metric {
    let dimensions = vec![("WebACL", var.web_acl_name.clone()), ("Region", "us-east-1".into()), ("Rule", "ALL".into())];
    Metric { namespace: "AWS/WAFV2", name, dimensions, statistic: "Sum" }
}

const BLOCKED: Runbook = Runbook {
    meaning: "The firewall blocks more than one request in twenty: someone attacks, or it turns a merchant away.",
    first_look: &[
        "aws logs filter-log-events --region us-east-1 --log-group-name {{ firewall_log_group }} --start-time $(( \
         ($(date +%s) - 1800) * 1000 )) --filter-pattern '{ $.action = \"BLOCK\" }' --max-items 50 --query 'events[].message'",
    ],
    causes: &[
        "An attack or a scanner: many addresses, paths that do not exist.",
        "A merchant sends more than `application.waf.rate_limit`, all from one address.",
        "A rule takes the request of a merchant for an attack, mostly since a release of theirs.",
    ],
    steps: &[
        "Read in the log which rule blocks (`terminatingRuleId`, and `ruleGroupList` for the rule within a group) and whom \
         (`httpRequest.clientIp`).",
        "The rate of a known merchant: add its addresses to `application.waf.exempt_addresses`, or raise \
         `application.waf.rate_limit`, and apply.",
        "A rule is wrong about a merchant: add it to `application.waf.counted_rules`, so that it only counts, and apply.",
        "An attack: nothing; it is blocked.",
    ],
    escalate: "Merchants are turned away and you cannot tell by what: the owner of the payment service.",
};
