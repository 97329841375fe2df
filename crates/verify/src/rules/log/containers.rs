use serde_json::Value;

use crate::place::Place;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-containers",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6", "APP-1"],
    page: include_str!("../../../docs/rules/log-containers.md"),
    check,
};

/// Amazon ECS Developer Guide, "Send Amazon ECS logs to CloudWatch": of these, Fargate requires all.
const AWSLOGS: [&str; 3] = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"];

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let place = task.at("container_definitions");
        match place.text() {
            Known(text) => containers(check, task, &place, text),
            // Of an encoded text only the references are known: a log group among them stands in a container's options.
            Unknown if !place.links("aws_cloudwatch_log_group").links.is_empty() => check.pass(&place),
            Unknown => check.unknown(&place, "known only after the apply, and it refers to no log group"),
            Absent => {}
        }
    }
}

fn containers<'a>(check: &mut Check<'a>, task: Resource<'a>, place: &Place<'a>, text: &str) {
    let parsed: Value = serde_json::from_str(text).unwrap_or_default();
    let compatible = task.at("requires_compatibilities").texts().known().unwrap_or_default();
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
    let missing = AWSLOGS.into_iter().find(|option| log["options"][option].as_str().is_none_or(str::is_empty));
    match (driver, missing) {
        ("none", _) => Some("has the log driver none: what it writes is lost".to_owned()),
        ("awslogs", Some(option)) if is_fargate => Some(format!("logs without {option}, which Fargate requires")),
        _ => None,
    }
}
