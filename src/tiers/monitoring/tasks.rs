//! The payment tasks: how many run and are healthy, and how busy they are (MON-2, MON-3).
//!
//! Sources of the metrics: Amazon CloudWatch User Guide, "Amazon ECS Container Insights metrics", which exist only where
//! Container Insights is on, and the configuration never turns it off; Amazon ECS Developer Guide, "Amazon ECS CloudWatch
//! metrics", for `AWS/ECS`.

use super::Inputs;
use super::commands::{ROLL_BACK, SCALING, SERVICE_EVENTS, STOPPED_TASKS, TARGET_HEALTH, TASK_ERRORS};
use super::load_balancer::target_group;
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};

/// Tasks. A deployment or a scaling step is short of some for a while; more than these for long is a fault.
const MISSING_TASKS: u8 = 2;
/// Percent. Scaling holds less; above it for ten minutes, scaling does not keep up.
const CPU_PERCENT: u8 = 80;
/// Percent. A task that reaches 100 is killed.
const MEMORY_PERCENT: u8 = 85;

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
    let tasks = |page, title, alarm, runbook| Watch::new(Section::Tasks, page, title, [alarm], runbook);
    vec![
        tasks(
            "healthy-hosts",
            "Healthy tasks",
            hosts("HealthyHostCount", "Minimum").below(&var.healthy_host_floor).or_no_data().page("healthy-hosts"),
            HEALTHY_HOSTS,
        ),
        tasks(
            "unhealthy-hosts",
            "Unhealthy tasks",
            hosts("UnHealthyHostCount", "Maximum").at_least(1).ticket("unhealthy-hosts"),
            UNHEALTHY_HOSTS,
        ),
        tasks(
            "running-tasks",
            "Running tasks",
            Series::from(insights("RunningTaskCount", "Minimum"))
                .below(&var.minimum_tasks)
                .or_no_data()
                .page("running-tasks"),
            RUNNING,
        ),
        // No data at all is told by the alarm on running tasks.
        tasks(
            "missing-tasks",
            "Missing tasks",
            missing.above(MISSING_TASKS).lasting(10, 10).page("missing-tasks"),
            MISSING,
        ),
        tasks(
            "task-ceiling",
            "Desired tasks",
            Series::from(insights("DesiredTaskCount", "Maximum")).at_least(&var.task_ceiling).ticket("task-ceiling"),
            CEILING,
        ),
        tasks(
            "service-cpu",
            "CPU of the tasks, in percent",
            usage("CPUUtilization").above(CPU_PERCENT).lasting(10, 10).ticket("service-cpu"),
            CPU,
        ),
        tasks(
            "service-memory",
            "Memory of the tasks, in percent",
            usage("MemoryUtilization").above(MEMORY_PERCENT).ticket("service-memory"),
            MEMORY,
        ),
    ]
}

fn service(var: &Inputs, namespace: &'static str, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("ClusterName", var.ecs_cluster_name.clone()), ("ServiceName", var.ecs_service_name.clone())];
    Metric { namespace, name, dimensions, statistic }
}

const HEALTHY_HOSTS: Runbook = Runbook {
    meaning: "No more payment tasks are healthy than would be left after the loss of an availability \
         zone: a zone is lost, or a deployment fails.",
    first_look: &[TARGET_HEALTH, SERVICE_EVENTS, STOPPED_TASKS],
    causes: &[
        "An availability zone is lost.",
        "A release whose tasks fail the health check.",
        "Tasks crash or cannot start: image, secret, or no Fargate capacity.",
    ],
    steps: &[
        "A zone-impaired alarm is on: follow it. Do not deploy until the tasks are back.",
        "A deployment runs: roll it back.",
        "Tasks do not start: read `stoppedReason`; mend what it names.",
    ],
    escalate: "Healthy tasks still fall after 10 minutes: call the owner of the payment service, and \
         open an AWS support case of severity critical.",
};

const UNHEALTHY_HOSTS: Runbook = Runbook {
    meaning: "A payment task has failed its health checks for minutes, and ECS has not replaced it.",
    first_look: &[TARGET_HEALTH, TASK_ERRORS, SERVICE_EVENTS],
    causes: &[
        "A task hangs.",
        "A release is slow to start or answers its health path with an error.",
        "The security group of the tasks was changed by hand.",
    ],
    steps: &[
        "Stop the task that the target health names: `aws ecs stop-task`; ECS starts another.",
        "The new one fails as well: the release is at fault.",
        ROLL_BACK,
        "`terraform plan` shows a change made by hand: apply.",
    ],
    escalate: "More than a third of the tasks: treat it as healthy-hosts.",
};

const RUNNING: Runbook = Runbook {
    meaning: "Fewer payment tasks run than the minimum, or the service reports nothing: the next fault, \
         or the loss of a zone, may stop payments.",
    first_look: &[SERVICE_EVENTS, STOPPED_TASKS, SCALING],
    causes: &[
        "Tasks crash faster than ECS replaces them.",
        "Fargate has no capacity in a zone, or the account's vCPU quota is reached.",
        "The image cannot be pulled.",
        "Someone changed the service by hand.",
    ],
    steps: &[
        "Read the service events: they name the cause.",
        "Quota: ask for more vCPU in Service Quotas; capacity: wait for ECS to place tasks in the \
         other zones.",
        ROLL_BACK,
        "Changed by hand: `terraform plan`, then apply.",
    ],
    escalate: "Not mended in 15 minutes: call the owner of the payment service; quota or capacity: AWS \
         support, severity critical.",
};

const MISSING: Runbook = Runbook {
    meaning: "For 10 minutes ECS has not been able to start the tasks it should: scaling out does not \
         work.",
    first_look: &[SERVICE_EVENTS, STOPPED_TASKS],
    causes: &[
        "No Fargate capacity, or the vCPU quota is reached.",
        "The image cannot be pulled: it is gone, or the way to the registry is closed.",
        "New tasks fail their health checks.",
    ],
    steps: &[
        "Follow what the service events name.",
        "Image: push it again under its digest, or roll back to one that is there.",
        ROLL_BACK,
        "Load is high meanwhile: shed it in the firewall rather than lose all.",
    ],
    escalate: "Load rises and tasks do not come: AWS support, severity critical.",
};

const CEILING: Runbook = Runbook {
    meaning: "Scaling is close to the most tasks it may start: further load would slow payments down.",
    first_look: &[SCALING, SERVICE_EVENTS],
    causes: &[
        "More payments than ever.",
        "A client that retries without pause, or an attack.",
        "Tasks have become slower, so that more are needed.",
    ],
    steps: &[
        "Compare requests with last week on the dashboard.",
        "Real: raise `application.max_tasks`, after checking database-connections and the vCPU \
         quota.",
        "Not real: limit the client in the firewall.",
    ],
    escalate: "Growth that needs a larger database class: the owner of the platform.",
};

const CPU: Runbook = Runbook {
    meaning: "Payment tasks have used more than 80 percent CPU for 10 minutes: scaling does not keep \
         up, and a lost zone could not be carried.",
    first_look: &[SCALING, SERVICE_EVENTS],
    causes: &["Scaling is at its most.", "Load rises faster than tasks start.", "A release that needs more CPU."],
    steps: &[
        "task-ceiling is on: follow it.",
        ROLL_BACK,
        "The release needs more CPU for good reason: give tasks more, `application.task_size`, and apply.",
        "Otherwise lower `application.cpu_target`, so that scaling begins sooner.",
    ],
    escalate: "Response times rise as well: treat it as latency.",
};

const MEMORY: Runbook = Runbook {
    meaning: "Payment tasks use more than 85 percent of their memory: at 100 they are killed in the \
         middle of payments.",
    first_look: &[STOPPED_TASKS, SCALING],
    causes: &["A leak: memory grows since the last deployment.", "More load on each task than its size was made for."],
    steps: &[
        "A leak: start fresh tasks with `aws ecs update-service --force-new-deployment`, then mend \
         it.",
        "Load: give tasks more memory in the configuration.",
    ],
    escalate: "Tasks stop with OutOfMemory: call the owner of the payment service.",
};
