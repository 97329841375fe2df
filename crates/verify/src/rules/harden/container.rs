//! Containers do not run as root, have a read-only file system, and are isolated from their host.
//!
//! ## Why
//!
//! Whoever breaks into a container that runs as root, writes in the folder of its program, or
//! shares processes or the network with its host, gets further: to the next request, the next
//! container, the machine. For a container without `user`, the image decides, and the
//! answer is unknown.
//!
//! ## Example
//!
//! ```hcl
//! container_definitions = jsonencode([{
//!   name       = "api"
//!   image      = "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1"
//!   privileged = true
//!   user       = "root"
//! }])
//! ```
//!
//! ## Fix
//!
//! Give the container a user, make its root file system read-only, and leave `privileged` and host
//! namespaces out.
//!
//! ```hcl
//! container_definitions = jsonencode([{
//!   name                   = "api"
//!   image                  = "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1"
//!   user                   = "10001:10001"
//!   readonlyRootFilesystem = true
//! }])
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS task and container security best practices](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html)
//! - [Security Hub controls ECS.3, ECS.4, ECS.5, ECS.17, ECS.20 and ECS.21](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html)

use serde_json::Value;

use crate::attribute_path::UNREAD;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check, Resource};

rule! { Warning, AnyStack, ["APP-1"] }

/// What a task shares with its host where it is `host`.
const SHARED: [(&str, &str); 3] = [
    ("network_mode", "its containers hear and speak on the network of the host"),
    ("pid_mode", "its containers see the processes of the host"),
    ("ipc_mode", "its containers share memory with those of the host"),
];
/// Capabilities of Linux with which a container takes over its host. Source: capabilities(7).
const CAPABILITIES: [&str; 5] = ["ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "DAC_READ_SEARCH"];

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        for (argument, otherwise) in SHARED {
            let mode = task.at(argument);
            check
                .judge(&mode, mode.string(), |mode| (mode == "host").then(|| otherwise.to_owned()));
        }
        definitions(check, &task.at("container_definitions"), is_windows(task));
    }
    for job in check.all("aws_batch_job_definition") {
        definitions(check, &job.at("container_properties"), false);
    }
}

/// A container of Windows has neither a root that can be read-only, nor the users of Linux.
fn is_windows(task: Resource) -> bool {
    let system = task.at("runtime_platform.0.operating_system_family");
    system.string().known().is_some_and(|system| system.starts_with("WINDOWS"))
}

fn definitions<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, is_windows: bool) {
    let text = match (place.string(), place.string_with_holes()) {
        (Known(text), _) => text.to_owned(),
        (Unknown, Some(text)) => text,
        (Unknown, None) => return check.unknown(place, UNREAD),
        (Absent, _) => return,
    };
    let Ok(json) = serde_json::from_str::<Value>(&text) else { return };
    let single = std::slice::from_ref(&json);
    let (mut holds, mut incomplete) = (true, None);
    for container in json.as_array().map_or(single, Vec::as_slice) {
        let name = container["name"].as_str().map_or_else(String::new, |name| format!("{name} "));
        if let Some(argument) = ARGUMENTS.iter().find(|argument| is_hole(&container[**argument])) {
            incomplete =
                Some(format!("{name}has a `{argument}` that is known only after the apply"));
            continue;
        }
        for problem in problems(container, is_windows) {
            check.fail(place, format_args!("{name}{problem}"));
            holds = false;
        }
        if container["user"].is_null() && !is_windows {
            incomplete = Some(format!(
                "{name}has no `user`, so whether it runs as root is for its image to say"
            ));
        }
    }
    match incomplete {
        Some(reason) => check.unknown(place, reason),
        None if holds => check.pass(place),
        None => {}
    }
}

/// What is judged of a container.
const ARGUMENTS: [&str; 4] = ["privileged", "user", "readonlyRootFilesystem", "linuxParameters"];

/// Whether a value stands for what is known only after the apply.
fn is_hole(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.starts_with("${"))
}

fn problems(container: &Value, is_windows: bool) -> Vec<&'static str> {
    let user = container["user"].as_str().unwrap_or_default().split(':').next().unwrap_or_default();
    let added = container["linuxParameters"]["capabilities"]["add"].as_array();
    let adds = |name: &Value| name.as_str().is_some_and(|name| CAPABILITIES.contains(&name));
    let found = [
        (container["privileged"] == true, "is privileged: it can do to the host what root can"),
        (matches!(user, "root" | "0" | "ContainerAdministrator"), "runs as root"),
        (
            !is_windows && container["readonlyRootFilesystem"] != true,
            "can write in the folder of its program",
        ),
        (
            added.is_some_and(|added| added.iter().any(adds)),
            "has a capability with which it takes over the host",
        ),
    ];
    found.into_iter().filter_map(|(is, what)| is.then_some(what)).collect()
}
