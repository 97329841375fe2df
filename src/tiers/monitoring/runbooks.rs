//! The runbooks: a Markdown page for each watch, and what several of them share, as templates. A
//! page begins with its title and with what it means for payments; that paragraph is plain ASCII,
//! since it is also the description of the watch's alarms.
//!
//! A template may name what the environment has, as `{{ ecs_cluster }}`, and loop over its `zones`.

macro_rules! templates {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$((concat!($folder, $name), include_str!(concat!("runbooks/", $folder, $name)))),+]
    };
}

/// Each page, by its file name.
pub const PAGES: &[(&str, &str)] = templates!["":
    "availability.md",
    "certificate-expiry.md",
    "client-tls-errors.md",
    "database-commit-latency.md",
    "database-connections.md",
    "database-cpu.md",
    "database-deadlocks.md",
    "database-memory.md",
    "event-delivery.md",
    "few-requests.md",
    "firewall-blocks.md",
    "healthy-hosts.md",
    "latency.md",
    "load-balancer-errors.md",
    "missing-tasks.md",
    "nat-drops.md",
    "nat-ports.md",
    "notification-delivery.md",
    "proxy-borrow-latency.md",
    "proxy-client-failures.md",
    "proxy-database-failures.md",
    "proxy-pool.md",
    "proxy-query-latency.md",
    "replica-lag.md",
    "replica-lag-instance.md",
    "response-time.md",
    "restore-test.md",
    "rpo.md",
    "rpo-probe.md",
    "running-tasks.md",
    "service-cpu.md",
    "service-memory.md",
    "target-errors.md",
    "target-tls-errors.md",
    "task-ceiling.md",
    "unhealthy-hosts.md",
    "unreachable.md",
    "validation-dead-letter-age.md",
    "validation-dead-letter-errors.md",
    "validation-dead-letters.md",
    "validation-duration.md",
    "validation-errors.md",
    "validation-event-age.md",
    "validation-throttles.md",
    "zone-errors.md",
    "zone-gray-failure.md",
    "zone-impaired.md",
    "zone-latency.md",
    "zone-unhealthy-hosts.md",
];

/// Commands that several pages begin with, which only read, and steps that several give.
pub const SHARED: &[(&str, &str)] = templates!["shared/":
    "aws-health.sh",
    "concurrency.sh",
    "database-events.sh",
    "database-log.sh",
    "dead-letters.sh",
    "end-session.md",
    "fail-over.md",
    "function-configuration.sh",
    "function-errors.sh",
    "instances.sh",
    "nat-gateway.sh",
    "previous-function.md",
    "proxy-log.sh",
    "proxy-targets.sh",
    "reboot-reader.md",
    "restart-tasks.md",
    "roll-back.md",
    "running-drills.sh",
    "scaling.sh",
    "service-events.sh",
    "sessions.sh",
    "stop-drill.md",
    "stop-unhealthy-task.md",
    "stopped-tasks.sh",
    "target-health.sh",
    "task-errors.sh",
    "writer.sh",
    "zonal-shifts.sh",
    "zone-shift-end.md",
    "zone-shift.md",
];

/// The second paragraph of a page, as one line: what it means that the watch's alarm is on.
pub(super) fn meaning(page: &str) -> String {
    let text = PAGES
        .iter()
        .find(|(name, _)| name.strip_suffix(".md") == Some(page))
        .map_or("", |(_, text)| text);
    text.split("\n\n").nth(1).unwrap_or_default().replace('\n', " ")
}
