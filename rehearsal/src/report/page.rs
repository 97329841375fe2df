//! A report as a page that stands alone: a plot of payments and failures over time, light or dark
//! as the reader has it, printable.

use anyhow::{Context as _, Result};
use serde_json::json;
use tera::{Context, Tera};

use super::{Report, seconds};
use crate::judge::Second;

const TEMPLATE: &str = include_str!("page.html");
/// The size of the plot, in units of its own.
const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 180.0;

/// The page of all runs.
pub fn page(reports: &[Report]) -> Result<String> {
    let mut tera = Tera::default();
    // By its ending it is known to be HTML, so that what is filled in is escaped.
    tera.add_raw_template("page.html", TEMPLATE)?;
    let runs: Vec<_> = reports.iter().map(run).collect();
    let title = reports
        .first()
        .and_then(|report| report.lost.clone())
        .unwrap_or_else(|| "no loss".to_owned());
    let mut context = Context::new();
    context.insert("title", &title);
    context.insert("summary", super::summary(reports).trim());
    context.insert("holds", &reports.iter().all(Report::holds));
    context.insert("runs", &runs);
    context.insert("width", &WIDTH);
    context.insert("height", &HEIGHT);
    tera.render("page.html", &context).context("the page of the report")
}

fn run(report: &Report) -> serde_json::Value {
    let most =
        report.seconds.iter().map(|one| one.acknowledged.max(one.failed)).max().unwrap_or(0).max(1);
    let step = WIDTH / report.seconds.len().max(1) as f64;
    let height = |count: usize| HEIGHT * count as f64 / most as f64;
    let bars =
        report.seconds.iter().enumerate().map(|(second, Second { acknowledged, failed })| {
            let x = second as f64 * step;
            json!({
                "second": second, "acknowledged": acknowledged, "failed": failed,
                "x": round(x), "failed_x": round(x + step * 0.5), "width": round(step * 0.45),
                "acknowledged_height": round(height(*acknowledged)),
                "failed_height": round(height(*failed)),
            })
        });
    let at = |milliseconds: u64| round(milliseconds as f64 / 1000.0 * step);
    let events = report
        .events
        .iter()
        .map(|event| json!({"x": at(event.at), "at": seconds(event.at), "what": event.what}));
    json!({
        "holds": report.holds(),
        "conclusion": report.conclusion(),
        "sabotage": report.sabotage,
        "beginning": report.beginning(),
        "predicted": report.predicted(),
        "reasons": report.reasons,
        "figures": report.figures(),
        "bars": bars.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "most": most,
        "seconds": report.seconds.len(),
    })
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
