//! The dashboard: one widget for each watch, from the customer to the storage.
//!
//! Source of the format: Amazon CloudWatch API Reference, "Dashboard body structure and syntax".

use hcl::{Identifier, ObjectKey};

use super::alarm::Alarm;
use super::metric::{Metric, Series};
use super::watch::Watch;
use crate::aws::{AwsCloudwatchCompositeAlarm, AwsCloudwatchDashboard};
use crate::naming::Kind;
use crate::tiers::name_of;
use terraform::block;
use terraform::tf::attr::Argument;
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module, call};

/// Columns of the grid, widgets in a row, and rows a widget is high.
const GRID: usize = 24;
const IN_A_ROW: usize = 3;
const HEIGHT: usize = 6;
/// Rows of the list of composite alarms at the top.
const LIST_HEIGHT: usize = 3;

/// The dashboard; its first widget tells which of the composite alarms are on.
pub(super) fn declare(
    module: &mut Module,
    watches: &[Watch],
    composites: &[Handle<AwsCloudwatchCompositeAlarm>],
) -> Result<Handle<AwsCloudwatchDashboard>, DeclareError> {
    let mut ordered: Vec<_> = watches.iter().collect();
    ordered.sort_by_key(|watch| watch.section);
    let graphs = ordered.iter().enumerate().map(|(place, watch)| graph(place, watch));
    let widgets: Vec<_> = [states(composites)].into_iter().chain(graphs).collect();
    let body = object([("start", "-PT3H".into()), ("widgets", Expression::Array(widgets))]);
    let dashboard = block!(AwsCloudwatchDashboard {
        dashboard_name: name_of(Kind::Dashboard, "payments"),
        dashboard_body: call::<String>("jsonencode", [body]),
    });
    module.resource("payments", dashboard)
}

fn states(composites: &[Handle<AwsCloudwatchCompositeAlarm>]) -> Expression {
    let alarms = composites.iter().map(|alarm| alarm.arn().into_expression()).collect();
    let properties = object([
        ("title", "What is promised, and zones".into()),
        ("alarms", Expression::Array(alarms)),
    ]);
    widget("alarm", [0, 0, GRID, LIST_HEIGHT], properties)
}

fn graph(place: usize, watch: &Watch) -> Expression {
    let lines: Vec<_> =
        watch.alarms.iter().enumerate().flat_map(|(place, alarm)| lines(place, alarm)).collect();
    let beside = watch.beside.iter().map(|metric| {
        line(metric, object([("stat", metric.statistic.into()), ("yAxis", "right".into())]))
    });
    let properties = object([
        ("title", watch.title.into()),
        ("region", "us-east-1".into()),
        ("view", "timeSeries".into()),
        ("metrics", Expression::Array(lines.into_iter().chain(beside).collect())),
        ("annotations", object([("horizontal", Expression::Array(thresholds(watch)))])),
    ]);
    let (x, y) = (GRID / IN_A_ROW * (place % IN_A_ROW), LIST_HEIGHT + HEIGHT * (place / IN_A_ROW));
    widget("metric", [x, y, GRID / IN_A_ROW, HEIGHT], properties)
}

fn widget(kind: &str, [x, y, width, height]: [usize; 4], properties: Expression) -> Expression {
    object([
        ("type", kind.into()),
        ("x", x.into()),
        ("y", y.into()),
        ("width", width.into()),
        ("height", height.into()),
        ("properties", properties),
    ])
}

/// An object with what is given. `hcl::expression!` would write out and read again all that it
/// nests.
fn object<const N: usize>(entries: [(&'static str, Expression); N]) -> Expression {
    let key = |name| ObjectKey::Identifier(Identifier::unchecked(name));
    Expression::Object(entries.into_iter().map(|(name, value)| (key(name), value)).collect())
}

/// The lines of one alarm: a metric, or an expression with the metrics it is made of, which are not
/// drawn. The place makes their ids differ from those of the other alarms on the graph.
fn lines(place: usize, alarm: &Alarm) -> Vec<Expression> {
    let (label, period) = (alarm.purpose.as_str(), value(&alarm.condition.period));
    match &alarm.condition.series {
        Series::Metric(metric) => {
            let stat = metric.statistic.into();
            vec![line(
                metric,
                object([("stat", stat), ("period", period), ("label", label.into())]),
            )]
        }
        Series::Math { expression, inputs, .. } => {
            let (expression, id) =
                (Series::marked(expression, inputs, &place.to_string()), format!("result{place}"));
            let result = object([
                ("expression", expression.into()),
                ("id", id.into()),
                ("label", label.into()),
            ]);
            let hidden = inputs.iter().map(|(id, metric)| {
                let (id, stat) = (format!("{id}{place}").into(), metric.statistic.into());
                let options = [
                    ("id", id),
                    ("stat", stat),
                    ("period", period.clone()),
                    ("visible", false.into()),
                ];
                line(metric, object(options))
            });
            [Expression::Array(vec![result])].into_iter().chain(hidden).collect()
        }
    }
}

fn line(metric: &Metric, options: Expression) -> Expression {
    let name = [Expression::from(metric.namespace), Expression::from(metric.name)];
    let dimensions = metric
        .dimensions
        .iter()
        .flat_map(|(name, dimension)| [Expression::from(*name), value(dimension)]);
    Expression::Array(name.into_iter().chain(dimensions).chain([options]).collect())
}

/// A line at each threshold, once where several alarms share it.
fn thresholds(watch: &Watch) -> Vec<Expression> {
    let mut thresholds: Vec<Expression> = Vec::new();
    for alarm in &watch.alarms {
        let threshold = value(&alarm.condition.threshold);
        if !thresholds.contains(&threshold) {
            thresholds.push(threshold);
        }
    }
    thresholds
        .into_iter()
        .map(|threshold| object([("label", "alarm".into()), ("value", threshold)]))
        .collect()
}

fn value<T>(attribute: &Attr<T>) -> Expression
where
    T: Clone,
    Attr<T>: Argument,
{
    attribute.clone().expression().unwrap_or(Expression::Null)
}
