//! What a task of Fargate needs to start: its image, its log, its secrets.
//! Source: Amazon ECS Developer Guide, "Fargate task networking": since platform version 1.4.0 all
//! of it goes through the task's own interface; Amazon ECR User Guide, "Amazon ECR interface VPC
//! endpoints": `ecr.api`, `ecr.dkr`, and S3 for the layers.

use super::program::Program;
use super::{Because, HTTPS, Needs};
use crate::attribute_path::UNREAD;
use crate::{AttributePath, Planned, Resource};

pub fn add<'a>(needs: &mut Needs<'_, 'a>, programs: &[Program<'a>]) {
    for program in programs {
        let (Some(task), service) = (program.task, program.resource) else { continue };
        if is_fargate(service, task) {
            start(needs, service, &task.at("container_definitions"));
        }
        let exec = service.at("enable_execute_command");
        if exec.bool() == Planned::Known(true) {
            needs.calls(service, "ssmmessages", Because::new("ECS Exec opens a session", exec));
        }
    }
}

fn is_fargate(service: Resource, task: Resource) -> bool {
    let strategies = service.at("capacity_provider_strategy").items();
    let mut providers =
        strategies.iter().filter_map(|strategy| strategy.at("capacity_provider").string().known());
    let kinds = task.at("requires_compatibilities").strings().known().unwrap_or_default();
    service.at("launch_type").string() == Planned::Known("FARGATE")
        || providers.any(|provider| provider.starts_with("FARGATE"))
        || kinds == ["FARGATE"]
}

fn start<'a>(needs: &mut Needs<'_, 'a>, service: Resource<'a>, containers: &AttributePath<'a>) {
    let text =
        containers.string().known().map(str::to_owned).or_else(|| containers.string_with_holes());
    if text.is_none() {
        needs.unread_calls(
            containers,
            format!("what the tasks of {} need to start", service.address()),
            UNREAD,
        );
    }
    let text = text.unwrap_or_default();
    let links = containers.links_to(&KINDS);
    let refers = |kind: &str, attribute: &str| {
        links
            .links
            .iter()
            .any(|link| link.resource.kind() == kind && link.attribute.starts_with(attribute))
    };
    let because = |why: &str| Because::new(why, containers.clone());
    if text.contains(".dkr.ecr.") || refers("aws_ecr_repository", "repository_url") {
        for part in ["ecr.api", "ecr.dkr", "s3"] {
            needs.calls(service, part, because("a task pulls its image as it starts"));
        }
    }
    if images(&text).iter().any(|image| is_public(image)) {
        needs.calls_internet(
            service,
            HTTPS,
            because("a task pulls an image as it starts, from a public registry"),
        );
    }
    if text.contains("\"awslogs\"") || refers("aws_cloudwatch_log_group", "") {
        needs.calls(service, "logs", because("a task writes its log"));
    }
    let is_secret = refers("aws_secretsmanager_secret", "")
        || SECRETS.iter().any(|(kind, name)| refers(kind, name));
    if text.contains("arn:aws:secretsmanager:") || is_secret {
        needs.calls(service, "secretsmanager", because("a task reads its secrets as it starts"));
    }
    if text.contains(":parameter/") || refers("aws_ssm_parameter", "arn") {
        needs.calls(service, "ssm", because("a task reads its parameters as it starts"));
    }
}

/// The databases whose secret AWS keeps.
const SECRETS: [(&str, &str); 2] =
    [("aws_rds_cluster", "master_user_secret"), ("aws_db_instance", "master_user_secret")];

const KINDS: [&str; 6] = [
    "aws_ecr_repository",
    "aws_cloudwatch_log_group",
    "aws_secretsmanager_secret",
    "aws_ssm_parameter",
    "aws_rds_cluster",
    "aws_db_instance",
];

/// The images of containers.
fn images(containers: &str) -> Vec<String> {
    let containers = serde_json::from_str::<serde_json::Value>(containers).unwrap_or_default();
    let images = containers
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|container| container["image"].as_str());
    images.map(str::to_owned).collect()
}

/// Whether an image is of a registry in the internet: its name is known, and it is none of ECR's
/// private ones.
fn is_public(image: &str) -> bool {
    !image.is_empty() && !image.starts_with("${") && !image.contains(".dkr.ecr.")
}
