//! The inputs of the database tier.

use super::environment::{Environment, texts};
use crate::tiers::database::{Database, Inputs, Protection};
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::monitoring::Monitoring;
use crate::tiers::network::Network;
use terraform::tf::outputs_of;
use terraform::wire;

impl Environment<'_> {
    pub fn database_tier(&self) -> Database {
        let config = &self.config.database;
        Database {
            zones: self.config.network.availability_zones,
            proxy: config.proxy,
            data_api: config.data_api(),
            apply_immediately: config.apply_immediately,
            reader: super::resilience(self.config).count_rows,
            insights: config.insights,
            protection: self.config.protection.enabled.then(|| Protection {
                backup_days: self.config.protection.backup_days.get(),
                copy_to_vault_arn: self
                    .config
                    .protection
                    .copy_to_vault_arn
                    .as_ref()
                    .map(ToString::to_string),
            }),
        }
    }

    pub fn database_inputs(&self) -> Inputs {
        let (net, roles, keys) =
            (outputs_of::<Network>(), outputs_of::<Iam>(), outputs_of::<Encryption>());
        let config = &self.config.database;
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: keys.data_key_arn,
            logs_key_arn: keys.logs_key_arn,
            log_retention_days: self.log_retention_days(),
            data_subnet_ids: net.data_subnet_ids,
            database_security_group_id: net.database_security_group_id,
            proxy_security_group_id: net.proxy_security_group_id,
            monitoring_role_arn: roles.database_monitoring_role_arn,
            proxy_role_arn: roles.proxy_role_arn,
            backup_role_arn: roles.backup_role_arn,
            failover_topic_arn: outputs_of::<Monitoring>().page_topic_arn,
            engine_version: config.engine_version.as_str(),
            parameter_group_family: config.engine_version.parameter_group_family(),
            instance_class: config.instance_class.as_str(),
            backup_retention_days: config.backup_retention_days.get(),
            backup_window: config.backup_window.to_string(),
            cluster_maintenance_window: config.maintenance_window.to_string(),
            instance_maintenance_windows: texts(&config.instance_maintenance_windows),
        })
    }
}
