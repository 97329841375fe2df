//! What ECS needs to start a task, and what its containers need.

use super::endpoint::Network;
use super::environment;
use super::key::with_key;
use super::{NeededCall, Subject, named, resource_at, role_at};
use crate::attribute_path::AttributePath;
use crate::aws::network::region;
use crate::bucket::BucketSettings;
use crate::inventory::Inventory;
use crate::permit::{Caller, Target};
use crate::planned::Planned::{Known, Unknown};
use crate::resource::Resource;

const EXECUTION: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html";

const LAYERS: &str = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms";
const TASK: &str =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html";
const EXEC: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html";
const CONNECT: &str =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    let encryption = environment::encryption(inventory);
    for task in inventory.all("aws_ecs_task_definition") {
        start(task, calls);
        containers(task, &encryption, calls);
    }
}

/// The image, the logs and the secrets. On machines of your own a task may do without an execution
/// role: the agent has a role.
fn start<'a>(task: Resource<'a>, calls: &mut Vec<NeededCall<'a>>) {
    let role = task.at("execution_role_arn");
    let callers = role_at(&role);
    let is_fargate = task
        .at("requires_compatibilities")
        .strings()
        .known()
        .is_some_and(|on| on.contains(&"FARGATE"));
    if !is_fargate && callers.as_deref() == Ok(&[]) {
        return;
    }
    let definitions = task.at("container_definitions");
    // On Fargate, what starts a task calls from the network of the task. Source: Amazon ECS
    // Developer Guide, "Fargate task networking".
    let network = if is_fargate { Network::of_task(task) } else { Network::default() };
    let call = |purpose: &str, actions: &[&'static str], on: Target<'a>| NeededCall {
        through: actions.first().map_or_else(Vec::new, |action| network.endpoints(action)),
        ..NeededCall::of(
            Subject::TaskStart,
            &role,
            purpose,
            callers.clone(),
            named(actions),
            on,
            EXECUTION,
        )
    };
    let repositories: Vec<_> = resources(&definitions, &["aws_ecr_repository"]);
    if !repositories.is_empty() || text_has(&definitions, ".dkr.ecr.") {
        calls.push(call(
            "signs in to the registry",
            &["ecr:GetAuthorizationToken"],
            Target::Anything,
        ));
        const PULL: &[&str] =
            &["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
        match &repositories[..] {
            [] => calls.push(call("pulls its image", PULL, Target::Something)),
            all => calls.extend(
                all.iter().map(|one| call("pulls its image", PULL, Target::Resource(*one))),
            ),
        }
        // The layers are fetched from Amazon's own bucket, with what ECR has signed.
        let through = network.endpoints("s3:GetObject");
        if let (Some(region), false) = (region(task.inventory()), through.is_empty()) {
            let layers = Target::Arn(format!("arn:*:s3:::prod-{region}-starport-layer-bucket/x"));
            let fetch = call("fetches the layers of its image", &["s3:GetObject"], layers);
            calls.push(NeededCall {
                through,
                callers: Ok(vec![Caller::Account("Amazon ECR")]),
                source: LAYERS,
                ..fetch
            });
        }
    }
    for group in resources(&definitions, &["aws_cloudwatch_log_group"]) {
        calls.push(call(
            "writes logs",
            &["logs:CreateLogStream", "logs:PutLogEvents"],
            Target::Resource(group),
        ));
    }
    for secret in secrets(&definitions) {
        let (actions, purpose): (&[&str], _) = match secret.kind() {
            "aws_ssm_parameter" => (&["ssm:GetParameters"], "reads a parameter for a container"),
            _ => (&["secretsmanager:GetSecretValue"], "reads a secret for a container"),
        };
        let needed = call(purpose, actions, Target::Resource(secret));
        let (key, via) = match secret.kind() {
            "aws_ssm_parameter" => (secret.at("key_id"), "ssm"),
            "aws_secretsmanager_secret" => (secret.at("kms_key_id"), "secretsmanager"),
            _ => (secret.at("master_user_secret_kms_key_id"), "secretsmanager"),
        };
        calls.extend(with_key(&needed, &key, &["kms:Decrypt"], via));
        calls.push(needed);
    }
}

/// What the environment of the containers names, they use, with the role of the task.
fn containers<'a>(
    task: Resource<'a>,
    encryption: &BucketSettings<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let definitions = task.at("container_definitions");
    let place = task.at("task_role_arn");
    let callers = role_at(&place);
    if definitions.document() == Unknown {
        let purpose = "may do what its containers are told about";
        calls.push(NeededCall::unread(Subject::Task, &place, purpose, TASK));
    }
    let started = environment::Started {
        subject: Subject::Task,
        place,
        callers,
        network: Network::of_task(task),
        function: None,
    };
    // With access keys of its own, a container does not call as the role.
    if text_has(&definitions, "AWS_ACCESS_KEY_ID") {
        return;
    }
    environment::calls(&started, encryption, &definitions, calls);
    database(&started, &definitions, calls);
    sessions(&started, task, calls);
}

/// Where a service lets people into its containers.
fn sessions<'a>(
    started: &environment::Started<'a>,
    task: Resource<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    const ACTIONS: &[&str] = &[
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ];
    let services = task.inventory().referrers(task, "aws_ecs_service", "task_definition");
    if services.iter().any(|service| service.at("enable_execute_command").bool() == Known(true)) {
        let purpose = "opens sessions of ECS Exec";
        calls.push(started.own_call(purpose, ACTIONS, Target::Anything, EXEC));
    }
}

/// A proxy that takes clients by IAM only.
fn database<'a>(
    started: &environment::Started<'a>,
    definitions: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let mut connect = |to| {
        calls.push(started.call(
            "connects to the database",
            &["rds-db:connect"],
            Target::Resource(to),
            CONNECT,
        ));
    };
    let named = resources(definitions, &["aws_db_proxy", "aws_db_proxy_endpoint"]);
    let mut proxies: Vec<_> = named
        .iter()
        .filter_map(|named| match named.kind() {
            "aws_db_proxy" => Some(*named),
            _ => resource_at(&named.at("db_proxy_name"), &["aws_db_proxy"]),
        })
        .collect();
    proxies.sort_by_key(|proxy| proxy.place());
    proxies.dedup();
    let by_iam = |proxy: &Resource| {
        proxy
            .at("auth")
            .items()
            .iter()
            .any(|auth| auth.at("iam_auth").string() == Known("REQUIRED"))
    };
    proxies.into_iter().filter(by_iam).for_each(&mut connect);
    // A task that connects through a proxy may be given the cluster's name without connecting to
    // the cluster, and one with a password needs no IAM token.
    if !named.is_empty() || !secrets(definitions).is_empty() || text_has(definitions, "PASSWORD") {
        return;
    }
    let clusters = resources(definitions, &["aws_rds_cluster", "aws_db_instance"]).into_iter();
    let by_iam = |cluster: &Resource| {
        cluster.at("iam_database_authentication_enabled").bool() == Known(true)
    };
    clusters.filter(by_iam).for_each(connect);
}

/// The resources that a text names.
fn resources<'a>(place: &AttributePath<'a>, kinds: &[&str]) -> Vec<Resource<'a>> {
    let mut found: Vec<Resource> = Vec::new();
    for link in super::environment::all_links(place) {
        if kinds.contains(&link.resource.kind())
            && !link.resource.is_data()
            && !found.contains(&link.resource)
        {
            found.push(link.resource);
        }
    }
    found
}

/// Whether a text, or what the configuration says of it, has this in it.
fn text_has(place: &AttributePath, part: &str) -> bool {
    match place.string() {
        Known(text) => text.contains(part),
        _ => place.string_with_holes().is_some_and(|text| text.contains(part)),
    }
}

/// What `secrets` names, as far as it is told apart from the environment.
fn secrets<'a>(definitions: &AttributePath<'a>) -> Vec<Resource<'a>> {
    let all = resources(definitions, &["aws_secretsmanager_secret", "aws_ssm_parameter"]);
    let listed =
        definitions.string_with_holes().or_else(|| definitions.string().known().map(str::to_owned));
    match listed {
        Some(text) if !text.contains("valueFrom") => Vec::new(),
        _ => all,
    }
}
