//! Resilience: the recovery point measured, restores tested, failures rehearsed (DB-3, ALL-5).
//!
//! | part | what it shows | where |
//! |---|---|---|
//! | [`rpo_probe`] | how much a restore would lose right now | every environment |
//! | [`restore_test`] | the recovery point and time of a real restore | where configured |
//! | [`drill`] | that payments go on when a part of the stack fails | where configured |

pub mod drill;
mod experiment;
pub mod restore_test;
pub mod rpo_probe;
mod stall;
#[cfg(test)]
mod tests;
mod workflow;

use crate::cidr::Zone;
use drill::Drill;
use terraform::tf::{Attr, DeclareError, Map, Module, Number, Tier, meta};
use terraform::wire;

/// Namespace of everything this tier measures.
pub const NAMESPACE: &str = "PaymentRPO";

/// What is decided when the resilience is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Resilience {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// Whether failures are rehearsed.
    pub drills: bool,
    /// Whether the validation function can be stalled in a drill.
    pub stall_function: bool,
    /// Whether restores are tested.
    pub restore_test: bool,
    /// Whether that test counts the rows of its copy, which takes the Data API.
    pub count_rows: bool,
}

terraform::ports! {
    /// What is measured, restored and made to fail.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// How long log groups keep events, in days: one of the values CloudWatch Logs takes.
        log_retention_days: Number,
        /// The Aurora cluster.
        cluster_identifier: String,
        /// ARN of the Aurora cluster.
        cluster_arn: String,
        /// Subnet group of the Aurora cluster; the restored copy is in it too.
        subnet_group_name: String,
        /// Name of the payment database.
        database_name: String,
        /// Secret of the database user that only reads; null where the rows of a restored copy are
        /// not counted.
        reader_secret_arn: Option<String>,
        /// The query that counts the rows of a restored copy.
        restored_rows_query: String,
        /// Security group of the Aurora instances.
        database_security_group_id: String,
        /// Instance class of the Aurora instances; the restored copy has one of it.
        instance_class: String,
        /// The ECS cluster.
        ecs_cluster_name: String,
        /// The ECS service.
        ecs_service_name: String,
        /// Public subnets, one per availability zone, in the order of the zones.
        public_subnet_ids: Vec<String>,
        /// Private application subnets, one per availability zone, in the order of the zones.
        app_subnet_ids: Vec<String>,
        /// The validation function.
        validation_function_name: String,
        /// Alarm on the share of payments that fail: it stops every drill.
        error_rate_alarm_arn: String,
        /// Alarm on too few healthy tasks: it stops the drills that must not cost any.
        healthy_hosts_alarm_arn: String,
        /// Dashboard that the report of a drill shows.
        dashboard_arn: String,
        /// Bucket for access logs, where reports of drills are kept.
        access_log_bucket: String,
        /// How often the recovery point is measured, as EventBridge Scheduler writes it: rate(1
        /// minute).
        rpo_probe_schedule: String,
        /// Role of the RPO probe.
        rpo_probe_role_arn: String,
        /// Role with which EventBridge Scheduler starts the workflows.
        scheduler_role_arn: String,
        /// Role of the restore test; null where there is none.
        restore_test_role_arn: Option<String>,
        /// Role of the drills; null where there are none.
        drill_role_arn: Option<String>,
        /// Role with which Systems Manager stalls the validation function; null where it cannot be
        /// stalled.
        stall_role_arn: Option<String>,
    }
}

terraform::ports! {
    /// How the measurements and the drills are reached.
    pub struct Outputs {
        /// Workflow that measures the recovery point.
        rpo_probe_arn: String,
        /// Workflow that restores a copy and measures it; null where there is none.
        restore_test_arn: Option<String>,
        /// Experiment template of each drill, by the name of the drill.
        drill_template_ids: std::collections::BTreeMap<String, String>,
    }
}

impl Resilience {
    /// The drills of this environment, none where nothing is rehearsed.
    pub fn drills(&self) -> Vec<Drill> {
        if !self.drills {
            return Vec::new();
        }
        let stall = self.stall_function.then(drill::stall_function);
        self.zones
            .into_iter()
            .map(drill::lose_zone)
            .chain(drill::without_zone())
            .chain(stall)
            .collect()
    }
}

impl Tier for Resilience {
    const NAME: &'static str = "resilience";
    const DESCRIPTION: &'static str =
        "The recovery point measured, restores tested, failures rehearsed.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let probe = rpo_probe::declare(module, var)?;
        let restore_test = match self.restore_test {
            true => restore_test::declare(module, self.count_rows, var)?.arn().into(),
            false => Attr::Unset,
        };
        Ok(wire!(Outputs {
            rpo_probe_arn: probe.arn(),
            restore_test_arn: restore_test,
            drill_template_ids: self.declare_drills(module, var)?,
        }))
    }
}

impl Resilience {
    fn declare_drills(
        &self,
        module: &mut Module,
        var: &Inputs,
    ) -> Result<Map<String>, DeclareError> {
        let drills = self.drills();
        if drills.is_empty() {
            return Ok(Map::from([] as [(&str, &str); 0]));
        }
        let log_group = experiment::log_group(module, var)?;
        let stall = match self.stall_function {
            true => Some(stall::document(module)?),
            false => None,
        };
        let ids = drills.iter().map(|drill| {
            let template =
                experiment::template(drill, &self.zones, var, &log_group, stall.as_ref());
            // Of changed default tags the provider plans an update, again and again, and sends
            // nothing. A changed tag of the template itself replaces it.
            // Source: its `internal/service/fis/experiment_template.go`, whose `@Tags` has no
            // identifierAttribute.
            let meta = meta().ignore_changes("tags_all");
            Ok((drill.name.clone(), module.resource_with(drill.label(), template, meta)?.id()))
        });
        ids.collect::<Result<Vec<_>, DeclareError>>().map(|ids| ids.into_iter().collect())
    }
}
