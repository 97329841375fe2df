//! Why no payment can get through: [`Refusals`] by the plan's policies, and [`blocked`] flows.

use paytf::verify::Inventory;
use paytf::verify::permit::{Decision, Permissions, Subject, verdicts};
use paytf::verify::reach::{Reach, Verdict};
use serde::{Deserialize, Serialize};

/// Calls of the plan that are refused, of those that a payment needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusals {
    /// Why the tasks do not start.
    pub task_start: Option<String>,
    /// Why the tasks may not invoke the function, sign in to the database, or write the
    /// transaction log.
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
            let mut refused = verdicts
                .iter()
                .filter(|verdict| verdict.call.subject == subject)
                .filter(|verdict| {
                    let is_of_a_payment =
                        verdict.call.actions.iter().any(|action| OF_A_PAYMENT.contains(&&**action));
                    (subject != Subject::Task || is_of_a_payment)
                        && matches!(verdict.decision(), Decision::Denied(_) | Decision::Missing(_))
                });
            refused.find_map(|verdict| {
                Some(format!("{}: {}", verdict.call.place.resource().address(), verdict.problem()?))
            })
        };
        Self {
            task_start: first(Subject::TaskStart),
            task: first(Subject::Task),
            proxy: first(Subject::Proxy),
        }
    }

    /// All of them.
    pub fn reasons(&self) -> Vec<String> {
        [&self.task_start, &self.task, &self.proxy].into_iter().flatten().cloned().collect()
    }
}

/// The flows of a plan that are blocked, each with what blocks it.
pub fn blocked(reach: &Reach) -> Vec<String> {
    let blocked = reach.flows.iter().filter(|flow| flow.verdict() == Verdict::Blocked);
    let mut reasons: Vec<_> = blocked
        .filter_map(|flow| Some(format!("{flow}: {}", flow.blocked().next()?.1.missing)))
        .collect();
    reasons.sort();
    reasons.dedup();
    reasons
}
