//! The runbooks: a page for each watch, with the names this environment has.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Serialize;

use super::templates::{RUNBOOK, Templates};
use super::{Files, text};
use crate::cidr::Zone;
use crate::config::{Config, ContainerProtocol};
use crate::naming::{Kind, Name};
use crate::stack;
use crate::tiers::VALIDATION_FUNCTION;
use crate::tiers::monitoring::alarm::Severity;
use crate::tiers::monitoring::watch::Watch;

/// The pages, below `runbooks/`.
pub fn of_stack(config: &Config, templates: &Templates) -> Result<Files> {
    let monitoring = stack::monitoring(config);
    let environment = Environment::new(config, &monitoring.event_rules());
    let mut files = Files::new();
    for watch in monitoring.runbooks() {
        let page = environment.page(&watch).and_then(|page| templates.render(RUNBOOK, &page));
        let page = page.with_context(|| format!("cannot write runbook {}", watch.page))?;
        files.insert(format!("runbooks/{}.md", watch.page), text(page));
    }
    Ok(files)
}

/// What the template is filled with.
#[derive(Serialize)]
struct Page<'a> {
    dashboard: &'a str,
    title: &'a str,
    meaning: &'a str,
    alarms: Vec<AlarmLine>,
    commands: Vec<String>,
    causes: &'a [&'a str],
    steps: Vec<String>,
    escalate: &'a str,
}

#[derive(Serialize)]
struct AlarmLine {
    name: String,
    severity: &'static str,
}

/// What a command may name.
type Names = BTreeMap<&'static str, String>;

/// What differs from zone to zone.
const OF_A_ZONE: [&str; 2] = ["{{ instance }}", "{{ nat_gateway }}"];

/// The names of one environment.
struct Environment<'a> {
    config: &'a Config,
    names: Names,
    dashboard: String,
}

impl<'a> Environment<'a> {
    fn new(config: &'a Config, event_rules: &[&str]) -> Self {
        let dashboard = named(config, Kind::Dashboard, "payments");
        Environment { config, names: names(config, event_rules), dashboard }
    }

    fn page<'p>(&'p self, watch: &'p Watch) -> Result<Page<'p>> {
        let metric = watch.alarms.iter().map(|alarm| (Kind::CloudWatchAlarm, &alarm.purpose, alarm.severity));
        let composite = watch.composites.iter().map(|alarm| (Kind::CompositeAlarm, &alarm.purpose, alarm.severity));
        let alarms = composite.chain(metric).map(|(kind, purpose, severity)| AlarmLine {
            name: named(self.config, kind, purpose),
            severity: word(severity),
        });
        Ok(Page {
            dashboard: &self.dashboard,
            title: watch.title,
            meaning: watch.runbook.meaning,
            alarms: alarms.collect(),
            commands: self.commands(watch)?,
            causes: watch.runbook.causes,
            steps: watch.runbook.steps.iter().map(|step| filled(step, &self.names)).collect::<Result<_>>()?,
            escalate: watch.runbook.escalate,
        })
    }

    /// The commands with the environment's names; one about a zone stands there for each zone.
    fn commands(&self, watch: &Watch) -> Result<Vec<String>> {
        let mut commands = Vec::new();
        for command in watch.runbook.first_look {
            if OF_A_ZONE.iter().any(|name| command.contains(name)) {
                for zone in self.config.network.availability_zones {
                    commands.push(filled(command, &self.names_in(zone))?);
                }
            } else {
                commands.push(filled(command, &self.names)?);
            }
        }
        Ok(commands)
    }

    fn names_in(&self, zone: Zone) -> Names {
        let mut names = self.names.clone();
        names.insert("instance", named(self.config, Kind::AuroraInstance, zone.letter()));
        names.insert("nat_gateway", named(self.config, Kind::NatGateway, zone.letter()));
        names
    }
}

/// The command with a name in the place of each `{{ word }}`. No template engine: compiling a hundred of them, each for
/// one use, would take longer than the pages.
fn filled(command: &str, names: &Names) -> Result<String> {
    let mut parts = command.split("{{ ");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (word, rest) = part.split_once(" }}").with_context(|| format!("`{{{{` is not closed in {command:?}"))?;
        filled += names.get(word).with_context(|| format!("no environment has a {word:?}, named in {command:?}"))?;
        filled += rest;
    }
    Ok(filled)
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

fn names(config: &Config, event_rules: &[&str]) -> Names {
    let (of, sole) = (|kind, purpose| named(config, kind, purpose), |kind| Name::sole(kind).for_suffix(&config.suffix));
    let (cluster, service, proxy) = (sole(Kind::AuroraCluster), sole(Kind::EcsService), sole(Kind::RdsProxy));
    let function = of(Kind::LambdaFunction, VALIDATION_FUNCTION);
    let protocol = match config.application.container_protocol {
        ContainerProtocol::Https => "https",
        ContainerProtocol::Http => "http",
    };
    let rules: Vec<_> = event_rules.iter().map(|purpose| of(Kind::EventRule, purpose)).collect();
    let domain = config.application.domain.as_ref().map(|domain| ("domain", domain.name.to_string()));
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
        ("restore_test", of(Kind::StateMachine, "restore-test")),
        ("event_rules", rules.join(" ")),
        ("firewall_log_group", sole(Kind::WafLogGroup)),
    ];
    names.into_iter().chain(domain).collect()
}
