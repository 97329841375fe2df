//! The inputs of the application tier.

use super::environment::{Environment, texts};
use crate::tiers::application::{Application, Firewall, Inputs};
use crate::tiers::database::Database;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::monitoring::Monitoring;
use crate::tiers::network::Network;
use crate::tiers::storage::Storage;
use crate::tiers::validation::Validation;
use terraform::tf::{Attr, outputs_of};
use terraform::wire;

impl Environment<'_> {
    pub fn application_tier(&self) -> Application {
        let config = &self.config.application;
        Application {
            container_protocol: config.container_protocol,
            container_insights: config.container_insights,
            waf: config.waf.enabled.then(|| Firewall {
                rate_key: config.waf.rate_key.clone(),
                counted_rules: config.waf.counted_rules.clone(),
            }),
            secrets: config
                .secrets
                .iter()
                .map(|(name, arn)| (name.to_string(), arn.to_string()))
                .collect(),
            protected: self.config.protection.enabled,
            memory_tracking: config.memory_target.is_some(),
        }
    }

    pub fn application_inputs(&self) -> Inputs {
        let (net, db, roles) =
            (outputs_of::<Network>(), outputs_of::<Database>(), outputs_of::<Iam>());
        let (keys, store) = (outputs_of::<Encryption>(), outputs_of::<Storage>());
        let config = &self.config.application;
        wire!(Inputs {
            environment_suffix: &self.suffix,
            data_key_arn: keys.data_key_arn,
            logs_key_arn: keys.logs_key_arn,
            log_retention_days: self.log_retention_days(),
            vpc_id: net.vpc_id,
            public_subnet_ids: net.public_subnet_ids,
            app_subnet_ids: net.app_subnet_ids,
            load_balancer_security_group_id: net.load_balancer_security_group_id,
            application_security_group_id: net.application_security_group_id,
            task_execution_role_arn: roles.task_execution_role_arn,
            task_role_arn: roles.task_role_arn,
            access_log_bucket: store.access_log_bucket,
            transaction_log_bucket: store.transaction_log_bucket,
            certificate_arn: &self.certificate_arn,
            container_image: &self.var.container_image,
            rollback_alarm_names: [outputs_of::<Monitoring>().error_rate_alarm_name],
            container_port: config.container_port.get(),
            health_check_path: config.health_check_path.as_str(),
            task_cpu: config.task_size.cpu(),
            task_memory: config.task_size.memory_mib(),
            minimum_tasks: config.min_tasks.get(),
            maximum_tasks: config.max_tasks.get(),
            desired_tasks: config.desired_tasks.get(),
            cpu_target_percent: config.cpu_target.get(),
            memory_target_percent: config
                .memory_target
                .map_or(Attr::Unset, |target| target.get().into()),
            requests_per_target: config.requests_per_target.get(),
            waf_rate_limit: config.waf.rate_limit.get(),
            waf_rate_window_seconds: config.waf.rate_window_seconds.get(),
            waf_exempt_addresses: texts(&config.waf.exempt_addresses),
            database_writer_endpoint: db.writer_endpoint,
            database_reader_endpoint: db.reader_endpoint,
            database_port: db.port,
            database_name: db.database_name,
            database_user: db.database_user,
            validation_alias_arn: outputs_of::<Validation>().alias_arn,
        })
    }
}
