//! The load balancer: who comes, what fails, how long it takes (MON-2).
//!
//! Source of the metrics and their dimensions: User Guide for Application Load Balancers, "CloudWatch metrics for your
//! Application Load Balancer". Counts and times are published only while requests flow, host counts always.

use super::commands::{
    DATABASE_EVENTS, DATABASE_LOG, ROLL_BACK, SCALING, SERVICE_EVENTS, STOPPED_TASKS, TARGET_HEALTH, TASK_ERRORS,
};
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};

/// Percent of requests: above it, failures are no longer single payments.
pub(super) const ERROR_PERCENT: u8 = 1;
/// Seconds within which 99 of 100 payments should be answered.
pub(super) const RESPONSE_SECONDS: u8 = 1;
/// Answers a minute that the load balancer itself gives because no target could.
const LOAD_BALANCER_ERRORS: u8 = 10;
/// Handshakes a minute that fail. Scanners of the internet cause some always; a wrong certificate fails all.
const CLIENT_TLS_ERRORS: u8 = 100;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let mut watches = vec![client_tls(var), target_errors(var), own_errors(var), response_time(var)];
    if tier.targets_use_tls {
        watches.insert(2, target_tls(var));
    }
    watches
}

fn client_tls(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "ClientTLSNegotiationErrorCount", "Sum"));
    let alarm = errors.at_least(CLIENT_TLS_ERRORS).ticket("client-tls-errors");
    let beside = ["RequestCount", "RejectedConnectionCount"].map(|name| load_balancer(var, name, "Sum"));
    Watch::new(Section::Traffic, "client-tls-errors", "Requests and failed TLS handshakes", [alarm], CLIENT_TLS)
        .beside(beside)
}

fn target_tls(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "TargetTLSNegotiationErrorCount", "Sum"));
    let alarm = errors.at_least(1).ticket("target-tls-errors");
    Watch::new(Section::Errors, "target-tls-errors", "Failed TLS handshakes with tasks", [alarm], TARGET_TLS)
}

fn target_errors(var: &Inputs) -> Watch {
    let rate =
        error_rate(target_group(var, "HTTPCode_Target_5XX_Count", "Sum"), target_group(var, "RequestCount", "Sum"));
    let alarm = rate.above(ERROR_PERCENT).ticket("target-errors");
    Watch::new(Section::Errors, "target-errors", "Errors of the tasks, in percent", [alarm], TARGET_ERRORS)
}

/// Without errors the count has no data, which means none.
pub(super) fn error_rate(errors: Metric, requests: Metric) -> Series {
    let inputs = [("errors", errors), ("requests", requests)];
    Series::math("Status 5xx, in percent of requests", "100 * FILL({errors}, 0) / {requests}", inputs)
}

fn own_errors(var: &Inputs) -> Watch {
    let errors = Series::from(load_balancer(var, "HTTPCode_ELB_5XX_Count", "Sum"));
    let alarm = errors.at_least(LOAD_BALANCER_ERRORS).page("load-balancer-errors");
    Watch::new(Section::Errors, "load-balancer-errors", "Errors of the load balancer", [alarm], OWN_ERRORS)
}

fn response_time(var: &Inputs) -> Watch {
    let time = Series::from(target_group(var, "TargetResponseTime", "p99"));
    let alarm = time.above(RESPONSE_SECONDS).ticket("response-time");
    Watch::new(Section::Latency, "response-time", "Response time, 99th percentile", [alarm], RESPONSE_TIME)
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

const CLIENT_TLS: Runbook = Runbook {
    meaning: "More than a hundred TLS handshakes with clients fail each minute: some customers may not \
         be able to pay.",
    first_look: &[
        "aws acm list-certificates --region us-east-1 --query \
         'CertificateSummaryList[].[DomainName,Status,NotAfter]' --output table",
        "aws elbv2 describe-listeners --region us-east-1 --load-balancer-arn \"$(aws elbv2 \
         describe-load-balancers --region us-east-1 --names {{ alb }} --query \
         'LoadBalancers[0].LoadBalancerArn' --output text)\" --query \
         'Listeners[].[Port,SslPolicy,Certificates[0].CertificateArn]'",
    ],
    causes: &[
        "The certificate has expired or was replaced by one for another name.",
        "The TLS policy was tightened and a partner's old client no longer matches.",
        "A scanner: many addresses, no fall in requests.",
    ],
    steps: &[
        "Requests fall while handshakes fail: it is the certificate or the policy. Renew or put \
         the old one back.",
        "Requests do not fall: find the addresses in the load balancer's access log; block them in \
         the firewall if they scan.",
    ],
    escalate: "A certificate that cannot be renewed within the hour: call the owner of the domain.",
};

const TARGET_TLS: Runbook = Runbook {
    meaning: "The load balancer cannot agree on TLS with payment tasks: each such request fails with \
         502.",
    first_look: &[TARGET_HEALTH, TASK_ERRORS, SERVICE_EVENTS],
    causes: &[
        "A release whose container no longer speaks TLS on its port.",
        "The container closes connections before the handshake ends, under load.",
    ],
    steps: &[ROLL_BACK, "Without a release: replace the task that the target health names by stopping it."],
    escalate: "It comes back after a rollback: call the owner of the payment service.",
};

const TARGET_ERRORS: Runbook = Runbook {
    meaning: "More than 1 percent of requests end with an error of the payment tasks.",
    first_look: &[TASK_ERRORS, SERVICE_EVENTS, DATABASE_EVENTS],
    causes: &[
        "A release that fails.",
        "A failover of the database, which lasts up to a minute.",
        "The validation function fails, so that no payment can be decided.",
    ],
    steps: &[
        ROLL_BACK,
        "A failover in the events: wait a minute; if errors go on, restart tasks that hold dead \
         connections with `aws ecs update-service --force-new-deployment`.",
        "Validation errors or throttles on as well: follow that alarm.",
    ],
    escalate: "The availability alarm wakes people when it matters; until then, hand it to the service's \
         team.",
};

const OWN_ERRORS: Runbook = Runbook {
    meaning: "The load balancer answers with errors of its own: it reaches no healthy task, or tasks \
         close connections or take too long.",
    first_look: &[TARGET_HEALTH, SERVICE_EVENTS, STOPPED_TASKS],
    causes: &[
        "No healthy target: 503.",
        "Tasks close idle connections before the load balancer does, or crash within a request: \
         502.",
        "Tasks take longer than the idle timeout: 504.",
    ],
    steps: &[
        "Read `elb_status_code` and `error_reason` in the access log to tell 502, 503 and 504 \
         apart.",
        "503: follow healthy-hosts. 504: follow response-time. 502 since a release: roll it back.",
        ROLL_BACK,
    ],
    escalate: "No healthy target after 10 minutes: call the owner of the payment service.",
};

const RESPONSE_TIME: Runbook = Runbook {
    meaning: "One in a hundred payments takes longer than a second.",
    first_look: &[SCALING, DATABASE_LOG, TASK_ERRORS],
    causes: &[
        "Tasks short of CPU.",
        "Slow statements or waits for a connection to the database.",
        "A slow payment partner.",
    ],
    steps: &[
        "See whether service-cpu, database-cpu or proxy-borrow-latency is on, and follow that one.",
        "None is on: look for slow calls outward in the traces of the tasks.",
    ],
    escalate: "The latency alarm wakes people when it matters; until then, hand it to the service's \
         team.",
};
