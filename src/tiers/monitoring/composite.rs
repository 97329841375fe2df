//! [`Composite`]: an alarm over other alarms. Its parts only write tickets, and it alone wakes
//! people.
//!
//! CloudWatch can suppress the actions of a composite alarm, never those of a metric alarm; so a
//! part is silenced by its severity: it still tells someone (MON-4), but nobody is woken by it.
//! Source: Amazon CloudWatch User Guide, "Composite alarms" and "Alarm suppression".

use super::alarm::{Alarm, Severity};
use crate::aws::AwsCloudwatchCompositeAlarm;
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::text;
use terraform::tf::{Attr, Ref};

/// One composite alarm.
#[derive(Debug, Clone)]
pub struct Composite {
    /// What tells it from the other composite alarms, with hyphens.
    pub purpose: String,
    /// Who is notified, and how soon.
    pub severity: Severity,
    /// The zone it is about, if it is about one.
    pub zone: Option<Zone>,
    /// When it goes off.
    pub rule: Rule,
}

/// A condition over alarms, as `ALARM(a) AND NOT (ALARM(b) OR ALARM(c))`.
/// Source: Amazon CloudWatch API Reference, `PutCompositeAlarm`, `AlarmRule`.
#[derive(Debug, Clone)]
pub enum Rule {
    /// The alarm of this purpose is on.
    On(String),
    /// All hold.
    All(Vec<Rule>),
    /// One holds at least.
    Any(Vec<Rule>),
    /// It does not hold.
    Not(Box<Rule>),
}

impl Rule {
    /// One of these alarms is on.
    pub fn any_of(alarms: &[&Alarm]) -> Self {
        Rule::Any(alarms.iter().map(|alarm| Rule::On(alarm.purpose.clone())).collect())
    }

    /// All of these alarms are on.
    pub fn all_of(alarms: &[&Alarm]) -> Self {
        Rule::All(alarms.iter().map(|alarm| Rule::On(alarm.purpose.clone())).collect())
    }

    /// The rule's text. It refers to the alarms, so that Terraform makes them before and destroys
    /// them after.
    fn text(&self) -> Attr<String> {
        match self {
            Rule::On(purpose) => {
                let label = purpose.replace('-', "_");
                text!(
                    "ALARM(",
                    Ref::<String>::path(["aws_cloudwatch_metric_alarm", &label, "alarm_name"]),
                    ")"
                )
            }
            Rule::All(rules) => joined(rules, " AND "),
            Rule::Any(rules) => joined(rules, " OR "),
            Rule::Not(rule) => text!("NOT ", rule.text()),
        }
    }
}

fn joined(rules: &[Rule], operator: &str) -> Attr<String> {
    let whole = rules.iter().map(Rule::text).reduce(|left, right| text!(left, operator, right));
    text!("(", whole.unwrap_or_default(), ")")
}

impl Composite {
    /// The label of the resource: the purpose as an identifier.
    pub fn label(&self) -> String {
        self.purpose.replace('-', "_")
    }

    /// The alarm, which tells `topic` when it goes off and when it is over (MON-4).
    pub fn resource(&self, description: &str, topic: &Ref<String>) -> AwsCloudwatchCompositeAlarm {
        let name = name_of(Kind::CompositeAlarm, &self.purpose);
        block!(AwsCloudwatchCompositeAlarm {
            alarm_name: &name,
            alarm_description: description,
            alarm_rule: self.rule.text(),
            alarm_actions: [topic],
            ok_actions: [topic],
            tags: tags(name),
        })
    }
}
