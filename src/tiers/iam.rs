//! IAM: one role for each thing that acts, each with the least it needs (IAM-1, IAM-2, IAM-3).

mod database;
mod drills;
mod network;
mod role;
mod tasks;
mod validation;
mod workflows;

use role::Role;
use terraform::tf::{Attr, DeclareError, Module, Tier};

/// What is decided when the roles are generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Iam {
    /// Whether the database is reached through RDS Proxy, or directly.
    pub proxy: bool,
    /// Whether restores are tested.
    pub restore_test: bool,
    /// Whether that test counts the rows of its copy.
    pub count_rows: bool,
    /// Whether AWS Backup backs the database up, and the vault to which it copies the backups, if
    /// there is one.
    pub backup: Option<Option<String>>,
    /// ARNs of the secrets that ECS gives to a payment task.
    pub secrets: std::collections::BTreeSet<String>,
    /// Whether failures are rehearsed.
    pub drills: bool,
    /// Whether the validation function can be stalled in a drill.
    pub stall_function: bool,
    /// ARN of the permissions boundary every role carries, if the company has one.
    pub permissions_boundary_arn: Option<String>,
}

terraform::ports! {
    /// What the roles may touch.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// Log group of the VPC flow logs.
        flow_log_group_arn: String,
        /// Log group of the payment tasks.
        application_log_group_arn: String,
        /// Log group of the validation function.
        validation_log_group_arn: String,
        /// ECR repository of the payment image.
        repository_arn: String,
        /// Bucket of the transaction logs.
        transaction_log_bucket_arn: String,
        /// Bucket for access logs, where reports of drills are kept.
        access_log_bucket: String,
        /// Dashboard that the report of a drill shows.
        dashboard_arn: String,
        /// Secret of the payment tasks' database user; null where RDS Proxy does not sign in with
        /// it.
        user_secret_arn: Option<String>,
        /// Secret of the database user that only reads; null where the restore test does not count
        /// rows.
        reader_secret_arn: Option<String>,
        /// Database user of the payment tasks, as `rds-db:connect` names it.
        database_user_arn: String,
        /// Alias of the validation function that the payment tasks invoke.
        validation_alias_arn: String,
        /// Queue of the validation requests that failed.
        validation_dead_letter_queue_arn: String,
        /// The payment VPC.
        vpc_id: String,
        /// The Aurora cluster.
        cluster_arn: String,
        /// Workflow that measures the recovery point.
        rpo_probe_arn: String,
        /// Workflow that tests restores; null where there is none.
        restore_test_arn: Option<String>,
    }
}

terraform::ports! {
    /// The roles, ready to be used: their policies are attached.
    pub struct Outputs {
        /// Role of VPC flow logs.
        flow_log_role_arn: String,
        /// Role of RDS enhanced monitoring.
        database_monitoring_role_arn: String,
        /// Role of RDS Proxy; null where there is none.
        proxy_role_arn: Option<String>,
        /// Role with which ECS starts a task: pulls its image, opens its log.
        task_execution_role_arn: String,
        /// Role of the payment code in the task.
        task_role_arn: String,
        /// Role of the validation function.
        validation_role_arn: String,
        /// Role of the RPO probe.
        rpo_probe_role_arn: String,
        /// Role with which EventBridge Scheduler starts the workflows.
        scheduler_role_arn: String,
        /// Role of the restore test; null where there is none.
        restore_test_role_arn: Option<String>,
        /// Role with which AWS Backup backs the database up; null where it does not.
        backup_role_arn: Option<String>,
        /// Role of the drills; null where there are none.
        drill_role_arn: Option<String>,
        /// Role with which Systems Manager stalls the validation function; null where it is not
        /// stalled.
        stall_role_arn: Option<String>,
    }
}

impl Tier for Iam {
    const NAME: &'static str = "iam";
    const DESCRIPTION: &'static str =
        "One role for each thing that acts, each with the least it needs.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let boundary = self.permissions_boundary_arn.as_ref().map_or(Attr::Unset, Attr::from);
        let mut declare_if = |wanted: bool, role: fn(&Inputs) -> Role| match wanted {
            true => role(var).declare(module, &boundary),
            false => Ok(Attr::Unset),
        };
        let proxy_role_arn = declare_if(self.proxy, database::proxy)?;
        let restore_test = if self.count_rows {
            workflows::restore_test_with_rows
        } else {
            workflows::restore_test
        };
        let restore_test_role_arn = declare_if(self.restore_test, restore_test)?;
        let backup_role_arn = match &self.backup {
            Some(copy_to) => {
                database::backup(var, copy_to.as_deref()).declare(module, &boundary)?
            }
            None => Attr::Unset,
        };
        let mut declare_if = |wanted: bool, role: fn(&Inputs) -> Role| match wanted {
            true => role(var).declare(module, &boundary),
            false => Ok(Attr::Unset),
        };
        let stall_role_arn = declare_if(self.drills && self.stall_function, drills::stall)?;
        let drill_role_arn = match self.drills {
            true => drills::experiments(var, self.stall_function).declare(module, &boundary)?,
            false => Attr::Unset,
        };
        Ok(Outputs {
            flow_log_role_arn: network::flow_logs(var).declare(module, &boundary)?,
            database_monitoring_role_arn: database::monitoring(var).declare(module, &boundary)?,
            proxy_role_arn,
            task_execution_role_arn: tasks::execution(var, &self.secrets)
                .declare(module, &boundary)?,
            task_role_arn: tasks::payment(var).declare(module, &boundary)?,
            validation_role_arn: validation::function(var).declare(module, &boundary)?,
            rpo_probe_role_arn: workflows::rpo_probe(var).declare(module, &boundary)?,
            scheduler_role_arn: workflows::scheduler(var, self.restore_test)
                .declare(module, &boundary)?,
            restore_test_role_arn,
            backup_role_arn,
            drill_role_arn,
            stall_role_arn,
        })
    }
}

#[cfg(test)]
mod tests;
