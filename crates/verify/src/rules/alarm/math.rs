//! An alarm on an expression names ids that exist, and compares one result.
//!
//! ## Why
//!
//! AWS refuses an expression with an id that no query has, an alarm that does not return exactly
//! one result (two with an anomaly band), and an alarm on a search, which can have any number of
//! results. Terraform plans all of them.
//!
//! ## Example
//!
//! ```hcl
//! metric_query {
//!   id          = "rate"
//!   expression  = "100 * failures / requests"
//!   return_data = true
//! }
//!
//! metric_query {
//!   id = "errors"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Give each id of the expression a query, and set `return_data = true` in exactly one.
//!
//! ```hcl
//! metric_query {
//!   id          = "rate"
//!   expression  = "100 * errors / requests"
//!   return_data = true
//! }
//!
//! metric_query {
//!   id = "errors"
//!   # …
//! }
//!
//! metric_query {
//!   id = "requests"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Using math expressions with CloudWatch metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html)
//! - [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)

use crate::Check;
use crate::alarm::{KIND, queries};
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["MON-2"] }

fn check(check: &mut Check) {
    for alarm in check.all(KIND) {
        let queries = queries(alarm);
        if !queries.is_empty() {
            returned(check, &alarm.root(), &queries);
        }
        let ids: Vec<_> =
            queries.iter().filter_map(|query| query.at("id").string().known()).collect();
        for query in &queries {
            expression(check, &query.at("expression"), &ids);
        }
    }
}

fn returned<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, queries: &[AttributePath<'a>]) {
    let flags: Vec<_> =
        queries.iter().map(|query| query.at("return_data").bool().or(false)).collect();
    if flags.contains(&Unknown) {
        return check.unknown(place, "which of them is compared is known only after the apply");
    }
    let count = flags.iter().filter(|flag| **flag == Known(true)).count();
    // The band of an anomaly detection is returned as well as the metric that is compared with it.
    let has_band = place.resource().at("threshold_metric_id").string().known().is_some();
    let expected = if has_band { 2 } else { 1 };
    check.expect(
        place,
        Known(count == expected),
        format!("{count} of its queries return data to compare, where {expected} must"),
    );
}

fn expression<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, ids: &[&str]) {
    let text = match place.string() {
        Absent => return,
        Unknown => return check.known_later(place),
        Known(text) => text,
    };
    // This is a Metrics Insights query, which has another syntax.
    if text.trim_start().to_ascii_uppercase().starts_with("SELECT") {
        return check.pass(place);
    }
    let missing: Vec<_> = identifiers(text).into_iter().filter(|id| !ids.contains(id)).collect();
    if text.contains("SEARCH(") {
        check.fail(place, "an alarm cannot be made on a search, which has many results");
    } else if missing.is_empty() {
        check.pass(place);
    } else {
        check.fail(place, format!("no query has the id {}", missing.join(" or ")));
    }
}

/// The ids in an expression: they begin with a lower-case letter, functions and keywords do not.
/// Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
fn identifiers(expression: &str) -> Vec<&str> {
    let outside_quotes = expression.split(['"', '\'']).step_by(2);
    let words = outside_quotes.flat_map(|part| {
        part.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
    });
    words.filter(|word| word.starts_with(|first: char| first.is_ascii_lowercase())).collect()
}
