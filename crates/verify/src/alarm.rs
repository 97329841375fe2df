//! [`Metric`]: one metric that an alarm watches, directly or in a query.

use serde_json::Value;

use super::attribute_path::AttributePath;
use super::inventory::Inventory;
use super::metrics::{self, Namespace};
use super::planned::Planned::{self, Absent, Known};
use super::resource::Resource;
use terraform::plan::Argument;

/// The resource of an alarm on metrics.
pub const KIND: &str = "aws_cloudwatch_metric_alarm";
/// The resource of an alarm on alarms.
pub const COMPOSITE: &str = "aws_cloudwatch_composite_alarm";

/// What an alarm is called, where that is known.
pub fn name<'a>(alarm: Resource<'a>) -> Option<&'a str> {
    alarm.at("alarm_name").string().known()
}

/// One metric that an alarm watches.
#[derive(Debug, Clone)]
pub struct Metric<'a> {
    /// Where it is described: the alarm itself, or `metric_query.0.metric.0`.
    pub place: AttributePath<'a>,
}

/// Every metric that an alarm of the plan watches.
pub fn watched(inventory: &Inventory) -> Vec<Metric<'_>> {
    inventory.all(KIND).flat_map(metrics).collect()
}

/// The metrics that an alarm watches.
pub fn metrics(alarm: Resource<'_>) -> Vec<Metric<'_>> {
    let queries = queries(alarm).into_iter().flat_map(|query| query.at("metric").items());
    let own = alarm.at("metric_name").value().is_set().then(|| alarm.root());
    queries.chain(own).map(|place| Metric { place }).collect()
}

/// The queries of an alarm on an expression.
pub fn queries(alarm: Resource<'_>) -> Vec<AttributePath<'_>> {
    let written = alarm.at("metric_query").expression;
    alarm.at("metric_query").items().into_iter().map(|query| as_written(query, written)).collect()
}

/// Queries are a set, which a plan sorts its own way: which of the written blocks one is, its id
/// tells.
fn as_written<'a>(mut query: AttributePath<'a>, written: &'a Argument) -> AttributePath<'a> {
    let id = query.at("id").string().known();
    let is_it = |block: &&Argument| {
        block.get("id").and_then(Argument::constant).and_then(Value::as_str) == id
    };
    let block = written.blocks().iter().find(is_it).filter(|_| id.is_some());
    query.expression = block.unwrap_or(&Argument::Nothing);
    query
}

impl<'a> Metric<'a> {
    /// The metric's name.
    pub fn name(&self) -> AttributePath<'a> {
        self.place.at("metric_name")
    }

    /// The metric's dimensions.
    pub fn dimensions(&self) -> AttributePath<'a> {
        self.place.at("dimensions")
    }

    /// The statistic over each period, as `Sum` or `p99`.
    pub fn statistic(&self) -> AttributePath<'a> {
        let named =
            ["stat", "statistic", "extended_statistic"].map(|argument| self.place.at(argument));
        let set = named.iter().find(|place| place.value().is_set());
        set.unwrap_or(&named[1]).clone()
    }

    /// The seconds of a period.
    pub fn period(&self) -> AttributePath<'a> {
        self.place.at("period")
    }

    /// The namespace, if AWS's documentation of it is known here.
    pub fn namespace(&self) -> Option<&'static Namespace> {
        metrics::namespace(self.place.at("namespace").string().known()?)
    }

    /// Whether it is the metric of a namespace.
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.is_in(namespace) && self.name().string() == Known(name)
    }

    /// Whether it is of a namespace.
    pub fn is_in(&self, namespace: &str) -> bool {
        self.place.at("namespace").string() == Known(namespace)
    }

    /// The names of its dimensions; `None` where the plan does not show it, because a value is
    /// known only after the apply.
    pub fn dimension_names(&self) -> Option<Vec<&'a str>> {
        let dimensions = self.dimensions();
        let names =
            |value: &'a Value| Some(value.as_object()?.keys().map(String::as_str).collect());
        match dimensions.value() {
            Absent => Some(Vec::new()),
            Known(value) => names(value),
            // Terraform's JSON syntax shows the names all the same.
            Planned::Unknown => names(dimensions.expression.constant()?),
        }
    }
}
