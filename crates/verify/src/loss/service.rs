//! The tasks of an ECS service: how many are left, and whether they carry the load before new ones
//! have started.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::impact::Impact;
use super::machine_group::{of_capacity, of_scaling_group};
use super::scaling::{Target, scalable_target, target};
use super::zonal::{Zonal, counted, of_spread, survivors};
use crate::aws::network::{Egress, Follow, Subnet, ZonePlacement, list};
use crate::capacity::MAX_UTILISATION_AFTER_ZONE_LOSS;
use crate::{AttributePath, Inventory, Planned, Resource};

/// An ECS service whose tasks are in subnets.
#[derive(Debug)]
pub struct Service<'a> {
    /// The service.
    pub resource: Resource<'a>,
    /// The zones of its tasks.
    pub placement: ZonePlacement<'a>,
    /// How many tasks there are.
    pub tasks: Tasks<'a>,
    /// What it scales by: the utilisation in percent that it is held at.
    pub target: Option<Target<'a>>,
    /// Where the packets of each of its subnets leave; looked for once.
    egress: OnceCell<Vec<Vec<Egress<'a>>>>,
}

/// How many tasks a service has.
#[derive(Debug)]
pub enum Tasks<'a> {
    /// As many as the service says.
    Fixed(Planned<u32>),
    /// Between the bounds of a scalable target.
    Scaled {
        /// The scalable target.
        by: Resource<'a>,
        /// The fewest.
        min: Planned<u32>,
        /// The most.
        max: Planned<u32>,
    },
}

impl<'a> Service<'a> {
    /// Every service with subnets of its own. A service without them runs where its machines are.
    pub fn all(inventory: &'a Inventory) -> impl Iterator<Item = Self> {
        inventory.all("aws_ecs_service").filter(|service| has_subnets(*service)).map(Self::of)
    }

    fn of(resource: Resource<'a>) -> Self {
        let placement =
            ZonePlacement::of(&resource.at("network_configuration.0.subnets")).or(|| {
                ZonePlacement {
                    // What a `dynamic` block holds a plan does not show before it is known.
                    incomplete: Some("its subnets are known only after the apply".to_owned()),
                    ..ZonePlacement::default()
                }
            });
        let scaled = scalable_target(resource);
        let tasks = match scaled {
            Some(by) => Tasks::Scaled {
                by,
                min: count(&by.at("min_capacity")),
                max: count(&by.at("max_capacity")),
            },
            // AWS runs no task where nothing is said: ECS API, `CreateService`, `desiredCount`.
            None => Tasks::Fixed(count(&resource.at("desired_count")).or(0)),
        };
        Self {
            resource,
            placement,
            tasks,
            target: scaled.and_then(target),
            egress: OnceCell::new(),
        }
    }

    /// The task counts at which a loss is computed: fewest, as deployed, and most. What is not
    /// known is left out.
    pub fn counts(&self) -> BTreeSet<u32> {
        match self.tasks {
            Tasks::Fixed(tasks) => tasks.known().into_iter().collect(),
            Tasks::Scaled { min, max, .. } => {
                let deployed = count(&self.resource.at("desired_count"));
                let within = |tasks: &u32| {
                    min.known().is_none_or(|min| *tasks >= min)
                        && max.known().is_none_or(|max| *tasks <= max)
                };
                let deployed = deployed.known().filter(within);
                [min.known(), deployed, max.known()].into_iter().flatten().collect()
            }
        }
    }

    fn is_daemon(&self) -> bool {
        is_daemon(self.resource)
    }

    /// Why the loss of some one zone takes all tasks.
    pub fn alone(&self) -> Option<String> {
        let tasks = match (self.counts().first(), &self.tasks) {
            _ if self.is_daemon() => return self.placement.alone(),
            (Some(0), _) => return None,
            (fewest, _) => fewest.copied(),
        };
        let one = || {
            (tasks == Some(1)).then(|| {
                "one task: the loss of the zone that it is in takes the service".to_owned()
            })
        };
        self.placement.alone().or_else(one)
    }

    /// The impact on it: the worst of its task counts.
    pub fn impact(&self, lost: &[&str]) -> Impact {
        if let Some(incomplete) = &self.placement.incomplete {
            return Impact::Unknown(self.placement.alone().unwrap_or_else(|| incomplete.clone()));
        }
        if matches!(self.tasks, Tasks::Fixed(Planned::Known(0))) && !self.is_daemon() {
            return Impact::Unknown(
                "runs no task in this plan: how many it will have is decided elsewhere".to_owned(),
            );
        }
        let known = self.known_impact(lost);
        let unknown = self
            .unknown_egress()
            .map(Impact::Unknown)
            .filter(|unknown| unknown.rank() > known.rank());
        unknown.unwrap_or(known)
    }

    /// Why it is not known where its packets leave; they may leave through any zone.
    fn unknown_egress(&self) -> Option<String> {
        self.egress().iter().flatten().find_map(Egress::doubt)
    }

    fn egress(&self) -> &[Vec<Egress<'a>>] {
        self.egress.get_or_init(|| {
            self.placement
                .subnets
                .iter()
                .map(|(subnet, _)| Egress::hops(Subnet(*subnet), Follow::Proven))
                .collect()
        })
    }

    fn known_impact(&self, lost: &[&str]) -> Impact {
        let zones = self.placement.zones();
        if self.is_daemon() {
            return of_daemon(&self.placement, lost);
        }
        let (gone, why) = self.out_of_work(lost);
        if gone.is_empty() {
            return Impact::Survives("no task is in a lost zone".to_owned());
        }
        let impacts = self
            .counts()
            .into_iter()
            .map(|tasks| self.impact_of(tasks, zones.len(), gone.len(), &why));
        let none =
            || Impact::Unknown("the number of tasks is known only after the apply".to_owned());
        impacts.max_by_key(Impact::rank).unwrap_or_else(none)
    }

    /// The zones whose tasks can no longer work, and the link that takes those in zones that are
    /// not lost.
    pub fn out_of_work(&self, lost: &[&str]) -> (BTreeSet<&'a str>, String) {
        let mut gone: BTreeSet<_> =
            self.placement.zones().into_iter().filter(|zone| lost.contains(zone)).collect();
        let mut why = String::new();
        for ((subnet, zone), egress) in self.placement.subnets.iter().zip(self.egress()) {
            let Some(zone) = zone.filter(|zone| !lost.contains(zone)) else { continue };
            let hops = egress.iter().filter_map(Egress::zonal);
            let is_lost = |there: &str| lost.contains(&there);
            if let Some((hop, there)) =
                hops.filter_map(|hop| Some((hop, hop.zone?))).find(|(_, there)| is_lost(there))
            {
                gone.insert(zone);
                why = format!("; {} leaves through {} in {there}", subnet.address(), hop.name());
            }
        }
        (gone, why)
    }

    fn impact_of(&self, tasks: u32, zones: usize, gone: usize, why: &str) -> Impact {
        let left = survivors(tasks, zones, gone);
        let rest = format!("{left} of {tasks} tasks left{why}");
        match (left, &self.target) {
            // Zero is only one of several possible task counts here: `impact` handles a service
            // that never runs a task.
            (0, _) if tasks == 0 => Impact::Survives("runs no task".to_owned()),
            (0, _) if gone < zones => Impact::Unknown(format!(
                "{} in {}: AWS chooses which, and the loss of it takes the service{why}",
                counted(tasks, "task"),
                list(self.placement.zones())
            )),
            (0, _) => Impact::Lost(format!(
                "no task of {tasks} left: they are only in {}{why}",
                list(self.placement.zones())
            )),
            (_, None) => Impact::Degraded(format!("{rest}; nothing says how loaded they are")),
            (_, Some(target)) => {
                let load = target.percent * f64::from(tasks) / f64::from(left);
                let text = format!("{rest}, at {load:.0} % until new ones start");
                if load <= f64::from(MAX_UTILISATION_AFTER_ZONE_LOSS) {
                    Impact::Survives(text)
                } else {
                    Impact::Degraded(text)
                }
            }
        }
    }
}

/// Whether tasks get addresses in subnets of the service; else they are where the machines of the
/// cluster are. Source: Amazon ECS API Reference, `CreateService`, `networkConfiguration`: required
/// for the `awsvpc` network mode, which Fargate has.
fn has_subnets(service: Resource) -> bool {
    let strategies = service.at("capacity_provider_strategy").items();
    let mut providers = strategies.iter().map(|strategy| strategy.at("capacity_provider").string());
    let is_fargate = service.at("launch_type").string() == Planned::Known("FARGATE")
        || providers
            .any(|provider| provider.known().is_some_and(|name| name.starts_with("FARGATE")));
    is_fargate
        || service.at("network_configuration").has_unknown()
        || service.at("network_configuration.0").value().is_set()
}

/// Every service, for the loss of zones.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let own = Service::all(inventory).map(|service| {
        let (resource, placement) = (service.resource, service.placement.clone());
        let alone = service.alone();
        Zonal::new(resource, "ECS service", placement, alone, move |lost| service.impact(lost))
    });
    let on_machines =
        inventory.all("aws_ecs_service").filter(|service| !has_subnets(*service)).map(on_machines);
    own.chain(on_machines).collect()
}

/// A service whose tasks are where the machines of its cluster are.
fn on_machines(service: Resource<'_>) -> Zonal<'_> {
    let mut placement = ZonePlacement { is_whole: true, ..ZonePlacement::default() };
    for group in of_capacity(service) {
        placement.add(of_scaling_group(group));
    }
    if placement.is_empty() {
        placement.incomplete =
            Some("which machines its cluster has the plan does not show".to_owned());
        placement.is_whole = false;
    }
    let tasks = match scalable_target(service) {
        Some(by) => count(&by.at("min_capacity")),
        None => count(&service.at("desired_count")).or(0),
    };
    if tasks == Planned::Known(1) && !is_daemon(service) {
        return Zonal::one(service, "ECS service", "one task", placement);
    }
    let (alone, judged) = (placement.alone(), placement.clone());
    let is_daemon = is_daemon(service);
    Zonal::new(service, "ECS service", placement, alone, move |lost| {
        if is_daemon { of_daemon(&judged, lost) } else { of_spread(&judged, tasks, "task", lost) }
    })
}

/// A daemon has a task on each machine, and is where they are.
fn of_daemon(placement: &ZonePlacement, lost: &[&str]) -> Impact {
    match of_spread(placement, Planned::Absent, "task", lost) {
        Impact::Unknown(_) if placement.zones().iter().any(|zone| !lost.contains(zone)) => {
            Impact::Survives("a task runs on each machine that is left".to_owned())
        }
        impact => impact,
    }
}

fn is_daemon(service: Resource) -> bool {
    service.at("scheduling_strategy").string() == Planned::Known("DAEMON")
}

fn count(place: &AttributePath) -> Planned<u32> {
    // An impossible number of tasks is found by a rule; here it is only kept within bounds.
    place.number().map(|number| number.clamp(0.0, f64::from(u16::MAX)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capacity;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn over_three_zones_it_is_the_arithmetic_of_the_generator(tasks in 0..2_000u32) {
            prop_assert_eq!(survivors(tasks, 3, 1), capacity::survivors(tasks));
        }

        #[test]
        fn losing_more_zones_never_leaves_more_tasks(
            tasks in 0..2_000u32, zones in 1..8usize, gone in 0..8usize
        ) {
            prop_assert!(survivors(tasks, zones, gone + 1) <= survivors(tasks, zones, gone));
        }
    }

    #[test]
    fn all_zones_lost_leaves_nothing_and_none_lost_leaves_all() {
        assert_eq!((survivors(7, 2, 2), survivors(7, 2, 0), survivors(7, 0, 0)), (0, 7, 0));
    }
}
