//! The payment task (APP-1), and what its image has to keep to:
//!
//! - It is built for `linux/arm64` and runs as user 10001, group 10001, without any Linux
//!   capability.
//! - It writes to its disk only below `/tmp`, and its Dockerfile says `VOLUME /tmp`: then the
//!   volume mounted there takes over the open permissions of the directory; else it belongs to
//!   root.
//! - It listens on `PORT`, by `PROTOCOL`. For HTTPS a certificate of its own making will do: the
//!   load balancer encrypts, and does not check who signed.
//! - It answers 200 on `HEALTH_CHECK_PATH` when it can serve, without asking the database: else a
//!   failover of the database would take out every task.
//! - The program `/usr/local/bin/healthcheck` in it exits with 0 while the task can serve, else
//!   with 1.
//! - It keeps idle connections open for longer than the load balancer's 60 seconds.
//! - At SIGTERM it stops taking payments and ends those it has, within 60 seconds.
//! - It signs in to the database as `DATABASE_USER` with an IAM token, over TLS that checks the
//!   certificate.
//! - It writes a payment to the transaction log in `TRANSACTION_LOG_BUCKET` before it answers. Its
//!   standard output is for operators, and is not kept safe.
//!
//! Sources: Amazon ECS Developer Guide, "Use bind mounts with Amazon ECS" and "Task definition
//! parameters for Fargate"; Elastic Load Balancing, "Target groups for your Application Load
//! Balancers" and "Connection idle timeout".

use super::{Application, Inputs, json, tostring, value};
use crate::aws::{
    AwsCloudwatchLogGroup, AwsEcrRepository, AwsEcsTaskDefinition,
    AwsEcsTaskDefinitionRuntimePlatform, AwsEcsTaskDefinitionVolume,
};
use crate::config::ContainerProtocol;
use crate::naming::Kind;
use crate::policy::mask_cards;
use crate::tiers::{name, tags};
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module, Ref, call};
use terraform::{block, text};

/// The container that takes payments.
pub(super) const CONTAINER: &str = "payments";

const SCRATCH_VOLUME: &str = "tmp";

/// Between SIGTERM and SIGKILL, in seconds. Fargate allows 120.
const STOP_TIMEOUT: u32 = 60;

pub(super) struct Task {
    pub definition: Handle<AwsEcsTaskDefinition>,
    pub log_group: Handle<AwsCloudwatchLogGroup>,
}

/// The task definition and the log group of its container.
///
/// A revision that is replaced stays registered: Terraform would deregister it, ECS refuses to
/// start a service on such a one, and a rollback, by the circuit breaker or by hand, would have
/// nothing to go back to. Old revisions cost nothing; the README of a stack says how to remove
/// them. Sources: Terraform AWS provider, `aws_ecs_task_definition`, `skip_destroy`; Amazon ECS
/// Developer Guide, "Deregistering an Amazon ECS task definition revision".
pub(super) fn declare(
    module: &mut Module,
    tier: &Application,
    var: &Inputs,
    repository: &Handle<AwsEcrRepository>,
) -> Result<Task, DeclareError> {
    let log_group = module.resource("application", log_group(var))?;
    mask_cards(module, "application", &log_group)?;
    let container = container(tier, var, image(var, repository), &log_group);
    let definition = block!(AwsEcsTaskDefinition {
        family: name(Kind::TaskDefinition),
        requires_compatibilities: ["FARGATE"],
        network_mode: "awsvpc",
        cpu: tostring(&var.task_cpu),
        memory: tostring(&var.task_memory),
        runtime_platform: block!(AwsEcsTaskDefinitionRuntimePlatform {
            operating_system_family: "LINUX",
            cpu_architecture: "ARM64",
        }),
        execution_role_arn: &var.task_execution_role_arn,
        task_role_arn: &var.task_role_arn,
        container_definitions: json(Expression::Array(vec![with_secrets(container, tier)])),
        volume: block!(AwsEcsTaskDefinitionVolume { name: SCRATCH_VOLUME }),
        skip_destroy: true,
        tags: tags(name(Kind::TaskDefinition)),
    });
    Ok(Task { definition: module.resource("main", definition)?, log_group })
}

fn log_group(var: &Inputs) -> AwsCloudwatchLogGroup {
    let log_group = text!("/ecs/", name(Kind::EcsService));
    block!(AwsCloudwatchLogGroup {
        name: &log_group,
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(log_group),
    })
}

fn image(var: &Inputs, repository: &Handle<AwsEcrRepository>) -> Expression {
    let own = text!(repository.repository_url(), ":release");
    let image: Ref<String> = call("coalesce", [value(&var.container_image), value(&own)]);
    image.into_expression()
}

fn container(
    tier: &Application,
    var: &Inputs,
    image: Expression,
    log_group: &Handle<AwsCloudwatchLogGroup>,
) -> Expression {
    hcl::expression!({
        name = CONTAINER,
        image = image,
        essential = true,
        user = "10001:10001",
        readonlyRootFilesystem = true,
        mountPoints = [{ sourceVolume = SCRATCH_VOLUME, containerPath = "/tmp", readOnly = false }],
        linuxParameters = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } },
        portMappings = [{ containerPort = (value(&var.container_port)), protocol = "tcp" }],
        stopTimeout = STOP_TIMEOUT,
        healthCheck = (health_check()),
        environment = (environment(var, tier.container_protocol)),
        logConfiguration = (log_configuration(log_group))
    })
}

/// Finds what the load balancer cannot: a container that has not yet been registered, or hangs
/// while no request comes. A minute to start, then three failures in 45 seconds replace the task
/// (ALL-5). Source: Amazon ECS API Reference, `HealthCheck`.
fn health_check() -> Expression {
    hcl::expression!({
        command = ["CMD", "/usr/local/bin/healthcheck"],
        interval = 15,
        timeout = 5,
        retries = 3,
        startPeriod = 60
    })
}

/// Lines go through a buffer of 25 MB and are dropped when it is full: an outage of CloudWatch Logs
/// must not stop payments, which a blocked write to standard output would. The record of a payment
/// is the transaction log. Source: Amazon ECS API Reference, `LogConfiguration`.
fn log_configuration(log_group: &Handle<AwsCloudwatchLogGroup>) -> Expression {
    hcl::expression!({
        logDriver = "awslogs",
        options = {
            "awslogs-group" = (log_group.name().into_expression()),
            "awslogs-region" = "us-east-1",
            "awslogs-stream-prefix" = CONTAINER,
            mode = "non-blocking",
            "max-buffer-size" = "25m"
        }
    })
}

/// What ECS reads from Secrets Manager when the task starts. The definition holds names and ARNs,
/// never a value.
fn with_secrets(container: Expression, tier: &Application) -> Expression {
    let secrets: Vec<Expression> = tier
        .secrets
        .iter()
        .map(|(name, arn)| hcl::expression!({ name = (name.as_str()), valueFrom = (arn.as_str()) }))
        .collect();
    match container {
        Expression::Object(mut container) if !secrets.is_empty() => {
            container.insert(hcl::ObjectKey::from("secrets"), Expression::Array(secrets));
            Expression::Object(container)
        }
        container => container,
    }
}

/// What the container is told. No secret is among it: the task signs in to what is the stack's with
/// its role.
fn environment(var: &Inputs, protocol: ContainerProtocol) -> Expression {
    let variables: [(&str, Attr<String>); 13] = [
        ("ENVIRONMENT", var.environment_suffix.clone()),
        ("AWS_REGION", "us-east-1".into()),
        ("PORT", tostring(&var.container_port).into()),
        ("PROTOCOL", protocol.as_str().into()),
        ("HEALTH_CHECK_PATH", var.health_check_path.clone()),
        ("DATABASE_WRITER_ENDPOINT", var.database_writer_endpoint.clone()),
        ("DATABASE_READER_ENDPOINT", var.database_reader_endpoint.clone()),
        ("DATABASE_PORT", tostring(&var.database_port).into()),
        ("DATABASE_NAME", var.database_name.clone()),
        ("DATABASE_USER", var.database_user.clone()),
        ("DATABASE_AUTHENTICATION", "iam".into()),
        ("TRANSACTION_LOG_BUCKET", var.transaction_log_bucket.clone()),
        ("VALIDATION_FUNCTION_ARN", var.validation_alias_arn.clone()),
    ];
    let variables = variables.iter().map(|(name, attribute)| {
        let value = value(attribute);
        hcl::expression!({ name = (*name), value = value })
    });
    Expression::Array(variables.collect())
}
