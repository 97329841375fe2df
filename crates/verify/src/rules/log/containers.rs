//! Every essential container of a task writes its log somewhere.
//!
//! ## Why
//!
//! On Fargate, nobody can look inside a container: what it writes to its standard output goes where
//! `logConfiguration` sends it, or nowhere. With the driver `awslogs` Fargate requires group,
//! region and stream prefix, and refuses the task definition otherwise.
//!
//! If the definitions are known only after the apply, the plan shows only what they refer to; a log
//! group among these counts as a container's log configuration.
//!
//! ## Example
//!
//! ```hcl
//! container_definitions = jsonencode([{
//!   name  = "payments"
//!   image = "payments:1"
//! }])
//! ```
//!
//! ## Fix
//!
//! Give each container a `logConfiguration`.
//!
//! ```hcl
//! container_definitions = jsonencode([{
//!   name  = "payments"
//!   image = "payments:1"
//!   logConfiguration = {
//!     logDriver = "awslogs"
//!     options = {
//!       awslogs-group         = aws_cloudwatch_log_group.payments.name
//!       awslogs-region        = "us-east-1"
//!       awslogs-stream-prefix = "payments"
//!     }
//!   }
//! }])
//! ```
//!
//! ## Source
//!
//! - [Send Amazon ECS logs to CloudWatch](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html)

use serde_json::Value;

use crate::Check;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-6", "APP-1"] }

/// Amazon ECS Developer Guide, "Send Amazon ECS logs to CloudWatch": of these, Fargate requires
/// all.
const AWSLOGS: [&str; 3] = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"];

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let place = task.at("container_definitions");
        match (place.string(), place.string_with_holes()) {
            (Known(text), _) => containers(check, task, &place, text),
            (_, Some(text)) => containers(check, task, &place, &text),
            // Of an encoded text only the references are known: a log group among them is in a
            // container's options.
            (Unknown, None) if !place.links("aws_cloudwatch_log_group").links.is_empty() => {
                check.pass(&place)
            }
            (Unknown, None) => {
                check.unknown(&place, "known only after the apply, and it refers to no log group")
            }
            (Absent, None) => {}
        }
    }
}

fn containers<'a>(
    check: &mut Check<'a>,
    task: Resource<'a>,
    place: &AttributePath<'a>,
    text: &str,
) {
    let parsed: Value = serde_json::from_str(text).unwrap_or_default();
    let compatible = task.at("requires_compatibilities").strings().known().unwrap_or_default();
    let is_fargate = compatible.contains(&"FARGATE");
    let all = parsed.as_array().into_iter().flatten();
    let essential: Vec<_> = all.filter(|container| container["essential"] != false).collect();
    let wrong = essential.iter().find_map(|container| {
        let name = container["name"].as_str().unwrap_or("(without a name)");
        Some(format!("container {name} {}", wrong(&container["logConfiguration"], is_fargate)?))
    });
    match wrong {
        Some(reason) => check.fail(place, reason),
        None if essential.is_empty() => {}
        None => check.pass(place),
    }
}

fn wrong(log: &Value, is_fargate: bool) -> Option<String> {
    let Some(driver) = log["logDriver"].as_str() else {
        return Some("has no logConfiguration: what it writes is lost".to_owned());
    };
    let missing = AWSLOGS
        .into_iter()
        .find(|option| log["options"][option].as_str().is_none_or(str::is_empty));
    match (driver, missing) {
        ("none", _) => Some("has the log driver none: what it writes is lost".to_owned()),
        ("awslogs", Some(option)) if is_fargate => {
            Some(format!("logs without {option}, which Fargate requires"))
        }
        _ => None,
    }
}
