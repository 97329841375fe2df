//! Monitoring: the topics that people are told by, and the alarms that tell them (MON-1 to MON-4).

pub mod alarm;
mod database;
mod function;
mod load_balancer;
mod queue;
mod tasks;
#[cfg(test)]
mod tests;
mod topics;

use crate::cidr::Zone;
use crate::tf::{DeclareError, Module, Number, Tier};
use crate::wire;
use alarm::{Alarm, Severity};

/// What is decided when the monitoring is generated.
#[derive(Debug, Clone)]
pub struct Monitoring {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// How many addresses are paged by e-mail.
    pub page_emails: usize,
    /// How many addresses get tickets by e-mail.
    pub ticket_emails: usize,
}

crate::ports! {
    /// What is watched, and who is told.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for notifications.
        notifications_key_arn: String,
        /// E-mail addresses told at once, day and night.
        page_emails: Vec<String>,
        /// E-mail addresses told of what can wait until morning.
        ticket_emails: Vec<String>,
        /// The Aurora cluster.
        cluster_identifier: String,
        /// The Aurora instances, one per availability zone, in the order of the zones.
        instance_identifiers: Vec<String>,
        /// The load balancer as CloudWatch names it.
        load_balancer_arn_suffix: String,
        /// The target group as CloudWatch names it.
        target_group_arn_suffix: String,
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
        /// Queue of the validation requests that failed.
        validation_dead_letter_queue_name: String,
    }
}

crate::ports! {
    /// The topics.
    pub struct Outputs {
        /// Topic for what wakes people.
        page_topic_arn: String,
        /// Topic for what can wait.
        ticket_topic_arn: String,
        /// Queue that receives every notification without confirmation, for a chat or incident system.
        notification_queue_url: String,
    }
}

impl Monitoring {
    /// Every alarm, in the order of the tiers they watch (MON-1, MON-2, MON-3).
    fn alarms(&self, var: &Inputs) -> Vec<Alarm> {
        [database::alarms(self, var), load_balancer::alarms(self, var), tasks::alarms(var), function::alarms(var)]
            .concat()
    }
}

impl Tier for Monitoring {
    const NAME: &'static str = "monitoring";
    const DESCRIPTION: &'static str = "The topics by which people are told, and the alarms that tell them.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let topics = topics::declare(module, self, var)?;
        let queue = queue::declare(module, var, &topics)?;
        for alarm in self.alarms(var) {
            let topic = match alarm.severity {
                Severity::Page => &topics.page,
                Severity::Ticket => &topics.ticket,
            };
            module.resource(alarm.label(), alarm.resource(&topic.arn()))?;
        }
        Ok(wire!(Outputs {
            page_topic_arn: topics.page.arn(),
            ticket_topic_arn: topics.ticket.arn(),
            notification_queue_url: queue.url(),
        }))
    }
}
