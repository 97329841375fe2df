//! Each availability zone by itself, and an alarm for one that is bad while the two others are not (NET-1).
//!
//! Source: AWS whitepaper "Advanced Multi-AZ Resilience Patterns", "Outlier detection" and "Composite alarms".

use super::alarm::{Alarm, Severity};
use super::commands::{AWS_HEALTH, ROLL_BACK, SERVICE_EVENTS, TARGET_HEALTH, ZONAL_SHIFTS};
use super::composite::{Composite, Rule};
use super::load_balancer::{ERROR_PERCENT, RESPONSE_SECONDS, error_rate, target_group};
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};
use crate::cidr::Zone;
use terraform::tf::Attr;

/// Packets a NAT gateway may drop, of 10,000: AWS looks at more than 0.01 percent.
/// Source: Amazon VPC User Guide, "Monitor NAT gateways with Amazon CloudWatch", `PacketsDropCount`.
const DROPPED: u8 = 1;

/// Part of a zone's tasks, in percent, that answer worse than all others though their health checks pass: a gray failure. A
/// single task among several is a fault of that task.
/// Source: User Guide for Application Load Balancers, "Automatic Target Weights (ATW)" and "Target metrics",
/// `AnomalousHostCount`.
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
    let signs: Vec<_> =
        zones.clone().map(|(place, zone)| Signs::new(var, *zone, var.nat_gateway_ids.at(place))).collect();
    let unhealthy = tier.zones.iter().map(|zone| unhealthy(var, *zone));
    let ports = zones.map(|(place, zone)| ports(var.nat_gateway_ids.at(place)).in_zone(*zone));
    let each = |alarm: fn(&Signs) -> &Alarm| signs.iter().map(|signs| alarm(signs).clone()).collect::<Vec<_>>();
    let zone = |page, title, alarms: Vec<Alarm>, runbook| Watch::new(Section::Zones, page, title, alarms, runbook);
    let impaired = (0..signs.len()).map(|place| impaired(&signs, place));
    vec![
        zone("zone-impaired", "Healthy tasks in each zone", each(|signs| &signs.healthy), IMPAIRED).composed(impaired),
        zone("zone-unhealthy-hosts", "Unhealthy tasks in each zone", unhealthy.collect(), UNHEALTHY),
        zone("zone-errors", "Errors in each zone, in percent", each(|signs| &signs.errors), ERRORS),
        zone("zone-latency", "Response time in each zone, 99th percentile", each(|signs| &signs.slow), LATENCY),
        zone("zone-gray-failure", "Anomalous tasks in each zone, in percent", each(|signs| &signs.gray), GRAY),
        zone("nat-drops", "Dropped of 10,000 packets, each NAT gateway", each(|signs| &signs.drops), DROPS),
        zone("nat-ports", "Connections each NAT gateway could not open", ports.collect(), PORTS),
    ]
}

impl Signs {
    fn new(var: &Inputs, zone: Zone, nat_gateway: Attr<String>) -> Self {
        let metric = |name, statistic| in_zone(var, name, statistic, zone);
        let healthy = Series::from(metric("HealthyHostCount", "Minimum"));
        let errors = error_rate(metric("HTTPCode_Target_5XX_Count", "Sum"), metric("RequestCount", "Sum"));
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

fn impaired(signs: &[Signs], place: usize) -> Composite {
    let others = signs.iter().enumerate().filter(|(other, _)| *other != place);
    let fine = others.map(|(_, signs)| Rule::Not(Box::new(signs.bad())));
    let rule = Rule::All([signs[place].bad()].into_iter().chain(fine).collect());
    let zone = signs[place].zone;
    let purpose = format!("zone-impaired-{}", zone.letter());
    Composite { purpose, severity: Severity::Page, zone: Some(zone), rule }
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

const NAT: &str = "aws ec2 describe-nat-gateways --region us-east-1 --filter Name=tag:Name,Values={{ \
         nat_gateway }} --query 'NatGateways[].[NatGatewayId,State,FailureMessage]'";

const IMPAIRED: Runbook = Runbook {
    meaning: "One availability zone has no healthy task, fails, is slow, loses packets or has anomalous tasks, \
         while the two others do not: the zone is impaired.",
    first_look: &[
        TARGET_HEALTH,
        AWS_HEALTH,
        ZONAL_SHIFTS,
        "aws arc-zonal-shift list-managed-resources --region us-east-1",
    ],
    causes: &[
        "AWS has lost the zone, in whole or for one service.",
        "The route, NAT gateway or subnet of the zone was changed by hand.",
        "A release is being rolled out, and this zone got it first: look at the service events.",
    ],
    steps: &[
        "Move traffic away for two hours: `aws arc-zonal-shift start-zonal-shift --expires-in 2h`, \
         with the zone's id and the load balancer's ARN from list-managed-resources.",
        "The database writes in that zone: `aws rds failover-db-cluster` to another one.",
        "Do not deploy; ECS places new tasks in the other zones.",
        "`terraform plan` shows a change made by hand: apply.",
        "The zone is well for 30 minutes: cancel the shift, and see tasks return.",
    ],
    escalate: "The two others get worse as well, or capacity runs out: AWS support, severity critical, \
         and the owner of the platform.",
};

const UNHEALTHY: Runbook = Runbook {
    meaning: "A payment task in this availability zone has failed its health checks for minutes.",
    first_look: &[TARGET_HEALTH, SERVICE_EVENTS],
    causes: &[
        "One task hangs.",
        "The zone is impaired, if the other zones have none.",
        "A release, if they have as well.",
    ],
    steps: &["Only this zone: see zone-impaired.", "All zones: follow unhealthy-hosts."],
    escalate: "As for zone-impaired.",
};

const ERRORS: Runbook = Runbook {
    meaning: "More than 1 percent of the requests in this availability zone end with an error of the \
         payment tasks.",
    first_look: &[TARGET_HEALTH, AWS_HEALTH, super::commands::TASK_ERRORS],
    causes: &["The zone is impaired, if the others are fine.", "A release or the database, if they are not."],
    steps: &["Only this zone: follow zone-impaired.", "All zones: follow target-errors."],
    escalate: "As for zone-impaired.",
};

const LATENCY: Runbook = Runbook {
    meaning: "One in a hundred payments in this availability zone takes longer than a second.",
    first_look: &[AWS_HEALTH, TARGET_HEALTH],
    causes: &[
        "The network of the zone.",
        "The writer of the database is in another zone that is hard to reach from here.",
        "The load, if all zones are slow.",
    ],
    steps: &["Only this zone: follow zone-impaired.", "All zones: follow response-time."],
    escalate: "As for zone-impaired.",
};

const GRAY: Runbook = Runbook {
    meaning: "Half of the payment tasks in this availability zone or more answer worse than all others, though their \
         health checks pass: the zone may fail in part. The load balancer sends them less already.",
    first_look: &[TARGET_HEALTH, AWS_HEALTH, super::commands::TASK_ERRORS],
    causes: &[
        "The zone is impaired in part: packets are lost, a disk or an API is slow.",
        "A release is being rolled out, and this zone got it first: look at the service events.",
    ],
    steps: &["Only this zone, and no release: follow zone-impaired.", ROLL_BACK],
    escalate: "As for zone-impaired.",
};

const DROPS: Runbook = Runbook {
    meaning: "The NAT gateway of this zone drops more than one packet in ten thousand: calls to payment \
         partners from this zone fail or are slow.",
    first_look: &[NAT, AWS_HEALTH],
    causes: &["A fault of AWS in the zone.", "More traffic than the gateway can carry."],
    steps: &[
        "AWS Health names it, or the drops stay: follow zone-impaired and move traffic away.",
        "Traffic of the gateway near 100 Gbit/s: find what causes it in the flow logs.",
    ],
    escalate: "Drops without traffic and without an event: AWS support, severity urgent.",
};

const PORTS: Runbook = Runbook {
    meaning: "The NAT gateway of this zone has no port left for new connections to one destination: \
         calls to that payment partner fail.",
    first_look: &[
        NAT,
        "aws logs filter-log-events --region us-east-1 --log-group-name {{ flow_log_group }} \
         --start-time $(( ($(date +%s) - 600) * 1000 )) --filter-pattern ACCEPT --max-items 50 \
         --query 'events[].message'",
    ],
    causes: &[
        "Tasks open a connection for each call instead of keeping them.",
        "More than 55,000 connections to one partner at once.",
        "A partner answers slowly, so that connections pile up.",
    ],
    steps: &[
        "Find the destination in the flow logs.",
        ROLL_BACK,
        "Let tasks keep connections; until then add an address to the NAT gateway, which adds \
         55,000 ports.",
    ],
    escalate: "A partner that does not answer: call the partner.",
};
