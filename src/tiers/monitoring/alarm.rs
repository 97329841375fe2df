//! [`Alarm`]: one metric and when it is wrong, as data, from which the CloudWatch alarm is made.

use super::metric::Series;
use crate::aws::AwsCloudwatchMetricAlarm;
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, Number, Ref};

/// Seconds in a period, unless said otherwise: AWS publishes the metrics watched here once a
/// minute.
const MINUTE: u32 = 60;

/// One alarm: what is watched, when it is wrong, and how soon a person has to look.
#[derive(Debug, Clone)]
pub struct Alarm {
    /// What tells it from the other alarms, with hyphens.
    pub purpose: String,
    /// Who is notified, and how soon.
    pub severity: Severity,
    /// The zone it is about, if it is about one.
    pub zone: Option<Zone>,
    /// When it is wrong.
    pub condition: Condition,
}

/// How soon a person has to look. What pages is what customers feel, or what stops the next fault
/// from being survived; the causes behind it are tickets, so that one fault wakes people once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// At once, day and night.
    Page,
    /// When the day begins.
    Ticket,
}

/// When a series is wrong.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The watched series.
    pub series: Series,
    /// On which side of the threshold it is wrong.
    pub comparison: Comparison,
    /// The threshold, in the unit of the series.
    pub threshold: Attr<Number>,
    /// Periods that have to be wrong.
    pub wrong: u32,
    /// Periods looked at.
    pub of: u32,
    /// Seconds in a period.
    pub period: Attr<Number>,
    /// What a period without data means.
    pub missing_data: MissingData,
}

/// The side of the threshold that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Above it.
    Above,
    /// At the threshold or above it.
    AtLeast,
    /// Below it.
    Below,
}

/// What a period without data means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingData {
    /// Something is gone: it counts as wrong.
    Breaching,
    /// Nothing happened: it counts as fine.
    NotBreaching,
    /// Nothing new is known: the alarm stays as it is.
    Ignored,
}

impl Series {
    /// Wrong above the threshold.
    pub fn above(self, threshold: impl Into<Attr<Number>>) -> Condition {
        self.compared(Comparison::Above, threshold.into())
    }

    /// Wrong at the threshold and above.
    pub fn at_least(self, threshold: impl Into<Attr<Number>>) -> Condition {
        self.compared(Comparison::AtLeast, threshold.into())
    }

    /// Wrong below the threshold.
    pub fn below(self, threshold: impl Into<Attr<Number>>) -> Condition {
        self.compared(Comparison::Below, threshold.into())
    }

    /// In three of five minutes: one bad minute is no fault, and a late data point does not reset
    /// the alarm.
    fn compared(self, comparison: Comparison, threshold: Attr<Number>) -> Condition {
        let missing_data = MissingData::NotBreaching;
        Condition {
            series: self,
            comparison,
            threshold,
            wrong: 3,
            of: 5,
            period: MINUTE.into(),
            missing_data,
        }
    }
}

impl Condition {
    /// In `wrong` of the last `of` periods.
    pub fn lasting(self, wrong: u32, of: u32) -> Self {
        Condition { wrong, of, ..self }
    }

    /// Looked at over periods of `seconds`.
    pub fn every(self, seconds: impl Into<Attr<Number>>) -> Self {
        Condition { period: seconds.into(), ..self }
    }

    /// Wrong as well when there is no data.
    pub fn or_no_data(self) -> Self {
        Condition { missing_data: MissingData::Breaching, ..self }
    }

    /// As it was while there is no data.
    pub fn or_as_before(self) -> Self {
        Condition { missing_data: MissingData::Ignored, ..self }
    }

    /// Wakes people.
    pub fn page(self, purpose: &str) -> Alarm {
        Alarm { purpose: purpose.to_owned(), severity: Severity::Page, zone: None, condition: self }
    }

    /// Waits until morning.
    pub fn ticket(self, purpose: &str) -> Alarm {
        Alarm {
            purpose: purpose.to_owned(),
            severity: Severity::Ticket,
            zone: None,
            condition: self,
        }
    }
}

impl Alarm {
    /// The same alarm for one zone.
    pub fn in_zone(self, zone: Zone) -> Self {
        Alarm { purpose: format!("{}-{}", self.purpose, zone.letter()), zone: Some(zone), ..self }
    }

    /// The label of the resource: the purpose as an identifier.
    pub fn label(&self) -> String {
        self.purpose.replace('-', "_")
    }

    /// The alarm, which tells `topic` when it goes off and when it is over (MON-4).
    pub fn resource(&self, description: &str, topic: &Ref<String>) -> AwsCloudwatchMetricAlarm {
        let (name, condition) = (name_of(Kind::CloudWatchAlarm, &self.purpose), &self.condition);
        let mut alarm = block!(AwsCloudwatchMetricAlarm {
            alarm_name: &name,
            alarm_description: description,
            comparison_operator: condition.comparison.operator(),
            threshold: &condition.threshold,
            evaluation_periods: condition.of,
            datapoints_to_alarm: condition.wrong,
            treat_missing_data: condition.missing_data.argument(),
            alarm_actions: [topic],
            ok_actions: [topic],
            tags: tags(name),
        });
        condition.series.write(&condition.period, &mut alarm);
        alarm
    }
}

impl Comparison {
    fn operator(self) -> &'static str {
        match self {
            Comparison::Above => "GreaterThanThreshold",
            Comparison::AtLeast => "GreaterThanOrEqualToThreshold",
            Comparison::Below => "LessThanThreshold",
        }
    }
}

impl MissingData {
    fn argument(self) -> &'static str {
        match self {
            MissingData::Breaching => "breaching",
            MissingData::NotBreaching => "notBreaching",
            MissingData::Ignored => "ignore",
        }
    }
}
