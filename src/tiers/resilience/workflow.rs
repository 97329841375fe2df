//! How a scheduled Step Functions workflow is made: its log group, the state machine, the schedule
//! that starts it.

use super::Inputs;
use crate::aws::{
    AwsCloudwatchLogGroup, AwsSchedulerSchedule, AwsSchedulerScheduleFlexibleTimeWindow,
    AwsSchedulerScheduleTarget, AwsSchedulerScheduleTargetRetryPolicy, AwsSfnStateMachine,
    AwsSfnStateMachineLoggingConfiguration, AwsSfnStateMachineTracingConfiguration,
};
use crate::naming::Kind;
use crate::tiers::{json, name_of, tags};
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module, meta};
use terraform::{block, text};

/// A workflow to be declared.
pub(super) struct Workflow {
    /// Part of its names: `state-machine-<purpose>-<suffix>`.
    pub purpose: &'static str,
    /// `EXPRESS` for what lasts seconds and may run twice, `STANDARD` for what lasts longer or
    /// must run once.
    pub r#type: &'static str,
    /// What it does, in Amazon States Language.
    pub definition: Expression,
    /// Role with which it acts.
    pub role_arn: Attr<String>,
    /// `ERROR` logs runs that fail, `ALL` every step: the evidence of a test.
    pub log_level: &'static str,
    /// When it is started.
    pub schedule: Attr<String>,
    /// How long a start that AWS could not make is tried again, in seconds: 60 to 86400.
    /// Source: EventBridge Scheduler API Reference, `RetryPolicy`.
    pub start_within_seconds: u32,
}

impl Workflow {
    /// Declares it. Its definition has an ARN in it that is not known before the first apply: a
    /// known one the provider sends to AWS while it plans, so that nothing could be planned
    /// without the network.
    pub fn declare(
        self,
        module: &mut Module,
        var: &Inputs,
    ) -> Result<Handle<AwsSfnStateMachine>, DeclareError> {
        let label = self.purpose.replace('-', "_");
        let log_group = module.resource(&label, self.log_group(var))?;
        let (schedule, role_arn, start_within) =
            (self.schedule.clone(), &var.scheduler_role_arn, self.start_within_seconds);
        let name = name_of(Kind::Schedule, self.purpose);
        let machine = module.resource_with(
            &label,
            self.state_machine(&log_group),
            meta().depends_on(&log_group),
        )?;
        let schedule = block!(AwsSchedulerSchedule {
            name: name,
            schedule_expression: schedule,
            schedule_expression_timezone: "UTC",
            flexible_time_window: block!(AwsSchedulerScheduleFlexibleTimeWindow { mode: "OFF" }),
            target: block!(AwsSchedulerScheduleTarget {
                arn: machine.arn(),
                role_arn: role_arn,
                input: "{}",
                retry_policy: block!(AwsSchedulerScheduleTargetRetryPolicy {
                    maximum_event_age_in_seconds: start_within,
                    maximum_retry_attempts: 3,
                }),
            }),
        });
        module.resource(label, schedule)?;
        Ok(machine)
    }

    /// The prefix keeps the policy by which CloudWatch Logs lets services write within its size.
    /// Source: Step Functions Developer Guide, "Using CloudWatch Logs to log execution history".
    fn log_group(&self, var: &Inputs) -> AwsCloudwatchLogGroup {
        let name = text!("/aws/vendedlogs/states/", name_of(Kind::StateMachine, self.purpose));
        block!(AwsCloudwatchLogGroup {
            name: &name,
            kms_key_id: &var.logs_key_arn,
            retention_in_days: &var.log_retention_days,
            tags: tags(name),
        })
    }

    fn state_machine(self, log_group: &Handle<AwsCloudwatchLogGroup>) -> AwsSfnStateMachine {
        let name = name_of(Kind::StateMachine, self.purpose);
        block!(AwsSfnStateMachine {
            name: &name,
            r#type: self.r#type,
            definition: json(self.definition),
            role_arn: self.role_arn,
            logging_configuration: block!(AwsSfnStateMachineLoggingConfiguration {
                level: self.log_level,
                // Identifiers and times only; without them a log does not say why a run failed.
                include_execution_data: true,
                log_destination: text!(log_group.arn(), ":*"),
            }),
            tracing_configuration: block!(AwsSfnStateMachineTracingConfiguration { enabled: true }),
            tags: tags(name),
        })
    }
}
