//! An internal load balancer forwards no unencrypted requests.
//!
//! ## Why
//!
//! Traffic within a VPC passes machines that others can reach too: peered networks, a container
//! that was broken into, a mirror of traffic. An HTTP listener that forwards sends payments and
//! credentials over that path in plain text. A listener that only redirects or answers by itself is
//! fine. An unencrypted request from the internet is an error, which `network-http-redirect` sees.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_listener" "internal" {
//!   load_balancer_arn = aws_lb.internal.arn
//!   port              = 80
//!   protocol          = "HTTP"
//!
//!   default_action {
//!     type             = "forward"
//!     target_group_arn = aws_lb_target_group.main.arn
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Use `HTTPS` with a certificate, and let HTTP redirect.
//!
//! ```hcl
//! resource "aws_lb_listener" "internal" {
//!   load_balancer_arn = aws_lb.internal.arn
//!   port              = 443
//!   protocol          = "HTTPS"
//!   certificate_arn   = aws_acm_certificate.internal.arn
//!   ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
//!
//!   default_action {
//!     type             = "forward"
//!     target_group_arn = aws_lb_target_group.main.arn
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [HTTPS listeners for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html)

use crate::Check;
use crate::aws::balancing::{actions, balancer, listeners};
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-4", "APP-3"] }

fn check(check: &mut Check) {
    for listener in
        listeners(check.inventory()).filter(|listener| listener.at("port").value().is_set())
    {
        protocol(check, listener);
    }
}

fn protocol<'a>(check: &mut Check<'a>, listener: Resource<'a>) {
    let protocol = listener.at("protocol");
    match protocol.string() {
        Known("HTTP") => {}
        Known("HTTPS" | "TLS") => return check.pass(&protocol),
        // Other protocols pass data through unread, so clients and targets may encrypt it
        // themselves.
        _ => return,
    }
    // Unencrypted requests from the internet are the subject of another rule.
    let is_internal =
        balancer(listener).is_some_and(|balancer| balancer.at("internal").bool() == Known(true));
    let actions = match actions(listener) {
        Ok(actions) => actions,
        Err(reason) if is_internal => {
            return check.unknown(&protocol, format_args!("what it does is unknown: {reason}"));
        }
        Err(_) => return,
    };
    let mut kinds = actions.into_iter().map(|action| action.at("type"));
    match kinds.find(|kind| kind.string() == Known("forward")) {
        Some(action) if is_internal => check.fail(&action, "forwards unencrypted requests"),
        Some(_) => {}
        None => check.pass(&protocol),
    }
}
