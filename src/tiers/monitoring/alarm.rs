//! [`Alarm`]: one thing that is watched, as data, from which the CloudWatch alarm is made.

use crate::aws::{
    AwsCloudwatchMetricAlarm, AwsCloudwatchMetricAlarmMetricQuery, AwsCloudwatchMetricAlarmMetricQueryMetric,
};
use crate::block;
use crate::naming::Kind;
use crate::tf::{Attr, Map, Number, Ref};
use crate::tiers::{name_of, tags};

/// Seconds in a period: every metric watched here has one value a minute.
const PERIOD_SECONDS: u8 = 60;

/// One alarm: what is watched, when it is wrong, and what a person then does.
#[derive(Debug, Clone)]
pub struct Alarm {
    /// What tells it from the other alarms, with hyphens.
    pub purpose: String,
    /// Who is told.
    pub severity: Severity,
    /// What is watched.
    pub series: Series,
    /// On which side of the threshold it is wrong.
    pub comparison: Comparison,
    /// The threshold, in the unit of the metric.
    pub threshold: Attr<Number>,
    /// How long it has to be wrong.
    pub window: Window,
    /// What a period without data means.
    pub missing_data: MissingData,
    /// What the alarm means for payments. ASCII, as is the next.
    pub meaning: &'static str,
    /// What to do first.
    pub first_step: &'static str,
}

/// How soon a person has to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// At once, day and night.
    Page,
    /// When the day begins.
    Ticket,
}

/// What an alarm watches.
#[derive(Debug, Clone)]
pub enum Series {
    /// One metric.
    Metric(Metric),
    /// Metric math over metrics that the expression names by their ids.
    Math {
        /// The expression. Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
        expression: &'static str,
        /// What the result is.
        label: &'static str,
        /// The metrics with their ids.
        inputs: Vec<(&'static str, Metric)>,
    },
}

/// One CloudWatch metric. An alarm finds data only with exactly the dimensions the service publishes.
#[derive(Debug, Clone)]
pub struct Metric {
    /// The service's namespace, as `AWS/RDS`.
    pub namespace: &'static str,
    /// The metric's name.
    pub name: &'static str,
    /// All dimensions of the metric.
    pub dimensions: Vec<(&'static str, Attr<String>)>,
    /// How the values within a period become one: `Average`, `Maximum`, `Minimum`, `Sum`, or a percentile as `p99`.
    pub statistic: &'static str,
}

/// The side of the threshold that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Above it.
    Above,
    /// At it or above it.
    AtLeast,
    /// Below it.
    Below,
}

/// `wrong` of the last `of` minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Minutes that have to be wrong.
    pub wrong: u8,
    /// Minutes looked at.
    pub of: u8,
}

/// What a period without data means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingData {
    /// Something is gone: it counts as wrong.
    Breaching,
    /// Nothing happened: it counts as fine.
    NotBreaching,
}

impl Alarm {
    /// The label of the resource: the purpose as an identifier.
    pub fn label(&self) -> String {
        self.purpose.replace('-', "_")
    }

    /// The alarm, which tells `topic` when it goes off and when it is over (MON-4).
    pub fn resource(&self, topic: &Ref<String>) -> AwsCloudwatchMetricAlarm {
        let name = name_of(Kind::CloudWatchAlarm, &self.purpose);
        let mut alarm = block!(AwsCloudwatchMetricAlarm {
            alarm_name: &name,
            alarm_description: format!("{} First: {}", self.meaning, self.first_step),
            comparison_operator: self.comparison.operator(),
            threshold: &self.threshold,
            evaluation_periods: self.window.of,
            datapoints_to_alarm: self.window.wrong,
            treat_missing_data: self.missing_data.argument(),
            alarm_actions: [topic],
            ok_actions: [topic],
            tags: tags(name),
        });
        self.series.write(&mut alarm);
        alarm
    }
}

impl Series {
    fn write(&self, alarm: &mut AwsCloudwatchMetricAlarm) {
        match self {
            Series::Metric(metric) => metric.write(alarm),
            Series::Math { expression, label, inputs } => {
                let result = block!(AwsCloudwatchMetricAlarmMetricQuery {
                    id: "result",
                    expression: *expression,
                    label: *label,
                    return_data: true,
                });
                let inputs = inputs.iter().map(|(id, metric)| metric.query(id));
                alarm.metric_query = inputs.chain([result]).collect::<Vec<_>>().into();
            }
        }
    }
}

impl Metric {
    fn write(&self, alarm: &mut AwsCloudwatchMetricAlarm) {
        alarm.namespace = self.namespace.into();
        alarm.metric_name = self.name.into();
        alarm.dimensions = self.dimensions();
        alarm.period = PERIOD_SECONDS.into();
        match self.statistic.strip_prefix('p') {
            Some(_) => alarm.extended_statistic = self.statistic.into(),
            None => alarm.statistic = self.statistic.into(),
        }
    }

    fn query(&self, id: &str) -> AwsCloudwatchMetricAlarmMetricQuery {
        block!(AwsCloudwatchMetricAlarmMetricQuery {
            id: id,
            metric: block!(AwsCloudwatchMetricAlarmMetricQueryMetric {
                namespace: self.namespace,
                metric_name: self.name,
                dimensions: self.dimensions(),
                period: PERIOD_SECONDS,
                stat: self.statistic,
            }),
        })
    }

    fn dimensions(&self) -> Map<String> {
        self.dimensions.iter().map(|(name, value)| (*name, value)).collect()
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
        }
    }
}
