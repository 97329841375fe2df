//! The periods of an alarm have data, and are no more than CloudWatch evaluates.
//!
//! ## Why
//!
//! AWS refuses an alarm that needs more bad periods than it evaluates, or that looks back further
//! than a day (seven days where the period is an hour or longer). A period shorter than the
//! interval in which the service publishes has no data most of the time: most metrics of
//! AWS services have one data point a minute, the storage metrics of S3 one a day.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   namespace           = "AWS/Lambda"
//!   metric_name         = "Errors"
//!   period              = 10
//!   evaluation_periods  = 3
//!   datapoints_to_alarm = 5
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Choose `datapoints_to_alarm` at most `evaluation_periods`, and a period in which the service
//! publishes.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   namespace           = "AWS/Lambda"
//!   metric_name         = "Errors"
//!   period              = 60
//!   evaluation_periods  = 5
//!   datapoints_to_alarm = 3
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)
//! - [Evaluating an alarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarm-evaluation)
//! - [Amazon S3 metrics and dimensions](https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html)

use crate::Check;
use crate::alarm::{KIND, Metric, metrics};
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-1", "MON-2", "MON-3"] }

const HOUR: f64 = 3600.0;
const DAY: f64 = 24.0 * HOUR;

fn check(check: &mut Check) {
    for alarm in check.all(KIND) {
        datapoints(check, alarm);
        range(check, alarm);
    }
    for metric in check.watched().iter() {
        period(check, metric);
    }
}

fn datapoints<'a>(check: &mut Check<'a>, alarm: Resource<'a>) {
    let place = alarm.at("datapoints_to_alarm");
    let (Known(wrong), Known(of)) = (place.number(), alarm.at("evaluation_periods").number())
    else {
        return;
    };
    let is_possible = Known(wrong <= of && wrong >= 1.0);
    check.expect(
        &place,
        is_possible,
        format!("of {of} periods there are never {wrong}, and AWS refuses the alarm"),
    );
}

/// CloudWatch API Reference, PutMetricAlarm: "can't be more than 604,800 seconds", and with periods
/// of less than an hour "can't be longer than one day".
fn range<'a>(check: &mut Check<'a>, alarm: Resource<'a>) {
    let place = alarm.at("evaluation_periods");
    let periods = metrics(alarm).into_iter().filter_map(|metric| metric.period().number().known());
    let (Some(period), Known(count)) = (periods.reduce(f64::max), place.number()) else { return };
    let limit = if period < HOUR { DAY } else { 7.0 * DAY };
    let fits = Known(period * count <= limit);
    check.expect(
        &place,
        fits,
        format!("{count} periods of {period} s are more than the {limit} s that AWS looks back"),
    );
}

/// Metrics of AWS services have one datum in a minute at most; some have fewer.
fn period<'a>(check: &mut Check<'a>, metric: &Metric<'a>) {
    let (place, Some(namespace)) = (metric.period(), metric.namespace()) else { return };
    let Known(period) = place.number() else { return };
    let name = metric.name().string().known().unwrap_or_default();
    let shortest = match (namespace.name, name) {
        ("AWS/S3", "BucketSizeBytes" | "NumberOfObjects") => DAY,
        _ => 60.0,
    };
    let has_data = Known(period >= shortest && period % 60.0 == 0.0);
    check.expect(
        &place,
        has_data,
        format!("{name} has one data point every {shortest} s, so most periods have none"),
    );
}
