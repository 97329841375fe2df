//! Load balancers do not forward requests that two servers read differently.
//!
//! ## Why
//!
//! With a request that the load balancer and the application split at different places, an attacker
//! can slip a second request into another customer's connection (request smuggling). In the mode
//! `monitor` such requests are let through.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   desync_mitigation_mode = "monitor"
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `desync_mitigation_mode` at `defensive`, or set `strictest`.
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   desync_mitigation_mode = "strictest"
//! }
//! ```
//!
//! ## Source
//!
//! - [Application Load Balancers: desync mitigation mode](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#desync-mitigation-mode)
//! - [Security Hub control ELB.12](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)

use crate::Check;

rule! { Warning, AnyStack, ["APP-3"] }

fn check(check: &mut Check) {
    for balancer in check.all_of(&["aws_lb", "aws_elb"]) {
        if balancer.at("load_balancer_type").string().known().unwrap_or("application")
            == "application"
        {
            let mode = balancer.at("desync_mitigation_mode");
            let defends = mode.string().or("defensive").map(|mode| mode != "monitor");
            check.expect(&mode, defends, "forwards requests that two servers may read differently");
        }
    }
}
