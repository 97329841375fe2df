//! The payment infrastructure: [`payment`] lists its tiers, in the order packets and money travel; below it stands what
//! each tier is given. Outputs can be used before their tier is declared, since Terraform orders resources by reference.

mod access;
mod domain;
mod environment;
mod flows;
mod monitoring;
mod ports;
mod resilience;

use anyhow::Result;

use crate::cidr::ZonePlan;
use crate::config::Config;
use crate::tiers::application::{self, Application, Firewall};
use crate::tiers::database::{self, Database, Protection};
use crate::tiers::domain::Domain;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::monitoring::Monitoring;
use crate::tiers::network::{self, Network};
use crate::tiers::storage::{self, Storage};
use crate::tiers::validation::{self, Validation};
use environment::{Environment, texts};
use terraform::tf::settings::Versions;
use terraform::tf::{Attr, Ref, Root, outputs_of};
use terraform::{text, wire};

pub use flows::policy;
pub use monitoring::monitoring;
pub use ports::{CertificateVariable, Results, Variables};
pub use resilience::resilience;
/// What the stack can be used with. A validation of a variable that names another one needs Terraform 1.9.
/// Source: <https://developer.hashicorp.com/terraform/language/v1.9.x/upgrade-guides>
pub const VERSIONS: Versions = Versions { terraform: ">= 1.9.0, < 2.0.0", provider: ">= 5.100, < 7.0" };
/// The Terraform the stack is tested with.
pub const TERRAFORM_VERSION: &str = include_str!("../.terraform-version").trim_ascii();
/// Where the deployment package of the validation function lies in the stack.
pub const VALIDATION_PACKAGE: &str = "lambda/payment-validator.zip";

/// The whole stack of one environment.
///
/// # Errors
/// When a tier cannot be written: a mistake in the tier, which its unit tests show first.
pub fn payment(config: &Config) -> Result<Root> {
    let (mut root, env) = Environment::new(config)?;
    root.tier(env.network_tier(), env.network_inputs())?;
    root.tier(env.application_tier(), env.application_inputs())?;
    if let Some(domain) = &config.application.domain {
        root.tier(Domain {}, env.domain_inputs(domain))?;
    }
    root.tier(env.validation_tier(), env.validation_inputs())?;
    root.tier(env.database_tier(), env.database_inputs())?;
    root.tier(env.storage_tier(), env.storage_inputs())?;
    root.tier(monitoring(config), env.monitoring_inputs())?;
    root.tier(resilience(config), env.resilience_inputs())?;
    root.tier(env.iam_tier(), env.iam_inputs())?;
    root.tier(
        Encryption { protected: config.protection.enabled, data_events: config.logs.data_events },
        env.encryption_inputs(),
    )?;
    root.outputs(env.results())?;
    Ok(root)
}

impl Environment<'_> {
    fn network_tier(&self) -> Network {
        Network {
            zones: self.config.network.availability_zones,
            interface_endpoints: self.config.network.interface_endpoints.clone(),
            proxy: self.config.database.proxy,
            previous_container_port: self.config.application.previous_container_port.is_some(),
        }
    }

    fn network_inputs(&self) -> network::Inputs {
        wire!(network::Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            vpc_cidr_block: self.plan.vpc().to_string(),
            public_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::public),
            app_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::app),
            data_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::data),
            container_port: self.config.application.container_port.get(),
            previous_container_port: self
                .config
                .application
                .previous_container_port
                .map_or(Attr::Unset, |port| port.get().into()),
            transaction_log_bucket_arn: outputs_of::<Storage>().transaction_log_bucket_arn,
            flow_log_role_arn: outputs_of::<Iam>().flow_log_role_arn,
            logs_key_arn: outputs_of::<Encryption>().logs_key_arn,
            log_retention_days: self.log_retention_days(),
        })
    }

    fn application_tier(&self) -> Application {
        let config = &self.config.application;
        Application {
            container_protocol: config.container_protocol,
            container_insights: config.container_insights,
            waf: config.waf.enabled.then(|| Firewall {
                rate_key: config.waf.rate_key.clone(),
                counted_rules: config.waf.counted_rules.clone(),
            }),
            secrets: config.secrets.iter().map(|(name, arn)| (name.to_string(), arn.to_string())).collect(),
            protected: self.config.protection.enabled,
            memory_tracking: config.memory_target.is_some(),
        }
    }

    fn application_inputs(&self) -> application::Inputs {
        let (net, db, roles) = (outputs_of::<Network>(), outputs_of::<Database>(), outputs_of::<Iam>());
        let (keys, store) = (outputs_of::<Encryption>(), outputs_of::<Storage>());
        let config = &self.config.application;
        wire!(application::Inputs {
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
            memory_target_percent: config.memory_target.map_or(Attr::Unset, |target| target.get().into()),
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

    fn validation_tier(&self) -> Validation {
        Validation { provisioned_concurrency: self.config.validation.provisioned_concurrency.map(|count| count.get()) }
    }

    fn validation_inputs(&self) -> validation::Inputs {
        let (net, roles, keys) = (outputs_of::<Network>(), outputs_of::<Iam>(), outputs_of::<Encryption>());
        wire!(validation::Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: keys.data_key_arn,
            logs_key_arn: keys.logs_key_arn,
            log_retention_days: self.log_retention_days(),
            app_subnet_ids: net.app_subnet_ids,
            security_group_id: net.validation_security_group_id,
            default_security_group_id: net.default_security_group_id,
            role_arn: roles.validation_role_arn,
            task_role_arn: roles.task_role_arn,
            package_path: text!(Ref::<String>::path(["path", "root"]), "/", VALIDATION_PACKAGE),
            architecture: self.config.validation.architecture.as_str(),
            memory_mb: self.config.validation.memory_mb.get(),
            timeout_seconds: self.config.validation.timeout_seconds.get(),
        })
    }

    fn database_tier(&self) -> Database {
        let config = &self.config.database;
        Database {
            zones: self.config.network.availability_zones,
            proxy: config.proxy,
            data_api: config.data_api(),
            apply_immediately: config.apply_immediately,
            reader: resilience(self.config).count_rows,
            insights: config.insights,
            protection: self.config.protection.enabled.then(|| Protection {
                backup_days: self.config.protection.backup_days.get(),
                copy_to_vault_arn: self.config.protection.copy_to_vault_arn.as_ref().map(ToString::to_string),
            }),
        }
    }

    fn database_inputs(&self) -> database::Inputs {
        let (net, roles, keys) = (outputs_of::<Network>(), outputs_of::<Iam>(), outputs_of::<Encryption>());
        let config = &self.config.database;
        wire!(database::Inputs {
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

    fn storage_tier(&self) -> Storage {
        let protection = &self.config.protection;
        Storage {
            lifecycle: self.config.storage.lifecycle,
            access_log_days: self.log_retention_days(),
            lock_days: protection.enabled.then(|| protection.transaction_log_lock_days.get()),
            data_events: self.config.logs.data_events,
        }
    }

    fn storage_inputs(&self) -> storage::Inputs {
        wire!(storage::Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: outputs_of::<Encryption>().data_key_arn,
            logs_key_arn: self
                .config
                .logs
                .data_events
                .then(|| outputs_of::<Encryption>().logs_key_arn)
                .map_or(Attr::Unset, Into::into),
        })
    }
}
