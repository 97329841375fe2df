//! The alarms that the loss of zones raises, as far as the plan shows what their metrics will be.

use std::collections::{BTreeSet, HashMap};

use super::database::Cluster;
use super::instance::of_instance;
use super::machine_group::{of_scaling_group, size};
use super::service::Service;
use super::zonal::survivors;
use crate::alarm::{COMPOSITE, KIND, name};
use crate::aws::alarm_rule::AlarmRule;
use crate::aws::balancing::targets;
use crate::{Inventory, Planned, Resource};

/// The alarms that a loss raises.
pub fn raised<'a>(inventory: &'a Inventory, lost: &[&str]) -> Vec<Resource<'a>> {
    Watch::of(inventory).raised(lost)
}

/// What alarms watch, read once for all losses.
pub struct Watch<'a> {
    alarms: Vec<Resource<'a>>,
    /// Alarms made of others, with their rules, as far as they can be read.
    composites: Vec<(Resource<'a>, Option<AlarmRule<'a>>)>,
    services: Vec<Service<'a>>,
    clusters: Vec<Cluster<'a>>,
    /// The machines of each target group.
    targets: HashMap<Resource<'a>, Vec<Machines<'a>>>,
}

/// One machine, or those of a group.
struct Machines<'a> {
    zones: BTreeSet<&'a str>,
    /// How many there are, spread evenly.
    count: Option<u32>,
}

impl<'a> Watch<'a> {
    /// Of a stack.
    pub fn of(inventory: &'a Inventory) -> Self {
        let mut by_group: HashMap<Resource, Vec<Machines>> = HashMap::new();
        for (group, target) in targets(inventory) {
            let (placement, count) = match target.kind() {
                "aws_instance" => (of_instance(target), Some(1)),
                "aws_autoscaling_group" => (of_scaling_group(target), size(target).known()),
                _ => continue,
            };
            let count = count.filter(|_| placement.incomplete.is_none());
            by_group.entry(group).or_default().push(Machines { zones: placement.zones(), count });
        }
        Self {
            alarms: inventory.all(KIND).collect(),
            composites: inventory.all(COMPOSITE).map(|one| (one, AlarmRule::of(one))).collect(),
            services: Service::all(inventory).collect(),
            clusters: Cluster::all(inventory).collect(),
            targets: by_group,
        }
    }

    /// The alarms that a loss raises.
    pub fn raised(&self, lost: &[&str]) -> Vec<Resource<'a>> {
        let left = self.services.iter().filter_map(|service| tasks_left(service, lost)).min();
        let readers_left = self.clusters.iter().all(|cluster| {
            let is_left = |zone: &str| !lost.contains(&zone);
            cluster.instances.iter().filter(|instance| instance.zone.is_some_and(is_left)).count()
                > 1
        });
        let is_raised = |alarm: &&Resource<'a>| self.is_raised(**alarm, lost, left, readers_left);
        let mut raised: Vec<_> = self.alarms.iter().filter(is_raised).copied().collect();
        // A rule with NOT may hold before anything is lost: it is not the loss that raises it.
        let before = self.composites_raised(&[]);
        let composites = self.composites_raised(&raised);
        raised.extend(composites.into_iter().filter(|one| !before.contains(one)));
        raised
    }

    /// The composite alarms that are raised while these of the metric alarms are. One that is made
    /// of others waits for their states; a ring of them never gets one.
    fn composites_raised(&self, alarms: &[Resource<'a>]) -> Vec<Resource<'a>> {
        let states =
            self.alarms.iter().filter_map(|alarm| Some((name(*alarm)?, alarms.contains(alarm))));
        let mut states: HashMap<_, _> = states.collect();
        let (mut raised, mut open) = (Vec::new(), Vec::from_iter(&self.composites));
        loop {
            let before = open.len();
            open.retain(|(alarm, rule)| {
                let holds =
                    rule.as_ref().and_then(|rule| rule.holds(&|name| states.get(name).copied()));
                states.extend(name(*alarm).zip(holds));
                raised.extend((holds == Some(true)).then_some(*alarm));
                holds.is_none()
            });
            if open.len() == before {
                return raised;
            }
        }
    }

    fn is_raised(
        &self,
        alarm: Resource<'a>,
        lost: &[&str],
        left: Option<u32>,
        readers_left: bool,
    ) -> bool {
        let Planned::Known(metric) = alarm.at("metric_name").string() else { return false };
        let zone = alarm.at("dimensions.AvailabilityZone").string().known();
        let Some(threshold) = alarm.at("threshold").number().known() else { return false };
        let operator = alarm.at("comparison_operator").string().known();
        let below = operator.is_some_and(|operator| operator.starts_with("LessThan"));
        match (metric, zone) {
            ("HealthyHostCount" | "RunningTaskCount", Some(zone)) => below && lost.contains(&zone),
            ("HealthyHostCount" | "RunningTaskCount", None) => {
                let machines =
                    self.machines_left(alarm, lost).filter(|_| metric == "HealthyHostCount");
                below && left.into_iter().chain(machines).any(|left| f64::from(left) < threshold)
            }
            ("UnHealthyHostCount", zone) => {
                let is_hit = left.is_some()
                    || self
                        .machines(alarm)
                        .any(|one| one.zones.iter().any(|zone| lost.contains(zone)));
                is_hit && zone.is_none_or(|zone| lost.contains(&zone))
            }
            ("AuroraReplicaLagMaximum", _) => {
                !readers_left
                    && alarm.at("treat_missing_data").string() == Planned::Known("breaching")
            }
            _ => false,
        }
    }

    /// The zones of the machines of the target group that an alarm watches; of all, where it is not
    /// known which it watches.
    fn machines(&self, alarm: Resource<'a>) -> impl Iterator<Item = &Machines<'a>> {
        let watched = alarm.at("dimensions.TargetGroup").link("aws_lb_target_group").one();
        let groups = self
            .targets
            .iter()
            .filter(move |(group, _)| watched.is_none_or(|watched| watched == **group));
        groups.flat_map(|(_, machines)| machines)
    }

    /// How many machines of the target group that an alarm watches are left; `None` where none is
    /// lost, or their number is not known.
    fn machines_left(&self, alarm: Resource<'a>, lost: &[&str]) -> Option<u32> {
        let group = alarm.at("dimensions.TargetGroup").link("aws_lb_target_group").one()?;
        let machines = self.targets.get(&group)?;
        let gone = |one: &Machines| one.zones.iter().filter(|zone| lost.contains(zone)).count();
        let left =
            machines.iter().map(|one| Some(survivors(one.count?, one.zones.len(), gone(one))));
        let left = left.sum::<Option<u32>>()?;
        machines.iter().any(|one| gone(one) > 0).then_some(left)
    }
}

/// Tasks left of the fewest that a service has; `None` where no task is lost.
fn tasks_left(service: &Service, lost: &[&str]) -> Option<u32> {
    let zones = service.placement.zones();
    let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
    let fewest = *service.counts().first()?;
    (gone > 0).then(|| survivors(fewest, zones.len(), gone))
}
