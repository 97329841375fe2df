//! Reads what the rehearsal needs from a plan: its network, and whose each interface is.

use std::net::Ipv4Addr;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fabric::{Interface, Network};
use paytf::cli::subject::{Reading, Subject};
use paytf::config::Config;
use paytf::stack;
use paytf::verify::Inventory;
use paytf::verify::reach::Reach;

use crate::arguments::{Loss, What};
use crate::parts::Health;
use crate::prediction::Prediction;
use crate::refusals::{Refusals, blocked};

/// The plan's network, and what is in it.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Planned {
    /// The network.
    pub network: Network,
    /// The load balancer's nodes, by their places in the network.
    pub balancers: Vec<usize>,
    /// The tasks of the service.
    pub tasks: Vec<usize>,
    /// The proxy before the database.
    pub proxies: Vec<usize>,
    /// The instances of the database.
    pub databases: Vec<usize>,
    /// The endpoint by which the function is invoked; without one, it is invoked at Lambda's
    /// public addresses.
    pub functions: Vec<usize>,
    /// Where S3 is, where the network has a gateway endpoint for it.
    pub bucket: Option<Ipv4Addr>,
    /// The NAT gateways.
    pub nats: Vec<usize>,
    /// How the load balancer finds out whether a task is healthy.
    pub health: Health,
    /// What is predicted of the loss.
    pub prediction: Option<Prediction>,
    /// What of the plan's calls is refused.
    pub refusals: Refusals,
    /// The flows that are blocked.
    pub blocked: Vec<String>,
}

impl Planned {
    /// Of the plan that is given, or of the stack that paytf would write.
    pub fn of(what: &What) -> Result<Self> {
        let inventory = match &what.plan {
            Some(path) => Subject::read(path, &Reading::default())?.inventory,
            None => {
                let config =
                    Config::load(what.config.as_deref(), "rehearsal".parse()?, what.profile)?;
                Inventory::from_modules(&stack::payment(&config)?)?
            }
        };
        let (network, reach) = (fabric::read(&inventory)?, Reach::of(&inventory));
        let lambda = inventory.all("aws_vpc_endpoint").find(|endpoint| {
            endpoint
                .at("service_name")
                .string()
                .known()
                .is_some_and(|name| name.ends_with(".lambda"))
        });
        let of = |kind: &str| standing(&network, |owner| owner.rsplit('.').nth(1) == Some(kind));
        let planned = Self {
            balancers: of("aws_lb"),
            tasks: of("aws_ecs_service"),
            proxies: of("aws_db_proxy"),
            databases: of("aws_rds_cluster"),
            functions: standing(&network, |owner| {
                lambda.is_some_and(|lambda| owner == lambda.address())
            }),
            bucket: network.services.iter().find(|one| one.name.ends_with(".s3")).map(|one| one.ip),
            nats: of("aws_nat_gateway"),
            health: health(&inventory)?,
            prediction: what
                .lose
                .as_ref()
                .map(|loss| predict(&inventory, &reach, &network, loss))
                .transpose()?,
            refusals: Refusals::of(&inventory),
            blocked: blocked(&reach),
            network,
        };
        for (what, places) in [
            ("load balancer", &planned.balancers),
            ("service", &planned.tasks),
            ("database proxy", &planned.proxies),
            ("database cluster", &planned.databases),
        ] {
            ensure!(
                !places.is_empty(),
                "the plan has no {what}: the rehearsal is of a stack that has one"
            );
        }
        Ok(planned)
    }

    /// An interface.
    pub fn at(&self, place: usize) -> &Interface {
        &self.network.interfaces[place]
    }

    /// The zone that an interface is in.
    pub fn zone(&self, place: usize) -> &str {
        &self.network.subnets[self.at(place).subnet].zone
    }

    /// The zone with a letter.
    pub fn zone_of(&self, letter: char) -> Result<&str> {
        zone_of(&self.network, letter)
    }

    /// Why no payment can go through, as the plan has it.
    pub fn reasons(&self) -> Vec<String> {
        self.blocked.iter().cloned().chain(self.refusals.reasons()).collect()
    }
}

fn zone_of(network: &Network, letter: char) -> Result<&str> {
    let mut zones = network.subnets.iter().map(|subnet| subnet.zone.as_str());
    zones
        .find(|zone| zone.ends_with(letter))
        .with_context(|| format!("the plan has no subnet in zone {letter}"))
}

fn predict(
    inventory: &Inventory,
    reach: &Reach,
    network: &Network,
    loss: &Loss,
) -> Result<Prediction> {
    Ok(match loss {
        Loss::Zones(_) | Loss::Cut(_) => {
            let zones: Vec<_> =
                loss.zones().iter().map(|zone| zone_of(network, *zone)).collect::<Result<_>>()?;
            Prediction::of(inventory, reach, &zones)
        }
        Loss::Slow(_) => Prediction::of_one("a zone that is slow"),
        Loss::Task => Prediction::of_one("a task"),
        Loss::Nat => Prediction::of_one("a NAT gateway: the tasks of its zone"),
        Loss::Writer => Prediction::of_one("an instance of the database"),
        Loss::Function => {
            Prediction::of_one("the copies of the function, which Lambda starts again")
        }
    })
}

fn standing(network: &Network, is_it: impl Fn(&str) -> bool) -> Vec<usize> {
    let interfaces = network.interfaces.iter().enumerate();
    let found =
        interfaces.filter(|(_, interface)| interface.owners.iter().any(|owner| is_it(owner)));
    found.map(|(place, _)| place).collect()
}

/// Source of the defaults: AWS provider, `aws_lb_target_group`, `health_check`.
fn health(inventory: &Inventory) -> Result<Health> {
    let group =
        inventory.all("aws_lb_target_group").next().context("the plan has no target group")?;
    let check = group.at("health_check.0");
    let number = |name: &str, default: f64| check.at(name).number().known().unwrap_or(default);
    Ok(Health {
        path: check.at("path").string().known().unwrap_or("/").to_owned(),
        interval: Duration::from_secs_f64(number("interval", 30.0)),
        timeout: Duration::from_secs_f64(number("timeout", 5.0)),
        healthy: number("healthy_threshold", 3.0) as u32,
        unhealthy: number("unhealthy_threshold", 3.0) as u32,
    })
}
