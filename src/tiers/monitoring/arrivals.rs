//! Traffic that stops: from the outside, where a domain is configured, and by the requests that still come (MON-5).
//!
//! Every other alarm on requests is quiet when none arrive, as after a fault of DNS, of a firewall or of the certificate.
//! Sources: Route 53 Developer Guide, "Monitoring health checks using CloudWatch", which publishes in us-east-1 only; User
//! Guide for Application Load Balancers, "CloudWatch metrics for your Application Load Balancer": `RequestCount` has no data
//! when nothing arrives.

use super::commands::{AWS_HEALTH, TARGET_HEALTH};
use super::load_balancer::load_balancer;
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};

/// Seconds over which requests are counted.
const FIVE_MINUTES: u16 = 300;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let outside = tier.watched_from_outside.then(|| outside(var));
    let few = tier.traffic_floor.then(|| few_requests(var));
    outside.into_iter().chain(few).collect()
}

/// 1 while checkers all over the world get an answer. It has failed three times by then.
fn outside(var: &Inputs) -> Watch {
    let dimensions = vec![("HealthCheckId", var.health_check_id.clone())];
    let status = Metric { namespace: "AWS/Route53", name: "HealthCheckStatus", dimensions, statistic: "Minimum" };
    let alarm = Series::from(status).below(1).lasting(2, 2).or_no_data().page("unreachable");
    Watch::new(Section::Customer, "unreachable", "Reachable from the internet", [alarm], OUTSIDE)
}

fn few_requests(var: &Inputs) -> Watch {
    let requests = Series::from(load_balancer(var, "RequestCount", "Sum"));
    let floor = requests.below(&var.minimum_requests).lasting(2, 2).every(FIVE_MINUTES);
    let alarm = floor.or_no_data().page("few-requests");
    Watch::new(Section::Customer, "few-requests", "Requests in five minutes", [alarm], FEW_REQUESTS)
}

const OUTSIDE: Runbook = Runbook {
    meaning: "Checkers of Route 53 on several continents get no answer over HTTPS from the payment domain: customers cannot \
         pay, even if every alarm within the stack is quiet.",
    first_look: &[
        "aws route53 get-health-check-status --region us-east-1 --health-check-id \"$(aws route53 list-health-checks --region us-east-1 --query \
         \"HealthChecks[?HealthCheckConfig.FullyQualifiedDomainName=='{{ domain }}'].Id | [0]\" --output text)\" --query \
         'HealthCheckObservations[].[Region,StatusReport.Status]' --output table",
        TARGET_HEALTH,
        AWS_HEALTH,
    ],
    causes: &[
        "The address record of the domain is gone or points elsewhere, or the domain has expired.",
        "The certificate has expired, or does not name the domain.",
        "A firewall rule or a network ACL blocks what comes from outside.",
        "No payment task answers: the alarms on tasks are on as well.",
    ],
    steps: &[
        "Read what the checkers saw: a name that is not found is DNS, a failed handshake the certificate, a timeout the \
         network, a status the load balancer or the firewall.",
        "DNS, certificate, network: `terraform plan` shows a change made by hand; apply.",
        "Certificate: follow certificate-expiry. No task answers: follow healthy-hosts.",
    ],
    escalate: "At once: the owner of the payment service; DNS or the domain: its owner and the registrar.",
};

const FEW_REQUESTS: Runbook = Runbook {
    meaning: "Fewer requests reach the load balancer than ever should (`monitoring.min_requests`), or none: customers cannot \
         reach it, or the partner who sends the payments has stopped.",
    first_look: &[
        "aws elbv2 describe-load-balancers --region us-east-1 --names {{ alb }} --query \
         'LoadBalancers[].[DNSName,State.Code,AvailabilityZones[].ZoneName]'",
        TARGET_HEALTH,
        AWS_HEALTH,
    ],
    causes: &[
        "DNS, the certificate or a firewall keeps customers out.",
        "A partner does not send: a fault or a maintenance there.",
        "It is a quiet hour, and the floor is set too high.",
        "A stack that takes no payments yet: it rings until they come.",
    ],
    steps: &[
        "Pay once yourself from outside, at the payment domain: an error tells what it is.",
        "It works: ask the partners whether they send.",
        "A quiet hour: set `monitoring.min_requests` below the quietest five minutes of the week, and apply.",
    ],
    escalate: "It does not work from outside: at once the owner of the payment service.",
};
