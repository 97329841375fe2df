//! The containers of a task can be registered: stop timeout, ports and memory are what ECS accepts.
//!
//! ## Why
//!
//! To Terraform, container definitions are just text; AWS is the first to read what is in it. On
//! Fargate a container may take 120 seconds to stop at most and cannot be privileged, with `awsvpc`
//! the host port is the container port, and the containers together cannot reserve more memory than
//! the task has.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   requires_compatibilities = ["FARGATE"]
//!   container_definitions    = jsonencode([{ name = "payments", stopTimeout = 300 }])
//! }
//! ```
//!
//! ## Fix
//!
//! Set `stopTimeout` to 120 or less, leave `hostPort` and `privileged` out, and let the memory of
//! the containers fit into the task.
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   requires_compatibilities = ["FARGATE"]
//!   container_definitions    = jsonencode([{ name = "payments", stopTimeout = 60 }])
//! }
//! ```
//!
//! ## Source
//!
//! - [ContainerDefinition](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html)
//! - [PortMapping](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html)

use serde_json::Value;

use crate::Planned::Known;
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "APP-1"] }

/// Source: ECS API, `ContainerDefinition`, `stopTimeout`: at most 120 seconds on Fargate.
const LONGEST_STOP: u64 = 120;

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let definitions = task.at("container_definitions");
        // Where one value in them is known only after the apply, a plan shows nothing of them, and
        // there is nothing to say.
        let Some(containers) =
            definitions.string().known().and_then(|text| serde_json::from_str(text).ok())
        else {
            continue;
        };
        let Value::Array(containers) = containers else { continue };
        let found: Vec<_> = containers
            .iter()
            .flat_map(|container| problems(task, container))
            .chain(too_large(task, &containers))
            .collect();
        match found[..] {
            [] => check.pass(&definitions),
            _ => check.fail(&definitions, found.join("; ")),
        }
    }
}

fn problems(task: Resource, container: &Value) -> Vec<String> {
    let name = container["name"].as_str().unwrap_or("a container without a name");
    let is_fargate = task
        .at("requires_compatibilities")
        .strings()
        .known()
        .is_some_and(|on| on.contains(&"FARGATE"));
    let is_awsvpc = task.at("network_mode").string() == Known("awsvpc");
    let ports = container["portMappings"].as_array().into_iter().flatten();
    let is_moved = |port: &Value| {
        port["hostPort"]
            .as_u64()
            .is_some_and(|host| host != 0 && Some(host) != port["containerPort"].as_u64())
    };
    let stop =
        container["stopTimeout"].as_u64().filter(|seconds| is_fargate && *seconds > LONGEST_STOP);
    let privileged = is_fargate && container["privileged"] == Value::Bool(true);
    [
        stop.map(|seconds| {
            format!("{name} may take {seconds} seconds to stop, and Fargate waits 120")
        }),
        (is_awsvpc && ports.clone().any(is_moved))
            .then(|| format!("{name} maps a port to another one, which awsvpc cannot")),
        privileged.then(|| format!("{name} is privileged, which Fargate is not")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether the containers reserve more than the task has.
fn too_large(task: Resource, containers: &[Value]) -> Option<String> {
    let reserved = |container: &Value| {
        container["memoryReservation"].as_u64().or(container["memory"].as_u64()).unwrap_or(0)
    };
    let whole = task.at("memory").string().known()?.parse::<u64>().ok()?;
    let sum: u64 = containers.iter().map(reserved).sum();
    (sum > whole).then(|| format!("the containers reserve {sum} MiB, and the task has {whole}"))
}
