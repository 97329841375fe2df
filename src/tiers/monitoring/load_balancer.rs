//! The load balancer: who comes, what fails, how long it takes (MON-2).
//!
//! Source of the metrics and their dimensions: User Guide for Application Load Balancers,
//! "CloudWatch metrics for your Application Load Balancer". Counts and times are published only
//! while requests flow, host counts always.

use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};

/// Percent of requests: above it, failures are no longer single payments.
pub(super) const ERROR_PERCENT: u8 = 1;
/// Seconds within which 99 of 100 payments should be answered.
pub(super) const RESPONSE_SECONDS: u8 = 1;
/// Answers a minute that the load balancer itself gives because no target could.
const LOAD_BALANCER_ERRORS: u8 = 10;
/// Handshakes a minute that fail. Scanners of the internet cause some always; a wrong certificate
/// fails all.
const CLIENT_TLS_ERRORS: u8 = 100;

/// The alarm on the share of requests that the tasks fail.
pub(super) const TARGET_ERRORS: &str = "target-errors";

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let mut watches =
        vec![client_tls(var), target_errors(var), own_errors(var), response_time(var)];
    if tier.targets_use_tls {
        watches.insert(2, target_tls(var));
    }
    watches
}

fn client_tls(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "ClientTLSNegotiationErrorCount", "Sum"));
    let alarm = errors.at_least(CLIENT_TLS_ERRORS).ticket("client-tls-errors");
    let beside =
        ["RequestCount", "RejectedConnectionCount"].map(|name| load_balancer(var, name, "Sum"));
    Watch::new(Section::Traffic, "client-tls-errors", "Requests and failed TLS handshakes", [alarm])
        .beside(beside)
}

fn target_tls(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "TargetTLSNegotiationErrorCount", "Sum"));
    let alarm = errors.at_least(1).ticket("target-tls-errors");
    Watch::new(Section::Errors, "target-tls-errors", "Failed TLS handshakes with tasks", [alarm])
}

fn target_errors(var: &Inputs) -> Watch {
    let rate = error_rate(
        target_group(var, "HTTPCode_Target_5XX_Count", "Sum"),
        target_group(var, "RequestCount", "Sum"),
    );
    let alarm = rate.above(ERROR_PERCENT).ticket(TARGET_ERRORS);
    Watch::new(Section::Errors, TARGET_ERRORS, "Errors of the tasks, in percent", [alarm])
}

/// Without errors the count has no data, which means none.
pub(super) fn error_rate(errors: Metric, requests: Metric) -> Series {
    let inputs = [("errors", errors), ("requests", requests)];
    Series::math(
        "Status 5xx, in percent of requests",
        "100 * FILL({errors}, 0) / {requests}",
        inputs,
    )
}

fn own_errors(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "HTTPCode_ELB_5XX_Count", "Sum"));
    let alarm = errors.at_least(LOAD_BALANCER_ERRORS).page("load-balancer-errors");
    Watch::new(Section::Errors, "load-balancer-errors", "Errors of the load balancer", [alarm])
}

fn response_time(var: &Inputs) -> Watch {
    let time = Series::from(target_group(var, "TargetResponseTime", "p99"));
    let alarm = time.above(RESPONSE_SECONDS).ticket("response-time");
    Watch::new(Section::Latency, "response-time", "Response time, 99th percentile", [alarm])
        .beside([target_group(var, "TargetResponseTime", "p50")])
}

pub(super) fn load_balancer(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("LoadBalancer", var.load_balancer_arn_suffix.clone())];
    Metric { namespace: "AWS/ApplicationELB", name, dimensions, statistic }
}

pub(super) fn target_group(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let mut metric = load_balancer(var, name, statistic);
    metric.dimensions.push(("TargetGroup", var.target_group_arn_suffix.clone()));
    metric
}
