//! The two topics, who may publish to them, and the people who are told.

use super::alarm::Severity;
use super::{Inputs, Monitoring};
use crate::aws::{AwsSnsTopic, AwsSnsTopicPolicy, AwsSnsTopicSubscription};
use crate::naming::Kind;
use crate::policy::actions::sns;
use crate::policy::{Statement, allow, deny_insecure, document};
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, List, Module};

pub(super) struct Topics {
    pub page: Handle<AwsSnsTopic>,
    pub ticket: Handle<AwsSnsTopic>,
}

impl Topics {
    /// The topic of a severity.
    pub fn of(&self, severity: Severity) -> &Handle<AwsSnsTopic> {
        match severity {
            Severity::Page => &self.page,
            Severity::Ticket => &self.ticket,
        }
    }
}

/// A topic for each severity (MON-4), encrypted with our key (ALL-4). Who uses one waits until its
/// policy exists: an RDS event subscription to a topic that RDS may not publish to yet is created
/// dead.
pub(super) fn declare(
    module: &mut Module,
    tier: &Monitoring,
    var: &Inputs,
) -> Result<Topics, DeclareError> {
    let (page, page_policy) = topic(module, Severity::Page, var)?;
    let (ticket, ticket_policy) = topic(module, Severity::Ticket, var)?;
    module.output_depends_on("page_topic_arn", &page_policy);
    module.output_depends_on("ticket_topic_arn", &ticket_policy);
    emails(module, "page", &page, &var.page_emails, tier.page_emails)?;
    emails(module, "ticket", &ticket, &var.ticket_emails, tier.ticket_emails)?;
    Ok(Topics { page, ticket })
}

type TopicWithPolicy = (Handle<AwsSnsTopic>, Handle<AwsSnsTopicPolicy>);

fn topic(
    module: &mut Module,
    severity: Severity,
    var: &Inputs,
) -> Result<TopicWithPolicy, DeclareError> {
    let purpose = match severity {
        Severity::Page => "page",
        Severity::Ticket => "ticket",
    };
    let topic = block!(AwsSnsTopic {
        name: name_of(Kind::SnsTopic, purpose),
        kms_master_key_id: &var.notifications_key_arn,
        tags: tags(name_of(Kind::SnsTopic, purpose)),
    });
    let topic = module.resource(purpose, topic)?;
    let document = module.data(
        format!("{purpose}_topic"),
        document(statements(severity, &topic, &var.account_id)),
    )?;
    let policy = block!(AwsSnsTopicPolicy { arn: topic.arn(), policy: document.json() });
    let policy = module.resource(purpose, policy)?;
    Ok((topic, policy))
}

/// Alarms and EventBridge rules may publish, and RDS what pages, over TLS only.
/// Sources, also for `aws:SourceAccount`: Amazon SNS Developer Guide, "Example cases for Amazon SNS
/// access control"; Amazon Aurora User Guide, "Granting permissions to publish notifications to an
/// Amazon SNS topic".
fn statements(
    severity: Severity,
    topic: &Handle<AwsSnsTopic>,
    account_id: &Attr<String>,
) -> Vec<Statement> {
    let publish = |sid, service| allow(sid, [sns::PUBLISH]).to_service(service).on([topic.arn()]);
    let mut statements =
        vec![publish("PublishAlarms", "cloudwatch.amazonaws.com").from_account(account_id)];
    if severity == Severity::Page {
        statements.push(
            publish("PublishDatabaseEvents", "events.rds.amazonaws.com").from_account(account_id),
        );
    }
    statements.extend([
        // Amazon EventBridge User Guide, "Using resource-based policies for Amazon EventBridge",
        // "Amazon SNS permissions": no condition may be here. EventBridge brings
        // nothing to hold it against, and drops every event in silence.
        publish("PublishEvents", "events.amazonaws.com"),
        // A topic policy takes no `sns:*`: "Policy statement action out of service scope".
        deny_insecure([sns::PUBLISH], [topic.arn()]),
    ]);
    statements
}

/// E-mail addresses confirm by a link, so that this way alone is not to be relied on: the queue
/// needs no confirmation.
fn emails(
    module: &mut Module,
    purpose: &str,
    topic: &Handle<AwsSnsTopic>,
    addresses: &List<String>,
    count: usize,
) -> Result<(), DeclareError> {
    for place in 0..count {
        let subscription = block!(AwsSnsTopicSubscription {
            topic_arn: topic.arn(),
            protocol: "email",
            endpoint: addresses.at(place),
        });
        module.resource(format!("{purpose}_email_{}", place + 1), subscription)?;
    }
    Ok(())
}
