//! The inputs of the resilience tier.

use super::environment::Environment;
use crate::config::Config;
use crate::tiers::application::Application;
use crate::tiers::database::Database;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::monitoring::Monitoring;
use crate::tiers::network::Network;
use crate::tiers::resilience::{Inputs, Resilience};
use crate::tiers::storage::Storage;
use crate::tiers::validation::Validation;
use terraform::tf::outputs_of;
use terraform::wire;

/// The resilience of an environment, of which the drills can be told without the rest of the stack.
pub fn resilience(config: &Config) -> Resilience {
    Resilience {
        zones: config.network.availability_zones,
        drills: config.resilience.drills,
        // Lambda refuses a reserved concurrency below that of the warm instances, so 0 too.
        // Source: Lambda Developer Guide, "Configuring provisioned concurrency for a function".
        stall_function: config.validation.provisioned_concurrency.is_none(),
        restore_test: config.resilience.restore_test,
        count_rows: config.resilience.restore_test && config.database.data_api(),
    }
}

impl Environment<'_> {
    pub fn resilience_inputs(&self) -> Inputs {
        let (app, db, net) =
            (outputs_of::<Application>(), outputs_of::<Database>(), outputs_of::<Network>());
        let (roles, alarms) = (outputs_of::<Iam>(), outputs_of::<Monitoring>());
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            logs_key_arn: outputs_of::<Encryption>().logs_key_arn,
            log_retention_days: self.log_retention_days(),
            cluster_identifier: db.cluster_identifier,
            cluster_arn: db.cluster_arn,
            subnet_group_name: db.subnet_group_name,
            database_name: db.database_name,
            reader_secret_arn: db.reader_secret_arn,
            restored_rows_query: self.config.resilience.restored_rows_query.as_str(),
            database_security_group_id: net.database_security_group_id,
            instance_class: self.config.database.instance_class.as_str(),
            ecs_cluster_name: app.cluster_name,
            ecs_service_name: app.service_name,
            public_subnet_ids: net.public_subnet_ids,
            app_subnet_ids: net.app_subnet_ids,
            validation_function_name: outputs_of::<Validation>().function_name,
            error_rate_alarm_arn: alarms.error_rate_alarm_arn,
            healthy_hosts_alarm_arn: alarms.healthy_hosts_alarm_arn,
            dashboard_arn: alarms.dashboard_arn,
            access_log_bucket: outputs_of::<Storage>().access_log_bucket,
            rpo_probe_schedule: every(self.config.monitoring.rpo_probe_minutes.get()),
            rpo_probe_role_arn: roles.rpo_probe_role_arn,
            scheduler_role_arn: roles.scheduler_role_arn,
            restore_test_role_arn: roles.restore_test_role_arn,
            drill_role_arn: roles.drill_role_arn,
            stall_role_arn: roles.stall_role_arn,
        })
    }
}

/// A rate as EventBridge Scheduler writes it, which wants the unit in the singular for one.
/// Source: EventBridge Scheduler User Guide, "Schedule types in EventBridge Scheduler".
fn every(minutes: u32) -> String {
    match minutes {
        1 => "rate(1 minute)".to_owned(),
        _ => format!("rate({minutes} minutes)"),
    }
}
