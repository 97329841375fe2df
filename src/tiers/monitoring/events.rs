//! What AWS says by itself, told in sentences: EventBridge rules on the default bus, each to one of
//! the topics (MON-4).
//!
//! Sources of the patterns: Amazon Aurora User Guide, "Monitoring Amazon RDS events"; AWS Health
//! User Guide, "Monitoring AWS Health events with EventBridge"; ACM User Guide, "Amazon EventBridge
//! support for ACM"; ARC Developer Guide, "Using zonal autoshift with Amazon EventBridge". Elastic
//! Load Balancing sends no events: its faults come by the alarms and by AWS Health.

mod ecs;
#[cfg(test)]
mod tests;

use super::Inputs;
use super::alarm::Severity;
use super::help::Help;
use super::topics::Topics;
use crate::aws::{
    AwsCloudwatchEventRule, AwsCloudwatchEventTarget, AwsCloudwatchEventTargetInputTransformer,
};
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::attr::Argument;
use terraform::tf::{Attr, DeclareError, Expression, Module, call};

/// One rule.
pub(super) struct EventRule {
    /// What tells it from the other rules, with hyphens.
    pub purpose: &'static str,
    severity: Severity,
    description: &'static str,
    pattern: Expression,
    /// What the sentence takes from the event: name and JSON path.
    paths: &'static [(&'static str, &'static str)],
    /// The sentence, with the names in angle brackets.
    sentence: &'static str,
    /// The runbook that it names.
    page: Option<&'static str>,
}

/// Services the stack is made of, as AWS Health names them.
const SERVICES: [&str; 14] = [
    "ACM",
    "CLOUDWATCH",
    "EC2",
    "ECR",
    "ECS",
    "ELASTICLOADBALANCING",
    "EVENTS",
    "KMS",
    "LAMBDA",
    "NATGATEWAY",
    "RDS",
    "S3",
    "SNS",
    "SQS",
];

const HEALTH_PATHS: &[(&str, &str)] = &[
    ("service", "$.detail.service"),
    ("event", "$.detail.eventTypeCode"),
    ("time", "$.time"),
    ("scope", "$.detail.eventScopeCode"),
];

/// A rule and its target for each.
pub(super) fn declare(
    module: &mut Module,
    rules: &[EventRule],
    topics: &Topics,
    help: &Help,
) -> Result<(), DeclareError> {
    for rule in rules {
        let (label, name) =
            (rule.purpose.replace('-', "_"), name_of(Kind::EventRule, rule.purpose));
        let declared = block!(AwsCloudwatchEventRule {
            name: &name,
            description: rule.description,
            event_pattern: call::<String>("jsonencode", [rule.pattern.clone()]),
            tags: tags(name),
        });
        let handle = module.resource(label.clone(), declared)?;
        let help = rule.page.map(|page| format!(" {}", help.with(page))).unwrap_or_default();
        let target = block!(AwsCloudwatchEventTarget {
            rule: handle.name(),
            target_id: "topic",
            arn: topics.of(rule.severity).arn(),
            input_transformer: block!(AwsCloudwatchEventTargetInputTransformer {
                input_paths: rule.paths.iter().copied().collect::<terraform::tf::Map<String>>(),
                input_template: format!("\"{}{help}\"", rule.sentence),
            }),
        });
        module.resource(label, target)?;
    }
    Ok(())
}

pub(super) fn rules(var: &Inputs) -> Vec<EventRule> {
    let database = [database(var)];
    ecs::rules(var)
        .into_iter()
        .chain(database)
        .chain(health())
        .chain([certificate(var), shift(var), autoshift()])
        .collect()
}

/// People are paged by the RDS event subscription of the database; this is the sentence for the
/// record.
fn database(var: &Inputs) -> EventRule {
    EventRule {
        purpose: "database-failover",
        severity: Severity::Ticket,
        description: "The Aurora cluster fails over, or cannot",
        pattern: hcl::expression!({
            source = ["aws.rds"],
            "detail-type" = ["RDS DB Cluster Event"],
            detail = {
                SourceIdentifier = [(value(&var.cluster_identifier))],
                EventCategories = ["failover", "failure"]
            }
        }),
        paths: &[
            ("cluster", "$.detail.SourceIdentifier"),
            ("message", "$.detail.Message"),
            ("id", "$.detail.EventID"),
            ("time", "$.time"),
        ],
        sentence: "<cluster> at <time>: <message> (<id>).",
        page: Some("replica-lag"),
    }
}

fn health() -> [EventRule; 2] {
    let rule = |purpose, severity, description, categories: [&str; 2], sentence, page| EventRule {
        purpose,
        severity,
        description,
        pattern: hcl::expression!({
            source = ["aws.health"],
            "detail-type" = ["AWS Health Event"],
            detail = { service = (texts(&SERVICES)), eventTypeCategory = (texts(&categories)) }
        }),
        paths: HEALTH_PATHS,
        sentence,
        page,
    };
    [
        rule(
            "aws-issue",
            Severity::Page,
            "AWS has a fault in a service the stack is made of",
            ["issue", "investigation"],
            "AWS reports a fault in <service> since <time>: <event> (<scope>). See the AWS Health \
             Dashboard.",
            Some("zone-impaired"),
        ),
        rule(
            "aws-notice",
            Severity::Ticket,
            "AWS announces a change to a service the stack is made of",
            ["accountNotification", "scheduledChange"],
            "AWS announces for <service>: <event> (<scope>, <time>). See the AWS Health Dashboard.",
            None,
        ),
    ]
}

/// ACM tells it every day from 45 days before; by day, then, and long enough before.
/// Source: ACM User Guide, "Amazon EventBridge support for ACM".
fn certificate(var: &Inputs) -> EventRule {
    EventRule {
        purpose: "certificate-expiry",
        severity: Severity::Ticket,
        description: "The certificate of the load balancer expires",
        pattern: hcl::expression!({
            source = ["aws.acm"],
            "detail-type" = ["ACM Certificate Approaching Expiration", "ACM Certificate Expired"],
            resources = [(value(&var.certificate_arn))]
        }),
        paths: &[
            ("certificate", "$.resources[0]"),
            ("name", "$.detail.CommonName"),
            ("what", "$.detail-type"),
        ],
        sentence: "<what>: <name>, <certificate>. When it has expired, nobody can pay.",
        page: Some("certificate-expiry"),
    }
}

/// What is done to the load balancer: by hand, in a practice run, in a drill.
/// Source: ARC Developer Guide, "Using zonal autoshift with Amazon EventBridge"; Amazon EventBridge
/// Events Reference, "AWS ARC - Zonal Shift events".
fn shift(var: &Inputs) -> EventRule {
    EventRule {
        purpose: "zone-shift",
        severity: Severity::Ticket,
        description: "Traffic of the load balancer is moved away from a zone, by hand or in a \
                      rehearsal",
        pattern: hcl::expression!({
            source = ["aws.arc-zonal-shift"],
            "detail-type" = [
                "Manual Shift Started",
                "Manual Shift Updated",
                "Manual Shift Canceled",
                "Practice Run Started",
                "Practice Run Succeeded",
                "Practice Run Interrupted",
                "Practice Run Failed",
                "FIS Experiment Autoshift In Progress",
                "FIS Experiment Autoshift Completed",
                "FIS Experiment Autoshift Canceled"
            ],
            resources = [(value(&var.load_balancer_arn))]
        }),
        paths: &[
            ("what", "$.detail-type"),
            ("zone", "$.detail.metadata.awayFrom"),
            ("time", "$.time"),
            ("resource", "$.resources[0]"),
        ],
        sentence: "<what> at <time>, away from <zone>, for <resource>.",
        page: Some("zone-impaired"),
    }
}

/// What AWS says of a zone: with the observer's notifications on, for every zone it shifts away
/// from, even if nothing of ours is shifted. Those name no resource, so the rule cannot ask for
/// one, and shifts of other load balancers in the account arrive too. Source: as above, "Example
/// zonal autoshift events".
fn autoshift() -> EventRule {
    EventRule {
        purpose: "zone-autoshift",
        severity: Severity::Ticket,
        description: "AWS sees a zone impaired and shifts traffic away from it, or back",
        pattern: hcl::expression!({
            source = ["aws.arc-zonal-shift"],
            "detail-type" = ["Autoshift In Progress", "Autoshift Completed"]
        }),
        paths: &[
            ("what", "$.detail-type"),
            ("zone", "$.detail.metadata.awayFrom"),
            ("time", "$.time"),
        ],
        sentence: "<what> at <time>, away from <zone>: AWS sees that zone impaired, whether or \
                   not traffic of this stack is shifted.",
        page: Some("zone-impaired"),
    }
}

fn texts(words: &[&str]) -> Expression {
    Expression::Array(words.iter().copied().map(Expression::from).collect())
}

fn value(attribute: &Attr<String>) -> Expression {
    attribute.clone().expression().unwrap_or(Expression::Null)
}
