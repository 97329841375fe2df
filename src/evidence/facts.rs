//! The figures and names in the sentences of requirements, compared exactly: 10 and 50 tasks,
//! us-east-1, three zones, 365 days. A rule asks what is right for any stack; a fact asks for what
//! was required of this one.

use std::collections::BTreeSet;

use verify::aws::network::{Subnet, region_of};
use verify::loss::{Impact, ZoneLossAnalysis};
use verify::{AttributePath, Inventory, Outcome, Planned, Resource};

/// The region that is required.
const REGION: &str = "us-east-1";

/// What a fact is compared with.
type Fact = fn(&Inventory) -> Vec<Judged>;

/// Every fact, by its id.
pub const FACTS: [(&str, Fact); 20] = [
    ("engine-is-aurora-postgresql", |it| {
        texts(it, "aws_rds_cluster", "engine", is("aurora-postgresql"))
    }),
    ("region-is-us-east-1", region),
    ("instances-in-three-zones", |it| {
        zones(it, "aws_rds_cluster_instance", "availability_zone", of_text)
    }),
    ("promotion-tiers-stated", |it| {
        numbers(it, "aws_rds_cluster_instance", "promotion_tier", |_| true, "a number")
    }),
    ("recovery-point-alarm", |it| {
        alarms(it, "RpoSeconds", "threshold", |alarm| {
            alarm.at("threshold").number().map(|at| at <= 300.0)
        })
    }),
    ("recovery-point-measured", recovery_point_measured),
    ("data-api-enabled", data_api),
    ("service-on-fargate", |it| it.all("aws_ecs_service").map(on_fargate).collect()),
    ("tasks-10-to-50", |it| {
        let fewest =
            numbers(it, "aws_appautoscaling_target", "min_capacity", |tasks| tasks == 10.0, "10");
        fewest
            .into_iter()
            .chain(numbers(
                it,
                "aws_appautoscaling_target",
                "max_capacity",
                |tasks| tasks == 50.0,
                "50",
            ))
            .collect()
    }),
    ("load-balancer-is-application", |it| it.all("aws_lb").map(is_application).collect()),
    ("transaction-log-bucket", transaction_log_bucket),
    ("traffic-alarm", |it| {
        alarms(it, "RequestCount", "treat_missing_data", |alarm| {
            alarm.at("treat_missing_data").string().map(|missing| missing == "breaching")
        })
    }),
    ("healthy-targets-alarm", |it| {
        alarms(it, "HealthyHostCount", "comparison_operator", |alarm| {
            is_raised_below(alarm).and(is_of_every_zone(alarm))
        })
    }),
    ("running-tasks-alarm", |it| {
        alarms(it, "RunningTaskCount", "comparison_operator", is_raised_below)
    }),
    ("outside-alarm", |it| {
        alarms(it, "HealthCheckStatus", "metric_name", |_| Planned::Known(true))
    }),
    ("subnets-in-three-zones", subnets_in_three_zones),
    ("nat-gateways-in-three-zones", |it| zones(it, "aws_nat_gateway", "subnet_id", of_subnet)),
    ("function-has-a-role", |it| it.all("aws_lambda_function").map(has_role).collect()),
    ("survives-each-zone", survives_each_zone),
    ("log-groups-365-days", |it| it.all("aws_cloudwatch_log_group").map(kept_for_a_year).collect()),
];

/// What a fact comes to at one place.
pub struct Judged {
    /// The address of the resource.
    pub address: String,
    /// The attribute.
    pub attribute: String,
    /// The value that decides.
    pub value: String,
    /// What is seen.
    pub outcome: Outcome,
}

fn judged(place: &AttributePath, outcome: Outcome) -> Judged {
    let value = place.proof().unwrap_or_else(|| place.shown());
    Judged {
        address: place.resource().address().to_owned(),
        attribute: place.path().to_owned(),
        value,
        outcome,
    }
}

/// A value that must hold; what is not set does not, and what is not known is unknown.
fn holds(place: &AttributePath, holds: Planned<bool>, wanted: &str) -> Judged {
    let outcome = match holds {
        Planned::Known(true) => Outcome::Pass,
        Planned::Unknown => Outcome::Unknown(place.known_later()),
        Planned::Known(false) | Planned::Absent => {
            Outcome::Fail(format!("it is {}, and {wanted} is required", place.shown()))
        }
    };
    judged(place, outcome)
}

fn is(wanted: &'static str) -> impl Fn(&AttributePath) -> Judged {
    move |place| holds(place, place.string().map(|text| text == wanted), wanted)
}

fn texts(
    inventory: &Inventory,
    kind: &str,
    attribute: &str,
    judge: impl Fn(&AttributePath) -> Judged,
) -> Vec<Judged> {
    inventory.all(kind).map(|resource| judge(&resource.at(attribute))).collect()
}

fn numbers(
    inventory: &Inventory,
    kind: &str,
    attribute: &str,
    is_right: fn(f64) -> bool,
    wanted: &str,
) -> Vec<Judged> {
    let places = inventory.all(kind).map(|resource| resource.at(attribute));
    places.map(|place| holds(&place, place.number().map(is_right), wanted)).collect()
}

/// The RDS Data API is on. If it is off, this shows nothing, since classes such as db.t4g do not
/// have it.
fn data_api(inventory: &Inventory) -> Vec<Judged> {
    let places = inventory.all("aws_rds_cluster").map(|cluster| cluster.at("enable_http_endpoint"));
    places
        .filter(|place| place.bool() == Planned::Known(true))
        .map(|place| judged(&place, Outcome::Pass))
        .collect()
}

/// The schedule that starts the workflow of the probe; other workflows measure something else.
fn recovery_point_measured(inventory: &Inventory) -> Vec<Judged> {
    let is_probe = |schedule: &Resource| {
        let machine = schedule.at("target.0.arn").link("aws_sfn_state_machine").one();
        machine.is_some_and(|machine| {
            machine.at("name").string().known().is_some_and(|name| name.contains("rpo-probe"))
        })
    };
    let states = inventory
        .all("aws_scheduler_schedule")
        .filter(is_probe)
        .map(|schedule| schedule.at("state"));
    states
        .map(|state| {
            holds(&state, state.string().or("ENABLED").map(|state| state == "ENABLED"), "ENABLED")
        })
        .collect()
}

/// What the provider says, and where it says nothing, the zones of the subnets.
fn region(inventory: &Inventory) -> Vec<Judged> {
    let places = inventory.providers().map(|provider| provider.at("region"));
    let stated: Vec<_> =
        places.filter(|place| place.string().is_set()).map(|place| is(REGION)(&place)).collect();
    if !stated.is_empty() {
        return stated;
    }
    let zones = Subnet::all(inventory).filter_map(|subnet| Some((subnet, subnet.zone()?)));
    zones
        .map(|(subnet, zone)| {
            one_of(subnet.0, zone, region_of(zone) == REGION, "it is in another region")
        })
        .collect()
}

fn one_of(resource: Resource, zone: &str, is_right: bool, otherwise: &str) -> Judged {
    let outcome = if is_right { Outcome::Pass } else { Outcome::Fail(otherwise.to_owned()) };
    let (address, attribute) = (resource.address().to_owned(), "availability_zone".to_owned());
    Judged { address, attribute, value: format!("{zone:?}"), outcome }
}

fn of_text<'a>(place: &AttributePath<'a>) -> Option<&'a str> {
    place.string().known()
}

fn of_subnet<'a>(place: &AttributePath<'a>) -> Option<&'a str> {
    let links = place.link("aws_subnet").links;
    Subnet(links.first()?.resource).zone()
}

/// Each in a zone that is known, and three zones among them.
fn zones(
    inventory: &Inventory,
    kind: &str,
    attribute: &str,
    zone: for<'a> fn(&AttributePath<'a>) -> Option<&'a str>,
) -> Vec<Judged> {
    let found: Vec<_> = inventory.all(kind).map(|it| (it, zone(&it.at(attribute)))).collect();
    let distinct: BTreeSet<_> = found.iter().filter_map(|(_, zone)| *zone).collect();
    let too_few = format!("all of them are in {} of three zones", distinct.len());
    let judge = |(resource, zone): &(Resource, Option<&str>)| match zone {
        Some(zone) => one_of(*resource, zone, distinct.len() >= 3, &too_few),
        None => judged(&resource.at(attribute), Outcome::Unknown("its zone is unknown".to_owned())),
    };
    found.iter().map(judge).collect()
}

fn subnets_in_three_zones(inventory: &Inventory) -> Vec<Judged> {
    let found: Vec<_> =
        Subnet::all(inventory).filter_map(|subnet| Some((subnet.0, subnet.zone()?))).collect();
    let distinct: BTreeSet<_> = found.iter().map(|(_, zone)| *zone).collect();
    let wanted = format!("the subnets are in {} zones, and three are required", distinct.len());
    found.iter().map(|(subnet, zone)| one_of(*subnet, zone, distinct.len() == 3, &wanted)).collect()
}

/// The alarms on a metric; none is no evidence.
fn alarms(
    inventory: &Inventory,
    metric: &str,
    attribute: &str,
    is_right: fn(&Resource) -> Planned<bool>,
) -> Vec<Judged> {
    let watches = |alarm: &Resource| {
        let queried = alarm
            .at("metric_query")
            .items()
            .into_iter()
            .map(|query| query.at("metric.0.metric_name"));
        std::iter::once(alarm.at("metric_name"))
            .chain(queried)
            .any(|name| name.string() == Planned::Known(metric))
    };
    let alarms = inventory.all("aws_cloudwatch_metric_alarm").filter(watches);
    let mut judged =
        alarms.map(|alarm| holds(&alarm.at(attribute), is_right(&alarm), "another value"));
    // One is enough: others on the same metric watch something else.
    judged.find(|it| it.outcome == Outcome::Pass).into_iter().collect()
}

fn is_raised_below(alarm: &Resource) -> Planned<bool> {
    alarm.at("comparison_operator").string().map(|operator| operator.starts_with("LessThan"))
}

/// An alarm on the targets of one zone does not count those of the load balancer.
fn is_of_every_zone(alarm: &Resource) -> Planned<bool> {
    Planned::Known(!alarm.at("dimensions.AvailabilityZone").value().is_set())
}

fn on_fargate(service: Resource) -> Judged {
    let strategies = service.at("capacity_provider_strategy").items();
    let providers: Vec<_> =
        strategies.iter().map(|strategy| strategy.at("capacity_provider")).collect();
    if let Some(provider) = providers.first() {
        let all = providers
            .iter()
            .map(|provider| provider.string().map(|name| name.starts_with("FARGATE")));
        return holds(provider, all.fold(Planned::Known(true), Planned::and), "FARGATE");
    }
    is("FARGATE")(&service.at("launch_type"))
}

fn is_application(balancer: Resource) -> Judged {
    let kind = balancer.at("load_balancer_type");
    holds(&kind, kind.string().or("application").map(|kind| kind == "application"), "application")
}

fn transaction_log_bucket(inventory: &Inventory) -> Vec<Judged> {
    let names = inventory.all("aws_s3_bucket").map(|bucket| bucket.at("bucket"));
    let found = names
        .filter(|name| name.string().known().is_some_and(|text| text.contains("transaction-logs")));
    found.map(|name| judged(&name, Outcome::Pass)).collect()
}

fn has_role(function: Resource) -> Judged {
    let role = function.at("role");
    let is_there = !role.link("aws_iam_role").links.is_empty();
    let outcome = if is_there {
        Outcome::Pass
    } else {
        Outcome::Unknown("its role is not in this plan".to_owned())
    };
    judged(&role, outcome)
}

fn kept_for_a_year(group: Resource) -> Judged {
    let days = group.at("retention_in_days");
    // 0, the provider's default, is forever.
    holds(&days, days.number().or(0.0).map(|days| days == 0.0 || days >= 365.0), "365 days or more")
}

/// The stack as a whole, for each zone.
fn survives_each_zone(inventory: &Inventory) -> Vec<Judged> {
    let loss = ZoneLossAnalysis::of(inventory);
    let single = loss.cases.iter().enumerate().filter(|(_, case)| case.lost.len() == 1);
    let judge = |(place, lost): (usize, &str)| {
        let worst = loss
            .rows
            .iter()
            .filter_map(|row| Some((row, row.impacts.get(place)?)))
            .max_by_key(|(_, impact)| impact.rank());
        let (row, impact) = worst?;
        let why = || {
            inventory.redacted(&format!(
                "{} is {}: {}",
                row.resource.address(),
                impact.word(),
                impact.why()
            ))
        };
        let outcome = match impact {
            Impact::Survives(_) | Impact::Degraded(_) => Outcome::Pass,
            Impact::Unknown(_) => Outcome::Unknown(why()),
            Impact::Lost(_) => Outcome::Fail(why()),
        };
        let (address, attribute) = (format!("loss of {lost}"), String::new());
        Some(Judged { address, attribute, value: loss.verdict(place).to_owned(), outcome })
    };
    single.filter_map(|(place, case)| judge((place, *case.lost.first()?))).collect()
}

/// Every sentence of the evidence is judged by rules and facts that exist.
#[cfg(test)]
pub fn assert_judged(text: &str, rules: &[String], facts: &[String]) {
    for rule in rules {
        assert!(verify::rule(rule).is_some(), "{text}: there is no rule {rule}");
    }
    for fact in facts {
        assert!(FACTS.iter().any(|(id, _)| id == fact), "{text}: there is no fact {fact}");
    }
    assert!(!(rules.is_empty() && facts.is_empty()), "{text}: nothing judges it");
}
