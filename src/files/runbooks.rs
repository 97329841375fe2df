//! The runbooks: a page for each watch, with the names of this environment.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::templates::{RUNBOOK, Templates};
use super::{Files, text};
use crate::config::{Config, ContainerProtocol};
use crate::naming::{Kind, Name};
use crate::stack;
use crate::tiers::VALIDATION_FUNCTION;
use crate::tiers::database::DATABASE_NAME;
use crate::tiers::monitoring::alarm::Severity;
use crate::tiers::monitoring::watch::Watch;

/// What ends the part of a page that is before the environment's alarms, and the part after them
/// begins with.
const FIRST_LOOK: &str = "\n## First look\n\n```sh\n";

/// The pages, below `runbooks/`.
pub fn of_stack(config: &Config, templates: &Templates) -> Result<Files> {
    let monitoring = stack::monitoring(config);
    let names = names(config, &monitoring.event_rules());
    let mut files = Files::new();
    for watch in monitoring.runbooks() {
        let page = page(config, &watch, &names, templates);
        let page = page.with_context(|| format!("cannot write runbook {}", watch.page))?;
        files.insert(format!("runbooks/{}.md", watch.page), text(page));
    }
    Ok(files)
}

/// The page's own template, with the watch's alarms in it.
fn page(config: &Config, watch: &Watch, names: &Value, templates: &Templates) -> Result<String> {
    let metric =
        watch.alarms.iter().map(|alarm| (Kind::CloudWatchAlarm, &alarm.purpose, alarm.severity));
    let composite =
        watch.composites.iter().map(|alarm| (Kind::CompositeAlarm, &alarm.purpose, alarm.severity));
    let alarms: Vec<_> = composite
        .chain(metric)
        .map(|(kind, purpose, severity)| {
            json!({
                "name": named(config, kind, purpose), "severity": word(severity)
            })
        })
        .collect();
    let filled = templates.render(&format!("{}.md", watch.page), names)?;
    let filled = numbered(&filled);
    let (meaning, first_look) =
        filled.split_once(FIRST_LOOK).context("a page has commands for a first look")?;
    templates.render(
        RUNBOOK,
        &json!({
            "meaning": meaning.trim_end(),
            "alarms": alarms,
            "dashboard": named(config, Kind::Dashboard, "payments"),
            "first_look": first_look.trim_end(),
            "asks_aws": first_look.contains("AWS support"),
            "owner": config.monitoring.owner.as_ref().map(|owner| owner.as_str()),
            "contact": config.monitoring.contact.as_ref().map(|contact| contact.as_str()),
        }),
    )
}

/// The page with its steps counted: which ones there are depends on the environment, so in the
/// template each is the first.
fn numbered(page: &str) -> String {
    let (mut steps, mut numbered) = (0, String::with_capacity(page.len()));
    for line in page.split_inclusive('\n') {
        if let Some(step) = line.strip_prefix("1. ") {
            steps += 1;
            numbered += &format!("{steps}. {step}");
        } else {
            numbered += line;
        }
    }
    numbered
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Page => "page",
        Severity::Ticket => "ticket",
    }
}

fn named(config: &Config, kind: Kind, purpose: &str) -> String {
    Name::of(kind, purpose).for_suffix(&config.suffix)
}

/// What a page may name.
fn names(config: &Config, event_rules: &[&str]) -> Value {
    let (of, sole) = (
        |kind, purpose| named(config, kind, purpose),
        |kind| Name::sole(kind).for_suffix(&config.suffix),
    );
    let (cluster, service, proxy) =
        (sole(Kind::AuroraCluster), sole(Kind::EcsService), sole(Kind::RdsProxy));
    let function = of(Kind::LambdaFunction, VALIDATION_FUNCTION);
    let protocol = match config.application.container_protocol {
        ContainerProtocol::Https => "https",
        ContainerProtocol::Http => "http",
    };
    let rules: Vec<_> = event_rules.iter().map(|purpose| of(Kind::EventRule, purpose)).collect();
    let zones = config.network.availability_zones.map(|zone| {
        json!({
            "name": zone.name(),
            "instance": of(Kind::AuroraInstance, zone.letter()),
            "nat_gateway": of(Kind::NatGateway, zone.letter()),
        })
    });
    let names = [
        ("alb", sole(Kind::Alb)),
        ("target_group", of(Kind::TargetGroup, protocol)),
        ("ecs_cluster", sole(Kind::EcsCluster)),
        ("task_log_group", format!("/ecs/{service}")),
        ("ecs_service", service),
        ("task_definition", sole(Kind::TaskDefinition)),
        ("function_log_group", format!("/aws/lambda/{function}")),
        ("function", function),
        ("dead_letter_queue", of(Kind::SqsQueue, "validation-dead-letters")),
        ("database_log_group", format!("/aws/rds/cluster/{cluster}/postgresql")),
        ("cluster", cluster),
        ("proxy_log_group", format!("/aws/rds/proxy/{proxy}")),
        ("proxy", proxy),
        ("flow_log_group", of(Kind::LogGroup, "vpc-flow")),
        ("notification_queue", of(Kind::SqsQueue, "notifications")),
        ("page_topic", of(Kind::SnsTopic, "page")),
        ("ticket_topic", of(Kind::SnsTopic, "ticket")),
        ("rpo_probe", of(Kind::StateMachine, "rpo-probe")),
        ("restore_test", of(Kind::StateMachine, "restore-test")),
        ("event_rules", rules.join(" ")),
        ("firewall_log_group", sole(Kind::WafLogGroup)),
    ];
    let names = names.into_iter().map(|(word, name)| (word.to_owned(), Value::from(name)));
    let decided = [
        ("zones", json!(zones)),
        ("behind_proxy", config.database.proxy.into()),
        // The Data API, by which SQL is run from anywhere.
        ("data_api", config.database.data_api().into()),
        ("drills", config.resilience.drills.into()),
        ("suffix", config.suffix.as_str().into()),
        ("vpc", json!(config.network.vpc_cidr)),
        ("database", DATABASE_NAME.into()),
        ("domain", json!(config.application.domain.as_ref().map(|domain| domain.name.as_str()))),
    ];
    names.chain(decided.map(|(word, value)| (word.to_owned(), value))).collect::<Map<_, _>>().into()
}
