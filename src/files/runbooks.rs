//! The runbooks: a page for each watch, with the names this environment has, and an index by severity.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tera::{Context, Tera};

use super::{Files, text};
use crate::cidr::Zone;
use crate::config::{Config, ContainerProtocol};
use crate::naming::{Kind, Name};
use crate::stack;
use crate::tiers::VALIDATION_FUNCTION;
use crate::tiers::monitoring::alarm::Severity;
use crate::tiers::monitoring::watch::Watch;

/// The pages, below `runbooks/`.
pub fn of_stack(config: &Config) -> Result<Files> {
    let (monitoring, names) = (stack::monitoring(config), Names { config });
    let facts = names.facts(&monitoring.event_rules());
    let mut files = Files::new();
    for watch in monitoring.runbooks() {
        let page = page(&watch, &facts, &names).with_context(|| format!("cannot write runbook {}", watch.page))?;
        files.insert(format!("runbooks/{}.md", watch.page), text(page));
    }
    Ok(files)
}

fn page(watch: &Watch, facts: &Context, names: &Names<'_>) -> Result<String> {
    let metric = watch.alarms.iter().map(|alarm| (Kind::CloudWatchAlarm, &alarm.purpose, alarm.severity));
    let composite = watch.composites.iter().map(|alarm| (Kind::CompositeAlarm, &alarm.purpose, alarm.severity));
    let alarms = composite
        .chain(metric)
        .map(|(kind, purpose, severity)| json!({ "name": names.of(kind, purpose), "severity": word(severity) }));
    let mut context = facts.clone();
    context.insert("title", watch.title);
    context.insert("meaning", watch.runbook.meaning);
    context.insert("alarms", &alarms.collect::<Vec<_>>());
    context.insert("commands", &commands(watch, facts, names)?);
    context.insert("causes", watch.runbook.causes);
    context.insert("steps", watch.runbook.steps);
    context.insert("escalate", watch.runbook.escalate);
    render(include_str!("templates/runbook.md"), &context)
}

/// What differs from zone to zone.
const OF_A_ZONE: [&str; 2] = ["{{ instance }}", "{{ nat_gateway }}"];

/// The commands with the environment's names; one about a zone stands there for each zone.
fn commands(watch: &Watch, facts: &Context, names: &Names<'_>) -> Result<Vec<String>> {
    let mut commands = Vec::new();
    for command in watch.runbook.first_look {
        if OF_A_ZONE.iter().any(|name| command.contains(name)) {
            for zone in names.config.network.availability_zones {
                commands.push(render(command, &names.zone(facts, zone))?);
            }
        } else {
            commands.push(render(command, facts)?);
        }
    }
    Ok(commands)
}

fn render(template: &str, context: &Context) -> Result<String> {
    Tera::one_off(template, context, false).with_context(|| format!("cannot render {template:?}"))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Page => "page",
        Severity::Ticket => "ticket",
    }
}

/// The names of one environment.
struct Names<'a> {
    config: &'a Config,
}

impl Names<'_> {
    fn of(&self, kind: Kind, purpose: &str) -> String {
        Name::of(kind, purpose.to_owned()).for_suffix(&self.config.suffix)
    }

    fn sole(&self, kind: Kind) -> String {
        Name::sole(kind).for_suffix(&self.config.suffix)
    }

    fn facts(&self, event_rules: &[&str]) -> Context {
        let (cluster, service) = (self.sole(Kind::AuroraCluster), self.sole(Kind::EcsService));
        let function = self.of(Kind::LambdaFunction, VALIDATION_FUNCTION);
        let proxy = self.sole(Kind::RdsProxy);
        let protocol = match self.config.application.container_protocol {
            ContainerProtocol::Https => "https",
            ContainerProtocol::Http => "http",
        };
        let rules: Vec<_> = event_rules.iter().map(|purpose| self.of(Kind::EventRule, purpose)).collect();
        let facts: [(&str, Value); 17] = [
            ("dashboard", json!(self.of(Kind::Dashboard, "payments"))),
            ("alb", json!(self.sole(Kind::Alb))),
            ("target_group", json!(self.of(Kind::TargetGroup, protocol))),
            ("ecs_cluster", json!(self.sole(Kind::EcsCluster))),
            ("task_log_group", json!(format!("/ecs/{service}"))),
            ("ecs_service", json!(service)),
            ("function_log_group", json!(format!("/aws/lambda/{function}"))),
            ("function", json!(function)),
            ("dead_letter_queue", json!(self.of(Kind::SqsQueue, "validation-dead-letters"))),
            ("database_log_group", json!(format!("/aws/rds/cluster/{cluster}/postgresql"))),
            ("cluster", json!(cluster)),
            ("proxy_log_group", json!(format!("/aws/rds/proxy/{proxy}"))),
            ("proxy", json!(proxy)),
            ("flow_log_group", json!(self.of(Kind::LogGroup, "vpc-flow"))),
            ("notification_queue", json!(self.of(Kind::SqsQueue, "notifications"))),
            ("restore_test", json!(self.of(Kind::StateMachine, "restore-test"))),
            ("event_rules", json!(rules.join(" "))),
        ];
        let mut context = Context::new();
        facts.iter().for_each(|(name, value)| context.insert(*name, value));
        context.insert("page_topic", &self.of(Kind::SnsTopic, "page"));
        context.insert("ticket_topic", &self.of(Kind::SnsTopic, "ticket"));
        context
    }

    fn zone(&self, facts: &Context, zone: Zone) -> Context {
        let mut context = facts.clone();
        context.insert("instance", &self.of(Kind::AuroraInstance, zone.letter()));
        context.insert("nat_gateway", &self.of(Kind::NatGateway, zone.letter()));
        context
    }
}
