//! [`Series`]: what an alarm watches and a dashboard draws: one metric, or metric math over
//! several.

use crate::aws::{
    AwsCloudwatchMetricAlarm, AwsCloudwatchMetricAlarmMetricQuery,
    AwsCloudwatchMetricAlarmMetricQueryMetric,
};
use terraform::block;
use terraform::tf::{Attr, Map, Number};

/// What an alarm watches.
#[derive(Debug, Clone)]
pub enum Series {
    /// One metric.
    Metric(Metric),
    /// Metric math.
    Math {
        /// The expression, with each metric's id in braces: `100 * {errors} / {requests}`.
        /// Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
        expression: &'static str,
        /// What the result is.
        label: &'static str,
        /// The metrics with their ids.
        inputs: Vec<(&'static str, Metric)>,
    },
}

/// One CloudWatch metric. An alarm finds data only with exactly the dimensions the service
/// publishes.
#[derive(Debug, Clone)]
pub struct Metric {
    /// The service's namespace, as `AWS/RDS`.
    pub namespace: &'static str,
    /// The metric's name.
    pub name: &'static str,
    /// All dimensions of the metric.
    pub dimensions: Vec<(&'static str, Attr<String>)>,
    /// How the values within a period become one: `Average`, `Maximum`, `Minimum`, `Sum`, a
    /// percentile as `p99`, or the percentage of values up to one as `PR(:1)`.
    /// Source: Amazon CloudWatch User Guide, "CloudWatch statistics definitions".
    pub statistic: &'static str,
}

impl From<Metric> for Series {
    fn from(metric: Metric) -> Self {
        Series::Metric(metric)
    }
}

impl Series {
    /// Metric math.
    pub fn math<const N: usize>(
        label: &'static str,
        expression: &'static str,
        inputs: [(&'static str, Metric); N],
    ) -> Self {
        Series::Math { expression, label, inputs: inputs.into() }
    }

    /// The metrics it is made of.
    pub fn metrics(&self) -> Vec<&Metric> {
        match self {
            Series::Metric(metric) => vec![metric],
            Series::Math { inputs, .. } => inputs.iter().map(|(_, metric)| metric).collect(),
        }
    }

    /// The expression with `mark` after each id, so that several can be on one graph.
    pub(super) fn marked(
        expression: &str,
        inputs: &[(&'static str, Metric)],
        mark: &str,
    ) -> String {
        let replaced =
            |text: String, id: &str| text.replace(&format!("{{{id}}}"), &format!("{id}{mark}"));
        inputs.iter().fold(expression.to_owned(), |text, (id, _)| replaced(text, id))
    }

    pub(super) fn write(&self, period: &Attr<Number>, alarm: &mut AwsCloudwatchMetricAlarm) {
        match self {
            Series::Metric(metric) => metric.write(period, alarm),
            Series::Math { expression, label, inputs } => {
                let result = block!(AwsCloudwatchMetricAlarmMetricQuery {
                    id: "result",
                    expression: Self::marked(expression, inputs, ""),
                    label: *label,
                    return_data: true,
                });
                let inputs = inputs.iter().map(|(id, metric)| metric.query(id, period));
                alarm.metric_query = inputs.chain([result]).collect::<Vec<_>>().into();
            }
        }
    }
}

impl Metric {
    fn write(&self, period: &Attr<Number>, alarm: &mut AwsCloudwatchMetricAlarm) {
        alarm.namespace = self.namespace.into();
        alarm.metric_name = self.name.into();
        alarm.dimensions = self.dimensions();
        alarm.period = period.clone();
        match self.statistic.starts_with('p') {
            true => alarm.extended_statistic = self.statistic.into(),
            false => alarm.statistic = self.statistic.into(),
        }
    }

    fn query(&self, id: &str, period: &Attr<Number>) -> AwsCloudwatchMetricAlarmMetricQuery {
        block!(AwsCloudwatchMetricAlarmMetricQuery {
            id: id,
            metric: block!(AwsCloudwatchMetricAlarmMetricQueryMetric {
                namespace: self.namespace,
                metric_name: self.name,
                dimensions: self.dimensions(),
                period: period,
                stat: self.statistic,
            }),
        })
    }

    fn dimensions(&self) -> Map<String> {
        self.dimensions.iter().map(|(name, value)| (*name, value)).collect()
    }
}
