//! [`Prediction`]: what `paytf verify` says of a loss before it is rehearsed, and why the plan lets no payment through: [`Refusals`] and [`blocked`] flows.

use paytf::verify::loss::{Cluster, Loss};
use paytf::verify::permit::{Decision, Permissions, Subject, verdicts};
use paytf::verify::reach::{Reach, Verdict};
use paytf::verify::{Inventory, Resource};
use serde::{Deserialize, Serialize};

/// What is predicted of a loss.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// In a word: `survives`, `degraded`, `unknown` or `lost`.
    pub verdict: String,
    /// Whether payments are taken after it. The stack may be degraded, and a part that no payment needs may be lost.
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

/// What payments stand on.
const SERVING: [&str; 3] = ["aws_lb", "aws_ecs_service", "aws_rds_cluster"];

impl Prediction {
    /// For the loss of zones.
    pub fn of(inventory: &Inventory, zones: &[&str]) -> Self {
        let loss = Loss::when(inventory, zones);
        let serving = || loss.rows.iter().filter(|row| SERVING.contains(&row.resource.kind()));
        let fates = || serving().flat_map(|row| row.fates.iter().map(move |fate| (row.resource, fate)));
        let reach = Reach::of(inventory);
        let mut flows: Vec<_> = reach.severed(zones).iter().map(|one| one.flow.to_string()).collect();
        flows.sort();
        flows.dedup();
        Self {
            verdict: loss.verdict(0).to_owned(),
            is_served: flows.is_empty() && fates().all(|(_, fate)| matches!(fate.word(), "survives" | "degraded")),
            writer: writer(inventory, zones),
            parts: fates().map(|(part, fate)| format!("{} {}: {}", part.address(), fate.word(), fate.why())).collect(),
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
    let left = cluster.instances.iter().filter(|one| one.zone.is_some_and(|zone| !zones.contains(&zone)));
    cluster.candidate(left)?.zone.map(str::to_owned)
}

fn alarm(alarm: &Resource) -> String {
    alarm.at("alarm_name").text().known().unwrap_or(alarm.address()).to_owned()
}

/// Calls of the plan that are refused, of those that a payment needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusals {
    /// Why the tasks do not start.
    pub task_start: Option<String>,
    /// Why the tasks may not invoke the function, sign in to the database, or write the transaction log.
    pub task: Option<String>,
    /// Why the proxy cannot sign in to the database.
    pub proxy: Option<String>,
}

/// What of a task's calls a payment needs.
const OF_A_PAYMENT: [&str; 3] = ["lambda:InvokeFunction", "rds-db:connect", "s3:PutObject"];

impl Refusals {
    /// By the policies of a plan. What is unknown is let through here: `paytf verify` says what is.
    pub fn of(inventory: &Inventory) -> Self {
        let verdicts = verdicts(inventory, &Permissions::of_inventory(inventory));
        let first = |subject: Subject| {
            let mut refused = verdicts.iter().filter(|verdict| verdict.call.subject == subject).filter(|verdict| {
                let is_of_a_payment = verdict.call.actions.iter().any(|action| OF_A_PAYMENT.contains(&&**action));
                (subject != Subject::Task || is_of_a_payment)
                    && matches!(verdict.decision(), Decision::Denied(_) | Decision::Missing(_))
            });
            refused.find_map(|verdict| {
                Some(format!("{}: {}", verdict.call.place.resource().address(), verdict.problem()?))
            })
        };
        Self { task_start: first(Subject::TaskStart), task: first(Subject::Task), proxy: first(Subject::Proxy) }
    }

    /// All of them.
    pub fn reasons(&self) -> Vec<String> {
        [&self.task_start, &self.task, &self.proxy].into_iter().flatten().cloned().collect()
    }
}

/// The flows of a plan that are blocked, each with what blocks it.
pub fn blocked(inventory: &Inventory) -> Vec<String> {
    let reach = Reach::of(inventory);
    let blocked = reach.flows.iter().filter(|flow| flow.verdict() == Verdict::Blocked);
    let mut reasons: Vec<_> =
        blocked.filter_map(|flow| Some(format!("{flow}: {}", flow.blocked().next()?.1.missing))).collect();
    reasons.sort();
    reasons.dedup();
    reasons
}
