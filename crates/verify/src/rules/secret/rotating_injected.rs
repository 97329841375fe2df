//! No container gets a secret at its start that is rotated while it runs.
//!
//! ## Why
//!
//! ECS reads a secret once, when the task starts. The password that RDS manages is changed every
//! seven days: from then on each new connection of the running tasks is refused, until they are
//! replaced.
//!
//! ## Example
//!
//! ```hcl
//! secrets = [{
//!   name      = "DB_PASSWORD"
//!   valueFrom = aws_rds_cluster.payments.master_user_secret[0].secret_arn
//! }]
//! ```
//!
//! ## Fix
//!
//! Sign in with IAM or through RDS Proxy, or let the application read the secret again when it is
//! refused.
//!
//! ```hcl
//! environment = [{
//!   name  = "DB_SECRET_ARN"
//!   value = aws_rds_cluster.payments.master_user_secret[0].secret_arn
//! }]
//! ```
//!
//! ## Source
//!
//! - [Pass Secrets Manager secrets through environment variables: a rotated secret needs a new task](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html)
//! - [Password management with Amazon Aurora and AWS Secrets Manager](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html)

use std::borrow::Cow;

use terraform::value::Value;

use super::containers::{items, items_with_holes};
use crate::attribute_path::UNREAD;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check, Inventory, Links, Resource};

rule! { Warning, AnyStack, ["APP-1", "DB-2"] }

/// The attribute that names the secret which RDS makes, and changes every seven days.
/// Source: Aurora User Guide, "Password management with Amazon Aurora and AWS Secrets Manager".
const MANAGED: &str = "master_user_secret";
const SECRET: &str = "aws_secretsmanager_secret";

fn check(check: &mut Check) {
    let rotating = Rotating::of(check.inventory());
    for task in check.all("aws_ecs_task_definition") {
        check_secret(check, &task.at("container_definitions"), &rotating);
    }
}

fn check_secret<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, rotating: &Rotating<'a>) {
    match place.string() {
        Absent => {}
        Known(text) => match injected(text).iter().find_map(|from| rotating.by_arn(from)) {
            Some(owner) => check.fail(place, kept(owner)),
            None => check.pass(place),
        },
        Unknown if let Known(Cow::Borrowed(document)) = place.document() => {
            with_holes(check, place, document, rotating)
        }
        Unknown => {
            let links = place.links_to_any();
            match rotating.by_link(&links) {
                Some(owner) => {
                    check.unknown(
                        place,
                        format_args!("it names the secret of {owner}, under `secrets` or not"),
                    );
                }
                None if rotating.arns.is_empty() && links.incomplete.is_empty() => {
                    check.pass(place)
                }
                None if links.incomplete.is_empty() => check.unknown(place, UNREAD),
                None => check.unknown(place, links.reason()),
            }
        }
    }
}

/// Checks a text that is known except for some holes: where each secret comes from.
fn with_holes<'a>(
    check: &mut Check<'a>,
    place: &AttributePath<'a>,
    document: &'a Value,
    rotating: &Rotating<'a>,
) {
    let mut incomplete = None;
    for secret in items_with_holes(document, "secrets") {
        let Some(from) = secret.get("valueFrom") else { continue };
        let links = place.hole(from).links_to_any();
        let by_arn = || from.as_str().and_then(|from| rotating.by_arn(from));
        if let Some(owner) = rotating.by_link(&links).or_else(by_arn) {
            return check.fail(place, kept(owner));
        }
        incomplete = incomplete.or_else(|| (!links.incomplete.is_empty()).then(|| links.reason()));
    }
    match incomplete {
        Some(reason) => check.unknown(place, reason),
        None => check.pass(place),
    }
}

fn kept(owner: &str) -> String {
    format!("tasks keep the password of {owner} that they started with, when it is changed")
}

/// The secrets that change.
struct Rotating<'a> {
    /// Their ARNs where they are known, and who changes them.
    arns: Vec<(&'a str, &'a str)>,
    /// Those of the plan that have a rotation, and the rotation.
    secrets: Vec<(Resource<'a>, &'a str)>,
}

impl<'a> Rotating<'a> {
    fn of(inventory: &'a Inventory) -> Self {
        let databases = inventory.all_of(&["aws_rds_cluster", "aws_db_instance"]);
        let managed = databases.filter_map(|database| {
            Some((
                database.at("master_user_secret.0.secret_arn").string().known()?,
                database.address(),
            ))
        });
        let mut rotating = Self { arns: managed.collect(), secrets: Vec::new() };
        for rotation in inventory.all("aws_secretsmanager_secret_rotation") {
            let secret = rotation.at("secret_id");
            let linked = secret.link(SECRET).one();
            rotating.secrets.extend(linked.map(|secret| (secret, rotation.address())));
            let arn = linked
                .and_then(|secret| secret.at("arn").string().known())
                .or(secret.string().known());
            rotating.arns.extend(arn.map(|arn| (arn, rotation.address())));
        }
        rotating
    }

    /// Who changes a secret that a string starts with, as `arn:…:password::` does.
    fn by_arn(&self, from: &str) -> Option<&'a str> {
        self.arns.iter().find(|(arn, _)| from.starts_with(arn)).map(|(_, owner)| *owner)
    }

    /// Who changes a secret that something refers to.
    fn by_link(&self, links: &Links<'a>) -> Option<&'a str> {
        let managed = links.links.iter().find(|link| link.attribute.starts_with(MANAGED));
        let rotated = || {
            self.secrets
                .iter()
                .find(|(secret, _)| links.resources().any(|linked| linked == *secret))
        };
        managed
            .map(|link| link.resource.address())
            .or_else(|| rotated().map(|(_, rotation)| *rotation))
    }
}

/// What containers are given the values of at their start.
fn injected(text: &str) -> Vec<String> {
    let secrets = items(text, "secrets");
    secrets.iter().filter_map(|secret| secret["valueFrom"].as_str().map(str::to_owned)).collect()
}
