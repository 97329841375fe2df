//! Each availability zone by itself, and an alarm for one that is bad while the two others are not
//! (NET-1).
//!
//! Source: AWS whitepaper "Advanced Multi-AZ Resilience Patterns", "Outlier detection" and
//! "Composite alarms".

use super::alarm::{Alarm, Severity};
use super::composite::{Composite, Rule};
use super::load_balancer::{ERROR_PERCENT, RESPONSE_SECONDS, error_rate, target_group};
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};
use crate::cidr::Zone;
use terraform::tf::Attr;

/// Packets a NAT gateway may drop, of 10,000: AWS looks at more than 0.01 percent.
/// Source: Amazon VPC User Guide, "Monitor NAT gateways with Amazon CloudWatch",
/// `PacketsDropCount`.
const DROPPED: u8 = 1;

/// Part of a zone's tasks, in percent, that answer worse than all others though their health checks
/// pass: a gray failure. A single task among several is a fault of that task.
/// Source: User Guide for Application Load Balancers, "Automatic Target Weights (ATW)" and "Target
/// metrics", `AnomalousHostCount`.
const ANOMALOUS_PERCENT: u8 = 50;

/// The alarms of one zone that show it impaired.
struct Signs {
    zone: Zone,
    healthy: Alarm,
    errors: Alarm,
    slow: Alarm,
    drops: Alarm,
    gray: Alarm,
}

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let zones = tier.zones.iter().enumerate();
    let signs: Vec<_> = zones
        .clone()
        .map(|(place, zone)| Signs::new(var, *zone, var.nat_gateway_ids.at(place)))
        .collect();
    let unhealthy = tier.zones.iter().map(|zone| unhealthy(var, *zone));
    let ports = zones.map(|(place, zone)| ports(var.nat_gateway_ids.at(place)).in_zone(*zone));
    let each = |alarm: fn(&Signs) -> &Alarm| {
        signs.iter().map(|signs| alarm(signs).clone()).collect::<Vec<_>>()
    };
    let zone = |page, title, alarms: Vec<Alarm>| Watch::new(Section::Zones, page, title, alarms);
    let impaired = (0..signs.len()).map(|place| impaired(&signs, place));
    vec![
        zone("zone-impaired", "Healthy tasks in each zone", each(|signs| &signs.healthy))
            .composed(impaired),
        zone("zone-unhealthy-hosts", "Unhealthy tasks in each zone", unhealthy.collect()),
        zone("zone-errors", "Errors in each zone, in percent", each(|signs| &signs.errors)),
        zone(
            "zone-latency",
            "Response time in each zone, 99th percentile",
            each(|signs| &signs.slow),
        ),
        zone(
            "zone-gray-failure",
            "Anomalous tasks in each zone, in percent",
            each(|signs| &signs.gray),
        ),
        zone(
            "nat-drops",
            "Dropped of 10,000 packets, each NAT gateway",
            each(|signs| &signs.drops),
        ),
        zone("nat-ports", "Connections each NAT gateway could not open", ports.collect()),
    ]
}

impl Signs {
    fn new(var: &Inputs, zone: Zone, nat_gateway: Attr<String>) -> Self {
        let metric = |name, statistic| in_zone(var, name, statistic, zone);
        let healthy = Series::from(metric("HealthyHostCount", "Minimum"));
        let errors =
            error_rate(metric("HTTPCode_Target_5XX_Count", "Sum"), metric("RequestCount", "Sum"));
        let slow = Series::from(metric("TargetResponseTime", "p99"));
        Signs {
            zone,
            healthy: healthy.below(1).or_no_data().ticket("healthy-hosts").in_zone(zone),
            errors: errors.above(ERROR_PERCENT).ticket("errors").in_zone(zone),
            slow: slow.above(RESPONSE_SECONDS).ticket("response-time").in_zone(zone),
            drops: drops(nat_gateway).in_zone(zone),
            gray: anomalous(var, zone),
        }
    }

    fn bad(&self) -> Rule {
        Rule::any_of(&[&self.healthy, &self.errors, &self.slow, &self.drops, &self.gray])
    }
}

/// The alarm of one zone that is bad while the others are not.
pub(super) fn impaired_purpose(zone: Zone) -> String {
    format!("zone-impaired-{}", zone.letter())
}

fn impaired(signs: &[Signs], place: usize) -> Composite {
    let others = signs.iter().enumerate().filter(|(other, _)| *other != place);
    let fine = others.map(|(_, signs)| Rule::Not(Box::new(signs.bad())));
    let rule = Rule::All([signs[place].bad()].into_iter().chain(fine).collect());
    let zone = signs[place].zone;
    Composite { purpose: impaired_purpose(zone), severity: Severity::Page, zone: Some(zone), rule }
}

fn unhealthy(var: &Inputs, zone: Zone) -> Alarm {
    let hosts = Series::from(in_zone(var, "UnHealthyHostCount", "Maximum", zone));
    hosts.at_least(1).ticket("unhealthy-hosts").in_zone(zone)
}

fn anomalous(var: &Inputs, zone: Zone) -> Alarm {
    let share = Series::math(
        "Anomalous, in percent of the healthy tasks",
        "100 * {anomalous} / {healthy}",
        [
            ("anomalous", in_zone(var, "AnomalousHostCount", "Maximum", zone)),
            ("healthy", in_zone(var, "HealthyHostCount", "Minimum", zone)),
        ],
    );
    share.at_least(ANOMALOUS_PERCENT).ticket("anomalous-hosts").in_zone(zone)
}

fn in_zone(var: &Inputs, name: &'static str, statistic: &'static str, zone: Zone) -> Metric {
    let mut metric = target_group(var, name, statistic);
    metric.dimensions.push(("AvailabilityZone", zone.name().into()));
    metric
}

fn drops(nat_gateway: Attr<String>) -> Alarm {
    let packets = |name| nat(name, &nat_gateway);
    let share = Series::math(
        "Dropped, of 10,000 packets",
        "10000 * FILL({drops}, 0) / ({out} + {back})",
        [
            ("drops", packets("PacketsDropCount")),
            ("out", packets("PacketsInFromSource")),
            ("back", packets("PacketsInFromDestination")),
        ],
    );
    share.above(DROPPED).ticket("nat-drops")
}

fn ports(nat_gateway: Attr<String>) -> Alarm {
    Series::from(nat("ErrorPortAllocation", &nat_gateway)).at_least(1).page("nat-ports")
}

fn nat(name: &'static str, nat_gateway: &Attr<String>) -> Metric {
    let dimensions = vec![("NatGatewayId", nat_gateway.clone())];
    Metric { namespace: "AWS/NATGateway", name, dimensions, statistic: "Sum" }
}
