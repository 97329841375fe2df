//! The payment tasks: how many run and are healthy, and how busy they are (MON-2, MON-3).
//!
//! Sources of the metrics: Amazon CloudWatch User Guide, "Amazon ECS Container Insights metrics",
//! which exist only where Container Insights is on, and the configuration never turns it off;
//! Amazon ECS Developer Guide, "Amazon ECS CloudWatch metrics", for `AWS/ECS`.

use super::Inputs;
use super::load_balancer::target_group;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};

/// Tasks. A deployment or a scaling step is short of some for a while; more than these for long is
/// a fault.
const MISSING_TASKS: u8 = 2;
/// Percent. Scaling holds less; above it for ten minutes, scaling does not keep up.
const CPU_PERCENT: u8 = 80;
/// Percent. A task that reaches 100 is killed.
const MEMORY_PERCENT: u8 = 85;

/// The alarm on too few healthy tasks.
pub(super) const HEALTHY_HOSTS: &str = "healthy-hosts";

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    let insights = |name, statistic| service(var, "ECS/ContainerInsights", name, statistic);
    let desired = || insights("DesiredTaskCount", "Average");
    let running = || insights("RunningTaskCount", "Average");
    let missing = Series::math(
        "Tasks that should run and do not",
        "{desired} - {running}",
        [("desired", desired()), ("running", running())],
    );
    let hosts = |name, statistic| Series::from(target_group(var, name, statistic));
    let usage = |name| Series::from(service(var, "AWS/ECS", name, "Average"));
    let tasks = |page, title, alarm| Watch::new(Section::Tasks, page, title, [alarm]);
    vec![
        tasks(
            HEALTHY_HOSTS,
            "Healthy tasks",
            hosts("HealthyHostCount", "Minimum")
                .below(&var.healthy_host_floor)
                .or_no_data()
                .page(HEALTHY_HOSTS),
        ),
        tasks(
            "unhealthy-hosts",
            "Unhealthy tasks",
            hosts("UnHealthyHostCount", "Maximum").at_least(1).ticket("unhealthy-hosts"),
        ),
        tasks(
            "running-tasks",
            "Running tasks",
            Series::from(insights("RunningTaskCount", "Minimum"))
                .below(&var.minimum_tasks)
                .or_no_data()
                .page("running-tasks"),
        ),
        // No data at all is told by the alarm on running tasks.
        tasks(
            "missing-tasks",
            "Missing tasks",
            missing.above(MISSING_TASKS).lasting(10, 10).page("missing-tasks"),
        ),
        tasks(
            "task-ceiling",
            "Desired tasks",
            Series::from(insights("DesiredTaskCount", "Maximum"))
                .at_least(&var.task_ceiling)
                .ticket("task-ceiling"),
        ),
        tasks(
            "service-cpu",
            "CPU of the tasks, in percent",
            usage("CPUUtilization").above(CPU_PERCENT).lasting(10, 10).ticket("service-cpu"),
        ),
        tasks(
            "service-memory",
            "Memory of the tasks, in percent",
            usage("MemoryUtilization").above(MEMORY_PERCENT).ticket("service-memory"),
        ),
    ]
}

fn service(
    var: &Inputs,
    namespace: &'static str,
    name: &'static str,
    statistic: &'static str,
) -> Metric {
    let dimensions = vec![
        ("ClusterName", var.ecs_cluster_name.clone()),
        ("ServiceName", var.ecs_service_name.clone()),
    ];
    Metric { namespace, name, dimensions, statistic }
}
