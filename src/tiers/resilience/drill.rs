//! The drills as data, from which both the experiment template and its sheet are made, so that they
//! cannot drift apart.

use crate::cidr::Zone;

/// How long a fault lasts that does not end by itself, in minutes: two alarm windows of 3 in 5
/// minutes.
pub const FAULT_MINUTES: u8 = 10;

/// Share of the tasks stopped at once, in percent: a third, as the loss of a zone takes.
const TASK_SHARE_PERCENT: u8 = 33;

/// One rehearsed failure.
#[derive(Debug, Clone)]
pub struct Drill {
    /// Its name, as `lose-zone-a`.
    pub name: String,
    /// What fails, in ASCII: the description of the template.
    pub what_fails: String,
    /// Why the drill is made as it is.
    pub why: &'static str,
    /// What is done to what, all at once.
    pub faults: Vec<Fault>,
    /// Alarms at which AWS breaks the drill off.
    pub stop_at: Vec<StopAlarm>,
    /// What must be seen.
    pub expectations: Vec<Expectation>,
}

/// What is done to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every payment task in a zone is stopped.
    StopTasksIn(Zone),
    /// Nothing enters or leaves the public and the application subnet of a zone.
    CutNetworkOf(Zone),
    /// The writer of the cluster hands over to a reader.
    FailOverDatabase,
    /// A share of the payment tasks is stopped, in percent.
    StopTasks(u8),
    /// Every invocation of the validation function is throttled.
    StallFunction,
}

/// What FIS does for a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// The name of the action, and of its target, within the template.
    pub name: &'static str,
    /// What FIS calls it. Source: AWS FIS User Guide, "AWS FIS actions reference".
    pub id: &'static str,
    /// What FIS calls its target, where it has one.
    pub target: Option<&'static str>,
}

impl Fault {
    /// The action of AWS FIS.
    pub const fn action(self) -> Action {
        let (name, id, target) = match self {
            Fault::StopTasksIn(_) | Fault::StopTasks(_) => {
                ("stop-tasks", "aws:ecs:stop-task", Some("Tasks"))
            }
            Fault::CutNetworkOf(_) => {
                ("cut-network", "aws:network:disrupt-connectivity", Some("Subnets"))
            }
            Fault::FailOverDatabase => {
                ("fail-over-database", "aws:rds:failover-db-cluster", Some("Clusters"))
            }
            Fault::StallFunction => ("stall-function", "aws:ssm:start-automation-execution", None),
        };
        Action { name, id, target }
    }
}

/// An alarm that ends a drill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopAlarm {
    /// Too many payments fail: rehearsal has become an outage.
    ErrorRate,
    /// Too few tasks are healthy, in a drill that must not cost any.
    HealthyHosts,
}

impl StopAlarm {
    /// The alarm's purpose, the middle part of its name.
    pub const fn purpose(self) -> &'static str {
        match self {
            StopAlarm::ErrorRate => "target-errors",
            StopAlarm::HealthyHosts => "healthy-hosts",
        }
    }
}

/// Something that must be seen, or the drill has failed.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// The alarm or graph that shows it.
    pub signal: Signal,
    /// How long after the start, in minutes.
    pub within_minutes: u8,
}

/// What shows how a drill goes.
#[derive(Debug, Clone)]
pub enum Signal {
    /// The alarm of this purpose goes off.
    Alarm(String),
    /// The composite alarm of this purpose goes off.
    Composite(String),
    /// The alarm of this purpose never goes off.
    Quiet(&'static str),
    /// A metric is back where it was.
    Recovery(&'static str),
    /// Something else; `{cluster}` stands for the name of the cluster.
    Seen(&'static str),
}

impl Drill {
    /// The label of the template.
    pub fn label(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The zone that is cut off.
    pub fn lost_zone(&self) -> Option<Zone> {
        self.faults.iter().find_map(|fault| match fault {
            Fault::CutNetworkOf(zone) => Some(*zone),
            _ => None,
        })
    }
}

/// A zone is lost: its tasks are gone, and neither its load balancer node nor its NAT gateway is
/// reached.
///
/// The database subnets stay connected: a cut would keep the writer alive where nobody reaches it,
/// and Aurora fails over when an instance is lost, not when a client's path to it is. The writer's
/// loss is a drill of its own. Source of the zone-loss figures: `capacity`, and Amazon ECS
/// Developer Guide, "Amazon ECS fault injection".
pub fn lose_zone(zone: Zone) -> Drill {
    Drill {
        name: format!("lose-zone-{}", zone.letter()),
        what_fails: format!("Zone {} is lost to tasks, load balancer and NAT gateway", zone.name()),
        why: "The two zones left must carry all payments, with no more than 90 percent CPU, and \
              ECS must refill them. The database subnets stay connected: Aurora fails over when \
              an instance is lost, not when a path to it is cut. Run `failover-database` for that.",
        faults: vec![Fault::CutNetworkOf(zone), Fault::StopTasksIn(zone)],
        stop_at: vec![StopAlarm::ErrorRate],
        expectations: vec![
            alarm(format!("healthy-hosts-{}", zone.letter()), 5),
            composite(format!("zone-impaired-{}", zone.letter()), 6),
            quiet("target-errors", FAULT_MINUTES),
            recovery("`RunningTaskCount` at `DesiredTaskCount`", FAULT_MINUTES),
            recovery("`HealthyHostCount` of the zone above 0", FAULT_MINUTES + 5),
        ],
    }
}

/// The drills that no zone is named in.
pub fn without_zone() -> [Drill; 2] {
    [failover_database(), stop_task_share()]
}

/// Source of the minute: Amazon Aurora User Guide, "High availability for Amazon Aurora": typically
/// under 60 seconds, often under 30.
fn failover_database() -> Drill {
    Drill {
        name: "failover-database".to_owned(),
        what_fails: "The writer of the Aurora cluster hands over to a reader".to_owned(),
        why: "Committed payments survive, since all instances share one storage volume in three \
              zones; connections break, and payments under way must be tried again with their \
              idempotency key.",
        faults: vec![Fault::FailOverDatabase],
        stop_at: vec![StopAlarm::ErrorRate, StopAlarm::HealthyHosts],
        expectations: vec![
            seen(
                "an RDS event of category `failover` in the page topic (RDS-EVENT-0071 or -0073)",
                2,
            ),
            seen(
                "another instance is the writer: `aws rds describe-db-clusters --region us-east-1 \
                 --db-cluster-identifier {cluster} --query \
                 'DBClusters[0].DBClusterMembers[?IsClusterWriter].DBInstanceIdentifier' --output \
                 text`",
                2,
            ),
            recovery("`CommitLatency` and `DatabaseConnections` of the new writer", 3),
            quiet("target-errors", 5),
            quiet("healthy-hosts", 5),
        ],
    }
}

fn stop_task_share() -> Drill {
    Drill {
        name: "stop-task-share".to_owned(),
        what_fails: format!("{TASK_SHARE_PERCENT} percent of the payment tasks stop at once"),
        why: "The tasks left must carry the load while ECS starts new ones; those that stop must \
              end what they have begun within 60 seconds.",
        faults: vec![Fault::StopTasks(TASK_SHARE_PERCENT)],
        stop_at: vec![StopAlarm::ErrorRate],
        expectations: vec![
            seen("`RunningTaskCount` falls by a third", 2),
            quiet("target-errors", FAULT_MINUTES),
            recovery("`RunningTaskCount` at `DesiredTaskCount`, in three zones", 5),
        ],
    }
}

/// Not `aws:lambda:invocation-add-delay`: its extension starts as a wrapper script, which the
/// operating-system-only runtimes do not have, and the function runs on `provided.al2023`.
/// Source: AWS Lambda Developer Guide, "Modifying the runtime environment", "Wrapper scripts": "not
/// supported on OS-only runtimes"; AWS FIS User Guide, "Use the AWS FIS aws:lambda:function
/// actions".
pub fn stall_function() -> Drill {
    Drill {
        name: "stall-function".to_owned(),
        what_fails: "Every invocation of the validation function is throttled".to_owned(),
        why: "No payment may pass unvalidated: tasks must refuse quickly and say so, and must not \
              hang. A delay cannot be injected, since the Lambda extension of FIS does not run on \
              `provided.al2023`; a reserved concurrency of 0 is the nearest.",
        faults: vec![Fault::StallFunction],
        stop_at: vec![StopAlarm::HealthyHosts],
        expectations: vec![
            alarm("validation-throttles".to_owned(), 5),
            quiet("healthy-hosts", FAULT_MINUTES),
            recovery("`Throttles` of the function at 0", FAULT_MINUTES + 2),
        ],
    }
}

fn alarm(purpose: String, within_minutes: u8) -> Expectation {
    Expectation { signal: Signal::Alarm(purpose), within_minutes }
}

fn composite(purpose: String, within_minutes: u8) -> Expectation {
    Expectation { signal: Signal::Composite(purpose), within_minutes }
}

fn quiet(purpose: &'static str, within_minutes: u8) -> Expectation {
    Expectation { signal: Signal::Quiet(purpose), within_minutes }
}

fn recovery(metric: &'static str, within_minutes: u8) -> Expectation {
    Expectation { signal: Signal::Recovery(metric), within_minutes }
}

fn seen(what: &'static str, within_minutes: u8) -> Expectation {
    Expectation { signal: Signal::Seen(what), within_minutes }
}
