//! [`Prediction`]: what `paytf verify` predicts for a loss.

use paytf::verify::loss::{Cluster, ZoneLossAnalysis};
use paytf::verify::reach::Reach;
use paytf::verify::{Inventory, Resource};
use serde::{Deserialize, Serialize};

/// What is predicted of a loss.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// In a word: `survives`, `degraded`, `unknown` or `lost`.
    pub verdict: String,
    /// Whether payments are taken after it. The stack may be degraded, and a part that no payment
    /// needs may be lost.
    pub is_served: bool,
    /// The zone of the instance that becomes the writer, where the writer's zone is lost.
    pub writer: Option<String>,
    /// The load balancer, the service and the database, each with what becomes of it.
    pub parts: Vec<String>,
    /// The flows that are lost with it.
    pub flows: Vec<String>,
    /// The alarms that ring.
    pub alarms: Vec<String>,
}

/// What payments depend on.
const SERVING: [&str; 3] = ["aws_lb", "aws_ecs_service", "aws_rds_cluster"];

impl Prediction {
    /// Predicts the loss of zones.
    pub fn of(inventory: &Inventory, reach: &Reach, zones: &[&str]) -> Self {
        let loss = ZoneLossAnalysis::when(inventory, zones);
        let serving = || loss.rows.iter().filter(|row| SERVING.contains(&row.resource.kind()));
        let impacts = || {
            serving().flat_map(|row| row.impacts.iter().map(move |impact| (row.resource, impact)))
        };
        let mut flows: Vec<_> =
            reach.severed(zones).iter().map(|one| one.flow.to_string()).collect();
        flows.sort();
        flows.dedup();
        Self {
            verdict: loss.verdict(0).to_owned(),
            is_served: flows.is_empty()
                && impacts().all(|(_, impact)| matches!(impact.word(), "survives" | "degraded")),
            writer: writer(inventory, zones),
            parts: impacts()
                .map(|(part, impact)| {
                    format!("{} {}: {}", part.address(), impact.word(), impact.why())
                })
                .collect(),
            flows,
            alarms: loss.cases.iter().flat_map(|case| &case.alarms).map(alarm).collect(),
        }
    }

    /// For the loss of one of several that do the same.
    pub fn of_one(part: &str) -> Self {
        let parts = vec![format!("{part}: others do the same")];
        Self { verdict: "survives".to_owned(), is_served: true, parts, ..Self::default() }
    }
}

fn writer(inventory: &Inventory, zones: &[&str]) -> Option<String> {
    let cluster = Cluster::all(inventory).next()?;
    let left =
        cluster.instances.iter().filter(|one| one.zone.is_some_and(|zone| !zones.contains(&zone)));
    cluster.candidate(left)?.zone.map(str::to_owned)
}

fn alarm(alarm: &Resource) -> String {
    alarm.at("alarm_name").string().known().unwrap_or(alarm.address()).to_owned()
}
