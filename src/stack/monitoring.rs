//! The inputs of the monitoring tier: names from every tier, and thresholds from the sizes in the
//! configuration.

use super::environment::Environment;
use crate::config::{Config, ContainerProtocol};
use crate::tiers::application::Application;
use crate::tiers::database::Database;
use crate::tiers::domain::Domain;
use crate::tiers::encryption::Encryption;
use crate::tiers::monitoring::help::Help;
use crate::tiers::monitoring::{Inputs, Monitoring};
use crate::tiers::network::Network;
use crate::tiers::resilience::Resilience;
use crate::tiers::validation::Validation;
use terraform::tf::{Attr, outputs_of};
use terraform::wire;
use verify::capacity;

/// Part of an instance's connections, in percent, that may be in use before someone looks.
const CONNECTIONS_PERCENT: u32 = 80;
/// An instance is short of memory with less than this part of it free. Aurora PostgreSQL gives
/// three quarters to its shared buffers: Amazon Aurora User Guide, "Aurora PostgreSQL parameters",
/// `shared_buffers`.
const MEMORY_PART: u64 = 20;
/// Part of the function's timeout, in percent, that a validation may take before someone looks.
const TIMEOUT_PERCENT: u32 = 80;

/// Requests that the health checkers of Route 53 send in five minutes: about one every two seconds.
/// Source: Route 53 Developer Guide, "Values that you specify when you create or update health
/// checks", "Request interval".
const HEALTH_CHECK_REQUESTS: u32 = 150;

/// The monitoring of one environment, whose watches are also its runbooks.
pub fn monitoring(config: &Config) -> Monitoring {
    Monitoring {
        zones: config.network.availability_zones,
        targets_use_tls: config.application.container_protocol == ContainerProtocol::Https,
        proxy: config.database.proxy,
        restore_test: config.resilience.restore_test,
        watched_from_outside: config.application.domain.is_some(),
        traffic_floor: config.monitoring.min_requests.get() > 0,
        firewall: config.application.waf.enabled,
        page_emails: config.monitoring.page_emails.len(),
        ticket_emails: config.monitoring.ticket_emails.len(),
        help: Help {
            runbook_base_url: config.monitoring.runbook_base_url.as_ref().map(ToString::to_string),
            owner: config.monitoring.owner.as_ref().map(ToString::to_string),
            contact: config.monitoring.contact.as_ref().map(ToString::to_string),
        },
    }
}

impl Environment<'_> {
    /// What is configured, and what health checks from outside add.
    fn minimum_requests(&self) -> Option<u32> {
        let (floor, domain) =
            (self.config.monitoring.min_requests.get(), &self.config.application.domain);
        (floor > 0).then(|| floor + if domain.is_some() { HEALTH_CHECK_REQUESTS } else { 0 })
    }

    pub fn monitoring_inputs(&self) -> Inputs {
        let (app, db, validator) =
            (outputs_of::<Application>(), outputs_of::<Database>(), outputs_of::<Validation>());
        let has_domain = self.config.application.domain.as_ref();
        let (tasks, class) = (&self.config.application, &self.config.database.instance_class);
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            notifications_key_arn: outputs_of::<Encryption>().notifications_key_arn,
            page_emails: &self.var.page_emails,
            page_subscriptions: self.config.monitoring.page_emails.len(),
            ticket_emails: &self.var.ticket_emails,
            ticket_subscriptions: self.config.monitoring.ticket_emails.len(),
            cluster_identifier: db.cluster_identifier,
            instance_identifiers: db.instance_identifiers,
            database_connection_ceiling: class.max_connections() * CONNECTIONS_PERCENT / 100,
            database_memory_floor: (u64::from(class.memory_gib()) << 30) / MEMORY_PART,
            proxy_name: db.proxy_name,
            rpo_ticket_seconds: self.config.monitoring.rpo_ticket_seconds.get(),
            rpo_page_seconds: self.config.monitoring.rpo_page_seconds.get(),
            rpo_probe_seconds: self.config.monitoring.rpo_probe_minutes.get() * 60,
            restore_test_arn: outputs_of::<Resilience>().restore_test_arn,
            nat_gateway_ids: outputs_of::<Network>().nat_gateway_ids,
            load_balancer_arn: app.load_balancer_arn,
            load_balancer_arn_suffix: app.load_balancer_arn_suffix,
            target_group_arn_suffix: app.target_group_arn_suffix,
            certificate_arn: &self.certificate_arn,
            health_check_id: has_domain
                .map_or(Attr::Unset, |_| outputs_of::<Domain>().health_check_id),
            minimum_requests: self.minimum_requests().map_or(Attr::Unset, Attr::from),
            web_acl_name: app.web_acl_name,
            ecs_cluster_name: app.cluster_name,
            ecs_service_name: app.service_name,
            minimum_tasks: tasks.min_tasks.get(),
            task_ceiling: capacity::ceiling_alarm(tasks.max_tasks.get()),
            healthy_host_floor: capacity::healthy_host_floor(tasks.min_tasks.get()),
            validation_function_name: validator.function_name,
            validation_duration_ceiling: self.config.validation.timeout_seconds.get()
                * 1000
                * TIMEOUT_PERCENT
                / 100,
            validation_dead_letter_queue_name: validator.dead_letter_queue_name,
        })
    }
}
