//! Alarms of the ECS task counts (MON-3).
//!
//! Source of the metrics: Amazon CloudWatch User Guide, "Amazon ECS Container Insights metrics". They exist only where
//! Container Insights is on, which the configuration therefore never turns off.

use super::Inputs;
use super::alarm::{Alarm, Comparison, Metric, MissingData, Series, Severity, Window};

/// Tasks. A deployment or a scaling step is short of some for a while; more than these for long is a fault.
const MISSING_TASKS: u8 = 2;

pub(super) fn alarms(var: &Inputs) -> Vec<Alarm> {
    vec![running(var), missing(var), ceiling(var)]
}

fn running(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "running-tasks".to_owned(),
        severity: Severity::Page,
        series: Series::Metric(service(var, "RunningTaskCount", "Minimum")),
        comparison: Comparison::Below,
        threshold: var.minimum_tasks.clone(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::Breaching,
        meaning: "Fewer payment tasks run than the minimum, or the service reports nothing: the next fault, or the \
                  loss of a zone, may stop payments.",
        first_step: "read the ECS service events: they say why tasks stop or do not start.",
    }
}

fn missing(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "missing-tasks".to_owned(),
        severity: Severity::Page,
        series: Series::Math {
            expression: "desired - running",
            label: "Tasks that should run and do not",
            inputs: vec![
                ("desired", service(var, "DesiredTaskCount", "Average")),
                ("running", service(var, "RunningTaskCount", "Average")),
            ],
        },
        comparison: Comparison::Above,
        threshold: MISSING_TASKS.into(),
        window: Window { wrong: 10, of: 10 },
        // No data at all is told by the alarm on running tasks.
        missing_data: MissingData::NotBreaching,
        meaning: "For 10 minutes ECS has not been able to start the tasks it should: scaling out does not work.",
        first_step: "read the ECS service events: Fargate capacity or quota, image pull, or failing health checks.",
    }
}

fn ceiling(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "task-ceiling".to_owned(),
        severity: Severity::Ticket,
        series: Series::Metric(service(var, "DesiredTaskCount", "Maximum")),
        comparison: Comparison::AtLeast,
        threshold: var.task_ceiling.clone(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "Scaling is close to the most tasks it may start: further load would slow payments down.",
        first_step: "find out whether the load is real; if so, raise the maximum, after checking the database's load.",
    }
}

fn service(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("ClusterName", var.ecs_cluster_name.clone()), ("ServiceName", var.ecs_service_name.clone())];
    Metric { namespace: "ECS/ContainerInsights", name, dimensions, statistic }
}
