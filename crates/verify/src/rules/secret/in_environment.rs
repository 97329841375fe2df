//! No secret is in the environment of a function or container.
//!
//! ## Why
//!
//! Everyone who may look at the function or task definition sees its variables; they are in the
//! plan, the state, every revision and often in crash reports. Names that end in `PASSWORD`,
//! `SECRET`, `TOKEN` or the like with a value of their own, known forms of credentials, and
//! values of resources that are secrets are reported. If an expression is known only after the
//! apply, a plan shows what it refers to, not the text in it.
//!
//! ## Example
//!
//! ```hcl
//! environment = [{ name = "DB_PASSWORD", value = "hunter22" }]
//! ```
//!
//! ## Fix
//!
//! Give the ARN of a secret instead: under `secrets` of a container, or to the code, which reads
//! it.
//!
//! ```hcl
//! secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]
//! ```
//!
//! ## Source
//!
//! - [Pass sensitive data to an Amazon ECS container](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html)
//! - [Working with Lambda environment variables](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html)

use std::borrow::Cow;

use terraform::value::Value;

use super::containers::{items, items_with_holes};
use super::looks::{is_literal, is_secret_name, secret_in};
use super::sources::{secret_link, takes};
use crate::attribute_path::UNREAD;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["APP-1", "FN-1"] }

/// Maps of variables.
const MAPS: [(&str, &str); 2] = [
    ("aws_lambda_function", "environment.0.variables"),
    (
        "aws_apprunner_service",
        "source_configuration.0.image_repository.0.image_configuration.0.\
         runtime_environment_variables",
    ),
];
/// Containers in JSON.
const CONTAINERS: [(&str, &str); 2] = [
    ("aws_batch_job_definition", "container_properties"),
    ("aws_ecs_task_definition", "container_definitions"),
];

fn check(check: &mut Check) {
    for (kind, path) in MAPS {
        check.all(kind).for_each(|resource| variables(check, &resource.at(path)));
    }
    for (kind, path) in CONTAINERS {
        check.all(kind).for_each(|resource| containers(check, &resource.at(path)));
    }
    for project in check.all("aws_codebuild_project") {
        let location = project.at("source.0.location");
        if location.string().known().is_some_and(has_credentials) {
            check.fail(&location.redacted_whole(), "holds credentials of the repository");
        }
    }
    let blocks = check
        .all("aws_codebuild_project")
        .flat_map(|project| project.at("environment.0.environment_variable").items());
    for block in
        blocks.filter(|block| block.at("type").string().or("PLAINTEXT") == Known("PLAINTEXT"))
    {
        check_variable(
            check,
            block.at("name").string().known().unwrap_or_default(),
            &block.at("value"),
        );
    }
}

/// Whether an address in the web tells who asks, as `https://user:password@bitbucket.org/payments`
/// does.
fn has_credentials(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.and_then(|rest| rest.split('/').next()).is_some_and(|host| host.contains('@'))
}

fn variables<'a>(check: &mut Check<'a>, map: &AttributePath<'a>) {
    map.entries().into_iter().for_each(|(name, value)| check_variable(check, name, &value));
    if map.value() == Unknown {
        references(check, map, true);
    }
}

fn check_variable<'a>(check: &mut Check<'a>, name: &str, value: &AttributePath<'a>) {
    match value.string() {
        Known(text) => match check_value(name, text) {
            Some(reason) => check.fail(&value.clone().redacted_whole(), reason),
            None => check.pass(value),
        },
        Unknown => references(check, value, may_hold_secret(name)),
        Absent => {}
    }
}

/// Whether a variable of this name may hold a secret, alone or in an address.
fn may_hold_secret(name: &str) -> bool {
    const OF: [&str; 8] =
        ["DATABASE", "DB", "MONGO", "REDIS", "POSTGRES", "MYSQL", "AMQP", "BROKER"];
    const ADDRESSES: [&str; 4] = ["URL", "URI", "DSN", "CONNECTION"];
    let name_in_capitals = name.to_ascii_uppercase();
    let has = |words: &[&str]| words.iter().any(|word| name_in_capitals.contains(word));
    is_secret_name(name) || (has(&OF) && has(&ADDRESSES))
}

/// Checks what an unknown value refers to. A plan does not show what else is written in it.
fn references<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, may_hold_secret: bool) {
    let links = place.links_to_any();
    match secret_link(&links) {
        Some(secret) => check.fail(place, takes(secret)),
        None if !links.incomplete.is_empty() => check.unknown(place, links.reason()),
        // The ARN of a secret is not itself secret.
        None if may_hold_secret && !links.links.iter().all(|link| link.attribute == "arn") => {
            check.unknown(place, UNREAD);
        }
        None => check.pass(place),
    }
}

fn containers<'a>(check: &mut Check<'a>, place: &AttributePath<'a>) {
    let text = match place.string() {
        Known(text) => text,
        Unknown => match place.document() {
            Known(Cow::Borrowed(document)) => return with_holes(check, place, document),
            _ => return references(check, place, true),
        },
        Absent => return,
    };
    let mut holds = true;
    for variable in items(text, "environment") {
        let (name, value) = (variable["name"].as_str(), variable["value"].as_str());
        if let Some(reason) = check_value(name.unwrap_or_default(), value.unwrap_or_default()) {
            check.fail(
                &place.clone().redacted_whole(),
                format_args!("{} {reason}", name.unwrap_or_default()),
            );
            holds = false;
        }
    }
    if holds {
        check.pass(place);
    }
}

/// Checks a text that is known except for some holes: each variable by its text, or by what its
/// hole comes from.
fn with_holes<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, document: &'a Value) {
    let mut incomplete = None;
    let mut holds = true;
    for variable in items_with_holes(document, "environment") {
        let name = variable.get("name").and_then(Value::as_str).unwrap_or_default();
        let Some(value) = variable.get("value") else { continue };
        let reason = if let Some(text) = value.as_str() {
            check_value(name, text)
        } else {
            let links = place.hole(value).links_to_any();
            incomplete = incomplete.or_else(|| {
                (!links.incomplete.is_empty() && may_hold_secret(name)).then(|| links.reason())
            });
            secret_link(&links).map(takes)
        };
        if let Some(reason) = reason {
            check.fail(&place.clone().redacted_whole(), format_args!("{name} {reason}"));
            holds = false;
        }
    }
    match incomplete {
        Some(reason) if holds => check.unknown(place, reason),
        None if holds => check.pass(place),
        _ => {}
    }
}

fn check_value(name: &str, value: &str) -> Option<String> {
    let by_form = secret_in(value).map(|what| format!("contains {what}"));
    by_form.or_else(|| {
        (is_secret_name(name) && is_literal(value))
            .then(|| "holds a secret in plain text".to_owned())
    })
}
