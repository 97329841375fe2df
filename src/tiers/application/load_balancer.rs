//! The Application Load Balancer over the three zones, its target group and its listeners (APP-3).

use super::Inputs;
use crate::aws::{
    AwsLb, AwsLbAccessLogs, AwsLbConnectionLogs, AwsLbListener, AwsLbListenerDefaultAction,
    AwsLbListenerDefaultActionRedirect, AwsLbTargetGroup, AwsLbTargetGroupHealthCheck,
    AwsLbTargetGroupTargetGroupHealth, AwsLbTargetGroupTargetGroupHealthDnsFailover,
    AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting,
};
use crate::config::ContainerProtocol;
use crate::naming::Kind;
use crate::tiers::{name, name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module, meta};

/// TLS 1.3 and 1.2 with forward secrecy only, and key exchange that a quantum computer does not
/// break; what AWS recommends. Source: Elastic Load Balancing, "Security policies for your
/// Application Load Balancer".
const SECURITY_POLICY: &str = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/// The way in for payments.
pub(super) struct Entry {
    pub load_balancer: Handle<AwsLb>,
    pub target_group: Handle<AwsLbTargetGroup>,
    pub https_listener: Handle<AwsLbListener>,
}

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    protocol: ContainerProtocol,
    protected: bool,
) -> Result<Entry, DeclareError> {
    let load_balancer = module.resource("main", load_balancer(var, protected))?;
    let target_group = target_group(module, var, protocol)?;
    let https_listener =
        module.resource("https", https_listener(var, &load_balancer, &target_group))?;
    module.resource("http", http_listener(&load_balancer))?;
    Ok(Entry { load_balancer, target_group, https_listener })
}

/// The load balancer, with a node in each zone. Every node sends to the tasks of all zones:
/// cross-zone load balancing is always on for an Application Load Balancer, so an uneven spread (4,
/// 3, 3) does not load one zone more.
///
/// Zonal shift takes a bad zone out by hand or by AWS (ALL-5); clients come back over a new
/// connection after at most five minutes, since a shift does not close those that are open.
/// Source: Amazon ARC Developer Guide, "Application Load Balancers", which proposes the 300
/// seconds.
fn load_balancer(var: &Inputs, protected: bool) -> AwsLb {
    block!(AwsLb {
        name: name(Kind::Alb),
        load_balancer_type: "application",
        internal: false,
        subnets: &var.public_subnet_ids,
        security_groups: [&var.load_balancer_security_group_id],
        enable_zonal_shift: true,
        client_keep_alive: 300,
        idle_timeout: 60,
        enable_http2: true,
        drop_invalid_header_fields: true,
        desync_mitigation_mode: "defensive",
        xff_header_processing_mode: "append",
        enable_deletion_protection: protected,
        access_logs: block!(AwsLbAccessLogs {
            bucket: &var.access_log_bucket,
            prefix: "load-balancer/access",
            enabled: true,
        }),
        connection_logs: block!(AwsLbConnectionLogs {
            bucket: &var.access_log_bucket,
            prefix: "load-balancer/connection",
            enabled: true,
        }),
        tags: tags(name(Kind::Alb)),
    })
}

/// The target group.
///
/// A listener holds on to its target group, so a replacement has to exist before the old one goes,
/// under another name. Its name therefore carries the protocol, which is all that can force a
/// replacement while the VPC stays: the port here is only a default that ECS overrides for each
/// task, so the container's port is not in it.
///
/// Weighted random routing with anomaly mitigation takes load off a task that answers errors though
/// its health check passes, and gives it back when it recovers (ALL-5).
/// Source: Elastic Load Balancing, "Automatic Target Weights".
fn target_group(
    module: &mut Module,
    var: &Inputs,
    protocol: ContainerProtocol,
) -> Result<Handle<AwsLbTargetGroup>, DeclareError> {
    let (purpose, port) = match protocol {
        ContainerProtocol::Https => ("https", 443),
        ContainerProtocol::Http => ("http", 80),
    };
    let target_group = block!(AwsLbTargetGroup {
        name: name_of(Kind::TargetGroup, purpose),
        vpc_id: &var.vpc_id,
        target_type: "ip",
        protocol: protocol.as_str(),
        port: port,
        load_balancing_algorithm_type: "weighted_random",
        load_balancing_anomaly_mitigation: "on",
        deregistration_delay: "30",
        health_check: health_check(var, protocol),
        target_group_health: target_group_health(),
        tags: tags(name_of(Kind::TargetGroup, purpose)),
    });
    module.resource_with("main", target_group, meta().create_before_destroy())
}

/// A task is out after two failures, 20 seconds, and in again after two successes.
/// Source: Elastic Load Balancing, "Health checks for Application Load Balancer target groups".
fn health_check(var: &Inputs, protocol: ContainerProtocol) -> AwsLbTargetGroupHealthCheck {
    block!(AwsLbTargetGroupHealthCheck {
        enabled: true,
        protocol: protocol.as_str(),
        port: "traffic-port",
        path: &var.health_check_path,
        matcher: "200",
        interval: 10,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 2,
    })
}

/// DNS leaves out a zone with fewer than two healthy tasks; with none at all, requests go to every
/// task rather than to nobody. The first figure may not be lower than the second.
/// Source: Elastic Load Balancing, "Target group health".
fn target_group_health() -> AwsLbTargetGroupTargetGroupHealth {
    block!(AwsLbTargetGroupTargetGroupHealth {
        dns_failover: block!(AwsLbTargetGroupTargetGroupHealthDnsFailover {
            minimum_healthy_targets_count: "2"
        }),
        unhealthy_state_routing: block!(AwsLbTargetGroupTargetGroupHealthUnhealthyStateRouting {
            minimum_healthy_targets_count: 1,
        }),
    })
}

/// Payments come over TLS only (ALL-4).
fn https_listener(
    var: &Inputs,
    load_balancer: &Handle<AwsLb>,
    target_group: &Handle<AwsLbTargetGroup>,
) -> AwsLbListener {
    block!(AwsLbListener {
        load_balancer_arn: load_balancer.arn(),
        port: 443,
        protocol: "HTTPS",
        ssl_policy: SECURITY_POLICY,
        certificate_arn: &var.certificate_arn,
        default_action: block!(AwsLbListenerDefaultAction {
            r#type: "forward",
            target_group_arn: target_group.arn()
        }),
        tags: tags(name_of(Kind::Listener, "https")),
    })
}

fn http_listener(load_balancer: &Handle<AwsLb>) -> AwsLbListener {
    block!(AwsLbListener {
        load_balancer_arn: load_balancer.arn(),
        port: 80,
        protocol: "HTTP",
        default_action: block!(AwsLbListenerDefaultAction {
            r#type: "redirect",
            redirect: block!(AwsLbListenerDefaultActionRedirect {
                protocol: "HTTPS",
                port: "443",
                status_code: "HTTP_301",
            }),
        }),
        tags: tags(name_of(Kind::Listener, "http")),
    })
}
