//! Monitoring: the topics that people are told by, the alarms and events that tell them, and what
//! they then look at and do (MON-1 to MON-4).

pub mod alarm;
mod arrivals;
mod certificate;
pub mod composite;
mod dashboard;
mod database;
mod declared;
mod delivery;
mod events;
mod firewall;
mod function;
pub mod help;
mod load_balancer;
pub mod metric;
mod objectives;
mod proxy;
mod queue;
mod recovery_point;
pub mod runbooks;
mod tasks;
#[cfg(test)]
mod tests;
mod topics;
pub mod watch;
#[cfg(test)]
mod watch_tests;
mod zones;

use crate::cidr::Zone;
use declared::Declared;
use help::Help;
use terraform::tf::{DeclareError, Module, Number, Ports, Tier};
use terraform::wire;
use watch::Watch;

/// What is decided when the monitoring is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Monitoring {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// Whether the load balancer speaks TLS to the tasks.
    pub targets_use_tls: bool,
    /// Whether the database is reached through RDS Proxy.
    pub proxy: bool,
    /// Whether restores are tested on a schedule.
    pub restore_test: bool,
    /// Whether a health check looks at the payment domain from outside.
    pub watched_from_outside: bool,
    /// Whether there are fewest requests that always come.
    pub traffic_floor: bool,
    /// Whether AWS WAF is in front of the load balancer.
    pub firewall: bool,
    /// How many addresses are paged by e-mail.
    pub page_emails: usize,
    /// How many addresses get tickets by e-mail.
    pub ticket_emails: usize,
    /// Where people who are notified find help.
    pub help: Help,
}

terraform::ports! {
    /// What is watched, and who is told.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for notifications.
        notifications_key_arn: String,
        /// E-mail addresses told at once, day and night.
        page_emails: Vec<String>
            where "length(var.page_emails) == var.page_subscriptions"
                => "There is one subscription for each address this stack was generated with. \
                    Write the addresses into paytf.toml, monitoring.page_emails, run paytf gen, \
                    and apply.",
        /// How many of them are subscribed: so many as the stack was generated with.
        page_subscriptions: Number,
        /// E-mail addresses told of what can wait until morning.
        ticket_emails: Vec<String>
            where "length(var.ticket_emails) == var.ticket_subscriptions"
                => "There is one subscription for each address this stack was generated with. \
                    Write the addresses into paytf.toml, monitoring.ticket_emails, run paytf gen, \
                    and apply.",
        /// How many of them are subscribed: so many as the stack was generated with.
        ticket_subscriptions: Number,
        /// The Aurora cluster.
        cluster_identifier: String,
        /// The Aurora instances, one per availability zone, in the order of the zones.
        instance_identifiers: Vec<String>,
        /// Connections to an instance above which few are left: part of what its class allows.
        database_connection_ceiling: Number,
        /// Freeable memory of an instance below which it is short, in bytes.
        database_memory_floor: Number,
        /// RDS Proxy; null where there is none.
        proxy_name: Option<String>,
        /// Seconds between two measurements of the recovery point.
        rpo_probe_seconds: Number
            where "var.rpo_probe_seconds >= 60 && var.rpo_probe_seconds % 60 == 0"
                => "Give whole minutes, in seconds.",
        /// Seconds a restore would lose, at which a ticket is written.
        rpo_ticket_seconds: Number
            where "var.rpo_ticket_seconds >= 60 && var.rpo_ticket_seconds <= 300"
                => "The ticket is due at 60 to 300 seconds: the requirement is five minutes.",
        /// Seconds a restore would lose while payments are written, at which people are paged.
        rpo_page_seconds: Number
            where "var.rpo_page_seconds >= var.rpo_ticket_seconds"
                => "The page comes with the ticket or later.",
        /// Workflow that tests restores; null where there is none.
        restore_test_arn: Option<String>,
        /// NAT gateways, one per availability zone, in the order of the zones.
        nat_gateway_ids: Vec<String>,
        /// ARN of the load balancer.
        load_balancer_arn: String,
        /// The load balancer as CloudWatch names it.
        load_balancer_arn_suffix: String,
        /// The target group as CloudWatch names it.
        target_group_arn_suffix: String,
        /// Certificate of the load balancer.
        certificate_arn: String,
        /// Health check of the payment domain; null where there is none.
        health_check_id: Option<String>,
        /// Fewest requests in five minutes, those of health checks from outside included; null
        /// where none are expected.
        minimum_requests: Option<Number>,
        /// The web ACL as CloudWatch names it; null where there is none.
        web_acl_name: Option<String>,
        /// The ECS cluster.
        ecs_cluster_name: String,
        /// The ECS service.
        ecs_service_name: String,
        /// Fewest tasks.
        minimum_tasks: Number,
        /// Desired tasks at which the most is near.
        task_ceiling: Number,
        /// Fewest healthy targets; below it a zone is lost or worse.
        healthy_host_floor: Number,
        /// The validation function.
        validation_function_name: String,
        /// Milliseconds of a validation that are close to its timeout.
        validation_duration_ceiling: Number,
        /// Queue of the validation requests that failed.
        validation_dead_letter_queue_name: String,
    }
}

terraform::ports! {
    /// The topics, and the alarms that others stop at.
    pub struct Outputs {
        /// Topic for what wakes people.
        page_topic_arn: String,
        /// Topic for what can wait.
        ticket_topic_arn: String,
        /// Queue that receives every notification without confirmation, for a chat or incident
        /// system.
        notification_queue_url: String,
        /// The dashboard.
        dashboard_name: String,
        /// ARN of the dashboard.
        dashboard_arn: String,
        /// Alarms that go off when one zone is bad and the others are not, in the order of the
        /// zones.
        zone_impaired_alarm_arns: Vec<String>,
        /// Alarm on the share of requests that payment tasks fail.
        error_rate_alarm_arn: String,
        /// Name of that alarm, at which a deployment is rolled back.
        error_rate_alarm_name: String,
        /// Alarm on too few healthy payment tasks.
        healthy_hosts_alarm_arn: String,
        /// Alarm on payments that fail so fast that the error budget will not last.
        availability_alarm_arn: String,
        /// Alarm on the lag of the slowest Aurora reader.
        replica_lag_alarm_arn: String,
    }
}

impl Monitoring {
    /// Everything that is watched, in the order of the tiers (MON-1, MON-2, MON-3).
    pub fn watches(&self, var: &Inputs) -> Vec<Watch> {
        let proxy = if self.proxy { proxy::watches(var) } else { Vec::new() };
        let of_each = [
            objectives::watches(var),
            arrivals::watches(self, var),
            firewall::watches(self, var),
            load_balancer::watches(self, var),
            vec![certificate::watch(var)],
            tasks::watches(var),
            function::watches(var),
            database::watches(self, var),
            proxy,
            recovery_point::watches(self, var),
            zones::watches(self, var),
            delivery::watches(&events::rules(var)),
        ];
        of_each.into_iter().flatten().collect()
    }

    /// Everything that is watched, for its runbooks.
    pub fn runbooks(&self) -> Vec<Watch> {
        self.watches(&Inputs::references(&["var"]))
    }

    /// What the event rules are for, each its name's purpose.
    pub fn event_rules(&self) -> Vec<&'static str> {
        events::rules(&Inputs::references(&["var"])).iter().map(|rule| rule.purpose).collect()
    }
}

impl Tier for Monitoring {
    const NAME: &'static str = "monitoring";
    const DESCRIPTION: &'static str =
        "The topics that notify people, and the alarms and events that are sent to them.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let topics = topics::declare(module, self, var)?;
        let queue = queue::declare(module, var, &topics)?;
        let watches = self.watches(var);
        let (mut declared, mut composites) = (Declared::default(), Vec::new());
        for watch in &watches {
            let description = watch.description(&self.help);
            for alarm in &watch.alarms {
                let resource = alarm.resource(&description, &topics.of(alarm.severity).arn());
                declared
                    .metric
                    .insert(alarm.purpose.clone(), module.resource(alarm.label(), resource)?);
            }
            for alarm in &watch.composites {
                let resource = alarm.resource(&description, &topics.of(alarm.severity).arn());
                let handle = module.resource(alarm.label(), resource)?;
                composites.push(handle.clone());
                declared.composite.insert(alarm.purpose.clone(), handle);
            }
        }
        events::declare(module, &events::rules(var), &topics, &self.help)?;
        let dashboard = dashboard::declare(module, &watches, &composites)?;
        let errors = declared.metric(load_balancer::TARGET_ERRORS)?;
        let of_zone = |zone: &Zone| Ok(declared.composite(&zones::impaired_purpose(*zone))?.arn());
        Ok(wire!(Outputs {
            page_topic_arn: topics.page.arn(),
            ticket_topic_arn: topics.ticket.arn(),
            notification_queue_url: queue.url(),
            dashboard_name: dashboard.dashboard_name(),
            dashboard_arn: dashboard.dashboard_arn(),
            zone_impaired_alarm_arns: self
                .zones
                .iter()
                .map(of_zone)
                .collect::<Result<Vec<_>, DeclareError>>()?,
            error_rate_alarm_arn: errors.arn(),
            error_rate_alarm_name: errors.alarm_name(),
            healthy_hosts_alarm_arn: declared.metric(tasks::HEALTHY_HOSTS)?.arn(),
            availability_alarm_arn: declared
                .composite(&objectives::fast_burn(objectives::AVAILABILITY))?
                .arn(),
            replica_lag_alarm_arn: declared.metric(database::REPLICA_LAG)?.arn(),
        }))
    }
}
