//! The load balancer speaks TLS with its targets, and checks that they do.
//!
//! ## Why
//!
//! TLS that ends at the load balancer leaves the second half of the path unencrypted. The health
//! check has to speak TLS too: a target whose certificate cannot be served otherwise counts as
//! healthy.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_target_group" "main" {
//!   port     = 8080
//!   protocol = "HTTP"
//!   vpc_id   = aws_vpc.main.id
//! }
//! ```
//!
//! ## Fix
//!
//! Set `protocol = "HTTPS"`, for the health check too.
//!
//! ```hcl
//! resource "aws_lb_target_group" "main" {
//!   port     = 8443
//!   protocol = "HTTPS"
//!   vpc_id   = aws_vpc.main.id
//!
//!   health_check {
//!     protocol = "HTTPS"
//!     path     = "/healthz"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Target groups for your Application Load Balancers](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html)

use crate::Check;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["ALL-4", "APP-3"] }

/// What a target group carries whole, so that clients and targets may encrypt it from end to end.
const UNREAD: [&str; 4] = ["TCP", "UDP", "TCP_UDP", "GENEVE"];

fn check(check: &mut Check) {
    let groups = check.all("aws_lb_target_group");
    for group in groups.filter(|group| group.at("target_type").string() != Known("lambda")) {
        let protocol = group.at("protocol");
        if protocol.string().known().is_some_and(|protocol| UNREAD.contains(&protocol)) {
            continue;
        }
        let is_tls = protocol.string().map(|protocol| ["HTTPS", "TLS"].contains(&protocol));
        check.expect(&protocol, is_tls, "requests are forwarded to its targets unencrypted");
        if is_tls == Known(true) {
            let checked = group.at("health_check.0.protocol");
            let is_tls =
                checked.string().or("HTTP").map(|protocol| ["HTTPS", "TLS"].contains(&protocol));
            // A network load balancer that speaks TLS with its targets checks them over TCP.
            let is_network = protocol.string() == Known("TLS");
            check.expect(
                &checked,
                is_tls.or_else(Known(is_network)),
                "whether a target speaks TLS is not checked",
            );
        }
    }
}
